package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How every figure of a projection came about: each formula with its numbers, kept in arrays while
/// the years are simulated and put into [Equation]s when somebody asks.
///
/// A figure is named by what it is of: `scope3Tonnes[C6_BUSINESS_TRAVEL, north]` is one category in
/// one region, `left[pue]` what the lever `pue` leaves of what it cuts.
public final class Explanation {

    /// What a figure is of: nothing further, a region, a category, both, or a lever.
    private enum Of {
        COMPANY,
        REGION,
        CATEGORY,
        CELL,
        LEVER
    }

    private enum Figure {
        DEPLOYMENT("deployment", Of.LEVER),
        LEFT("left", Of.LEVER),
        CERTIFICATES("certificatesMwh", Of.LEVER),
        GROWTH_OF_THE_REST("growth", Of.COMPANY),
        GROWTH_OF_SCOPE_1("growth.scope1", Of.REGION),
        GROWTH_OF_ELECTRICITY("growth.electricity", Of.REGION),
        GROWTH_OF_CELL("growth.scope3", Of.CELL),
        BASELINE("baselineTonnes", Of.COMPANY),
        SCOPE_1_OF_REGION("scope1Tonnes", Of.REGION),
        SCOPE_1("scope1Tonnes", Of.COMPANY),
        IT("itMwh", Of.REGION),
        OFFICES("officesMwh", Of.REGION),
        PUE("pue", Of.REGION),
        ELECTRICITY("electricityMwh", Of.REGION),
        OWN("ownGenerationUsedMwh", Of.REGION),
        CONTRACTS("matchedByContractsMwh", Of.REGION),
        MATCHED("matchedMwh", Of.REGION),
        LOCATION_FACTOR("locationTonnesPerMwh", Of.REGION),
        RESIDUAL_FACTOR("residualTonnesPerMwh", Of.REGION),
        HEAT("scope2HeatTonnes", Of.REGION),
        LOCATION_OF_REGION("scope2LocationTonnes", Of.REGION),
        LOCATION("scope2LocationTonnes", Of.COMPANY),
        MARKET_OF_REGION("scope2MarketTonnes", Of.REGION),
        MARKET("scope2MarketTonnes", Of.COMPANY),
        SHARE_OF_REGION("renewableShare", Of.REGION),
        SHARE("renewableShare", Of.COMPANY),
        CELL("scope3Tonnes", Of.CELL),
        CATEGORY("scope3Tonnes", Of.CATEGORY),
        SCOPE_3("scope3Tonnes", Of.COMPANY),
        GROSS("grossTonnes", Of.COMPANY);

        final String text;
        final Of of;

        Figure(String text, Of of) {
            this.text = text;
            this.of = of;
        }
    }

    private final Layout layout;
    private final List<String> derivations;
    private final int[] firstOfYear;
    private final int[] cellsThatGrowOtherwise;
    private Figure[] figures;
    private Formula[] formulas;
    private int[] parts;
    private int[] firstOperands;
    private double[] values;
    private double[] operands;
    private int equations;
    private int pushed;

    private Explanation(EmissionsModel model, List<String> derivations) {
        layout = model.layout();
        this.derivations = derivations;
        firstOfYear = new int[layout.years + 1];
        Driver rest = layout.scenario.otherActivity();
        cellsThatGrowOtherwise =
                IntStream.range(0, layout.cellDriver.length)
                        .filter(cell -> !layout.cellDriver[cell].equals(rest))
                        .toArray();
        int cells = layout.categories * layout.regions;
        int expected =
                layout.years
                        * (2 * layout.levers.size()
                                + cells
                                + layout.categories
                                + 16 * layout.regions
                                + 10);
        figures = new Figure[expected];
        formulas = new Formula[expected];
        parts = new int[expected];
        firstOperands = new int[expected + 1];
        values = new double[expected];
        operands = new double[5 * expected];
    }

    /// @param derivations how derived growth rates came about
    static Explanation of(EmissionsModel model, List<String> derivations) {
        Explanation explanation = new Explanation(model, derivations);
        SimulatedYear year = new SimulatedYear(model.layout());
        for (int y = 0; y < model.layout().years; y++) {
            explanation.firstOfYear[y] = explanation.equations;
            model.begin(year, model.scenario().baseYear() + y);
            year.settle();
            explanation.push(year.scope1Tonnes());
            explanation.push(year.scope2MarketTonnes());
            explanation.push(year.scope3Tonnes());
            explanation.add(Figure.BASELINE, 0, Formula.GROSS, year.grossTonnes());
            model.applyAll(year);
            explanation.explain(year, y);
        }
        explanation.firstOfYear[model.layout().years] = explanation.equations;
        return explanation;
    }

    /// How the growth rates that the scenario derives came about, with their numbers.
    public List<String> derivations() {
        return derivations;
    }

    private void explain(SimulatedYear year, int y) {
        levers(y);
        growths(y);
        for (int r = 0; r < layout.regions; r++) {
            scope1(year, y, r);
            electricity(year, y, r);
            scope2(year, y, r);
        }
        scope3(year, y);
        company(year);
    }

    private void levers(int y) {
        for (int l = 0; l < layout.levers.size(); l++) {
            double deployed = layout.deployment[l * layout.years + y];
            if (deployed == 0) {
                continue;
            }
            Lever lever = layout.levers.get(l);
            Deployment deployment = lever.deployment();
            if (!lever.requires().isEmpty()) {
                push(deployment.in(layout.scenario.baseYear() + y));
                push(required(lever, y));
                add(Figure.DEPLOYMENT, l, Formula.REQUIRED, deployed);
            } else if (deployment.wanted().isEmpty()) {
                push(deployment.rampPerYear());
                push(layout.scenario.baseYear() + y - deployment.firstYearOfEffect() + 1);
                add(Figure.DEPLOYMENT, l, Formula.RAMP, deployed);
            } else {
                push(deployed);
                add(Figure.DEPLOYMENT, l, Formula.WANTED, deployed);
            }
            if (lever.effect() instanceof LeverEffect.Certificates(double mwhPerYear)) {
                push(mwhPerYear);
                push(deployed);
                add(Figure.CERTIFICATES, l, Formula.CERTIFICATES, mwhPerYear * deployed);
            } else {
                double depth = layout.depth(l);
                push(depth);
                push(deployed);
                add(Figure.LEFT, l, Formula.CUT, 1 - depth * deployed);
            }
        }
    }

    /// How far the least deployed lever is that a lever requires.
    private double required(Lever lever, int y) {
        double least = 1;
        for (int l = 0; l < layout.levers.size(); l++) {
            if (lever.requires().contains(layout.levers.get(l).id())) {
                least = Math.min(least, layout.deployment[l * layout.years + y]);
            }
        }
        return least;
    }

    private void growths(int y) {
        Driver rest = layout.scenario.otherActivity();
        growth(Figure.GROWTH_OF_THE_REST, 0, rest, layout.heatGrowth[y], y);
        for (int r = 0; r < layout.regions; r++) {
            growth(
                    Figure.GROWTH_OF_ELECTRICITY,
                    r,
                    layout.electricityDriver[r],
                    layout.electricityGrowth[r][y],
                    y);
            if (!layout.scope1Driver[r].equals(rest)) {
                growth(
                        Figure.GROWTH_OF_SCOPE_1,
                        r,
                        layout.scope1Driver[r],
                        layout.scope1Growth[r][y],
                        y);
            }
        }
        for (int cell : cellsThatGrowOtherwise) {
            growth(
                    Figure.GROWTH_OF_CELL,
                    cell,
                    layout.cellDriver[cell],
                    layout.cellGrowth[cell][y],
                    y);
        }
    }

    private void growth(Figure figure, int part, Driver driver, double growth, int y) {
        push(y);
        push(driver.initialGrowthPerYear());
        push(driver.longTermGrowthPerYear());
        push(driver.damping());
        add(figure, part, Formula.GROWTH, growth);
    }

    private void scope1(SimulatedYear year, int y, int r) {
        push(layout.scope1Tonnes[r]);
        push(layout.scope1Growth[r][y]);
        push(year.scope1Left(r));
        add(Figure.SCOPE_1_OF_REGION, r, Formula.ACTIVITY, year.scope1Tonnes(r));
    }

    private void electricity(SimulatedYear year, int y, int r) {
        double share = layout.scenario.electricity().dataCenterShare().value();
        double basePue = layout.base.electricity().pue();
        double growth = layout.electricityGrowth[r][y];
        push(layout.consumptionMwh[r] * share / basePue);
        push(growth);
        push(year.dataCenterRatio());
        push(year.itLeft(r));
        add(Figure.IT, r, Formula.LOAD, year.itMwh(r));
        push(layout.consumptionMwh[r] * (1 - share));
        push(growth);
        push(1);
        push(year.officesLeft(r));
        add(Figure.OFFICES, r, Formula.LOAD, year.officesMwh(r));
        push(basePue);
        push(pueLeft(y, r));
        add(Figure.PUE, r, Formula.PUE, year.pue[r]);
        push(year.itMwh(r));
        push(year.pue[r]);
        push(year.officesMwh(r));
        push(year.electrifiedMwh(r));
        add(Figure.ELECTRICITY, r, Formula.DEMAND, year.demandMwh[r]);
        push(year.demandMwh[r]);
        push(layout.ownMwh[r]);
        push(year.selfGenerated(r));
        add(Figure.OWN, r, Formula.OWN, year.ownMwh[r]);
        push(year.demandMwh[r]);
        push(year.ownMwh[r]);
        push(layout.matchedMwh[r]);
        push(year.wantedShare(r));
        push(year.soldMwh[r]);
        double contracts = year.matchedMwh[r] - year.matchedByCertificatesMwh[r];
        add(Figure.CONTRACTS, r, Formula.CONTRACTS, contracts);
        push(contracts);
        push(year.matchedByCertificatesMwh[r]);
        add(Figure.MATCHED, r, Formula.MATCHED, year.matchedMwh[r]);
    }

    private double pueLeft(int y, int r) {
        double left = 1;
        for (int l = 0; l < layout.levers.size(); l++) {
            if (layout.levers.get(l).effect() instanceof LeverEffect.PueTarget
                    && (layout.places[l] & (1L << r)) != 0) {
                left *= 1 - layout.depth(l) * layout.deployment[l * layout.years + y];
            }
        }
        return left;
    }

    private void scope2(SimulatedYear year, int y, int r) {
        int factor = r * layout.years + y;
        push(layout.locationFactor[r * layout.years]);
        push(layout.locationChange[r]);
        push(y);
        add(Figure.LOCATION_FACTOR, r, Formula.GRID_FACTOR, layout.locationFactor[factor]);
        push(layout.residualFactor[r * layout.years]);
        push(layout.residualChange[r]);
        push(y);
        add(Figure.RESIDUAL_FACTOR, r, Formula.GRID_FACTOR, layout.residualFactor[factor]);
        double heat = year.heatTonnes(r);
        push(layout.heatTonnes[r]);
        push(layout.heatGrowth[y]);
        push(year.heatLeft(r));
        add(Figure.HEAT, r, Formula.ACTIVITY, heat);
        push(year.demandMwh[r]);
        push(year.ownMwh[r]);
        push(layout.locationFactor[factor]);
        push(heat);
        add(Figure.LOCATION_OF_REGION, r, Formula.LOCATION, year.locationTonnes(r) + heat);
        push(year.demandMwh[r]);
        push(year.ownMwh[r]);
        push(year.matchedMwh[r]);
        push(year.soldMwh[r]);
        push(layout.residualFactor[factor]);
        push(layout.factors.contractTonnesPerMwh());
        push(heat);
        add(Figure.MARKET_OF_REGION, r, Formula.MARKET, year.marketTonnes(r) + heat);
        push(year.matchedMwh[r]);
        push(year.ownMwh[r]);
        push(year.soldMwh[r]);
        push(year.demandMwh[r]);
        add(Figure.SHARE_OF_REGION, r, Formula.RENEWABLE_SHARE, year.renewableShare(r));
    }

    private void scope3(SimulatedYear year, int y) {
        for (int c = 0; c < layout.categories; c++) {
            for (int r = 0; r < layout.regions; r++) {
                int cell = c * layout.regions + r;
                boolean energyRelated = c == layout.energyRelated;
                push(layout.cellTonnes[cell]);
                push(energyRelated ? year.electricityRatio(r) : layout.cellGrowth[cell][y]);
                push(year.cellLeft(c, r));
                add(
                        Figure.CELL,
                        cell,
                        energyRelated ? Formula.ENERGY_RELATED : Formula.ACTIVITY,
                        year.cellTonnes(c, r));
            }
            for (int r = 0; r < layout.regions; r++) {
                push(year.cellTonnes(c, r));
            }
            add(Figure.CATEGORY, c, Formula.SUM, year.categoryTonnes[c]);
        }
        for (int c = 0; c < layout.categories; c++) {
            push(year.categoryTonnes[c]);
        }
        add(Figure.SCOPE_3, 0, Formula.SUM, year.scope3Tonnes());
    }

    private void company(SimulatedYear year) {
        double matched = 0;
        double own = 0;
        double sold = 0;
        for (int r = 0; r < layout.regions; r++) {
            matched += year.matchedMwh[r];
            own += year.ownMwh[r];
            sold += year.soldMwh[r];
            push(year.scope1Tonnes(r));
        }
        add(Figure.SCOPE_1, 0, Formula.SUM, year.scope1Tonnes());
        for (int r = 0; r < layout.regions; r++) {
            push(year.locationTonnes(r) + year.heatTonnes(r));
        }
        add(Figure.LOCATION, 0, Formula.SUM, year.scope2LocationTonnes());
        for (int r = 0; r < layout.regions; r++) {
            push(year.marketTonnes(r) + year.heatTonnes(r));
        }
        add(Figure.MARKET, 0, Formula.SUM, year.scope2MarketTonnes());
        push(matched);
        push(own);
        push(sold);
        push(year.electricityMwh());
        add(Figure.SHARE, 0, Formula.RENEWABLE_SHARE, year.renewableShare());
        push(year.scope1Tonnes());
        push(year.scope2MarketTonnes());
        push(year.scope3Tonnes());
        add(Figure.GROSS, 0, Formula.GROSS, year.grossTonnes());
    }

    private void push(double operand) {
        if (pushed == operands.length) {
            operands = Arrays.copyOf(operands, 2 * pushed);
        }
        operands[pushed++] = operand;
    }

    /// Closes an equation over the operands pushed since the last one.
    private void add(Figure figure, int part, Formula formula, double value) {
        if (equations == values.length) {
            int more = 2 * equations + 16;
            figures = Arrays.copyOf(figures, more);
            formulas = Arrays.copyOf(formulas, more);
            parts = Arrays.copyOf(parts, more);
            firstOperands = Arrays.copyOf(firstOperands, more + 1);
            values = Arrays.copyOf(values, more);
        }
        figures[equations] = figure;
        formulas[equations] = formula;
        parts[equations] = part;
        values[equations] = value;
        firstOperands[++equations] = pushed;
    }

    /// How many figures are explained, over all years.
    public int size() {
        return equations;
    }

    /// The equations of a modelled year, the levers' first.
    public List<Equation> equations(int year) {
        int y = year - layout.scenario.baseYear();
        if (y < 0 || y >= layout.years) {
            return List.of();
        }
        List<Equation> found = new ArrayList<>();
        for (int i = firstOfYear[y]; i < firstOfYear[y + 1]; i++) {
            found.add(equation(i, year));
        }
        products(y, year, found);
        return found;
    }

    /// The same, and how they lead to the credits of the year.
    public List<Equation> equations(ProjectionYear projected) {
        List<Equation> found = new ArrayList<>(equations(projected.year()));
        int year = projected.year();
        double shares = 0;
        for (Wedge wedge : projected.wedges()) {
            shares += wedge.tonnes();
        }
        found.add(
                equation(
                        "grossTonnes",
                        year,
                        Formula.WEDGES,
                        projected.grossTonnes(),
                        projected.baselineTonnes(),
                        shares,
                        projected.deviationTonnes()));
        if (projected.actual()) {
            found.add(
                    equation(
                            "grossTonnes",
                            year,
                            Formula.ACTUAL,
                            projected.grossTonnes(),
                            projected.grossTonnes() - projected.deviationTonnes(),
                            projected.deviationTonnes()));
        }
        if (projected.creditsNeededTonnes() > 0) {
            found.add(
                    equation(
                            "creditsNeededTonnes",
                            year,
                            Formula.CREDITS_NEEDED,
                            projected.creditsNeededTonnes(),
                            projected.grossTonnes(),
                            projected.grossTonnes() - projected.creditsNeededTonnes()));
        }
        found.add(
                equation(
                        "netTonnes",
                        year,
                        Formula.NET,
                        projected.netTonnes(),
                        projected.grossTonnes(),
                        projected.creditsTonnes()));
        return found;
    }

    /// What the levers leave together of what several of them reach.
    private void products(int y, int year, List<Equation> found) {
        for (int l = 0; l < layout.levers.size(); l++) {
            List<Equation.Term> terms = new ArrayList<>();
            for (int other = l; other < layout.levers.size(); other++) {
                double deployed = layout.deployment[other * layout.years + y];
                if (deployed > 0 && layout.cutsTheSame(l, other)) {
                    terms.add(
                            new Equation.Term(
                                    "left[" + layout.levers.get(other).id() + "]",
                                    1 - layout.depth(other) * deployed));
                }
            }
            if (terms.size() > 1 && isFirstOfItsKind(l, y)) {
                found.add(
                        new Equation(
                                "left[" + layout.reachOf(l) + "]",
                                year,
                                Formula.PRODUCT.text(),
                                terms,
                                Formula.PRODUCT.of(
                                        terms.stream().mapToDouble(Equation.Term::value).toArray()),
                                Formula.PRODUCT.unit()));
            }
        }
    }

    private boolean isFirstOfItsKind(int lever, int y) {
        for (int l = 0; l < lever; l++) {
            if (layout.deployment[l * layout.years + y] > 0 && layout.cutsTheSame(l, lever)) {
                return false;
            }
        }
        return layout.deployment[lever * layout.years + y] > 0;
    }

    private Equation equation(int index, int year) {
        Figure figure = figures[index];
        return equation(
                figure.text + subject(figure.of, parts[index]),
                year,
                formulas[index],
                values[index],
                Arrays.copyOfRange(operands, firstOperands[index], firstOperands[index + 1]));
    }

    private String subject(Of of, int part) {
        return switch (of) {
            case COMPANY -> "";
            case REGION -> layout.regions == 1 ? "" : "[" + layout.region[part].id() + "]";
            case CATEGORY -> "[" + layout.category[part] + "]";
            case CELL ->
                    layout.regions == 1
                            ? "[" + layout.category[part] + "]"
                            : "["
                                    + layout.category[part / layout.regions]
                                    + ", "
                                    + layout.region[part % layout.regions].id()
                                    + "]";
            case LEVER -> "[" + layout.levers.get(part).id() + "]";
        };
    }

    private static Equation equation(
            String figure, int year, Formula formula, double value, double... operands) {
        List<Equation.Term> terms = new ArrayList<>();
        for (int i = 0; i < operands.length; i++) {
            String symbol = formula.symbols().isEmpty() ? "x" + (i + 1) : formula.symbols().get(i);
            terms.add(new Equation.Term(symbol, operands[i]));
        }
        return new Equation(figure, year, formula.text(), terms, value, formula.unit());
    }
}
