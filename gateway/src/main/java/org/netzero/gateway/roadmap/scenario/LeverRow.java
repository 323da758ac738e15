package org.netzero.gateway.roadmap.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverEffect;
import org.netzero.gateway.roadmap.engine.LeverNode;
import org.netzero.gateway.roadmap.engine.Place;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// A lever as a row of a file. What `depth` means depends on the node: a relative cut; for
/// `OWN_RENEWABLES` and `GREEN_POWER` a share of electricity; for scope 2, category `PUE` of
/// `EFFICIENCY` the PUE that is reached.
final class LeverRow {

    static final Columns COLUMNS =
            Columns.of(
                            "leverId: The id of the lever; a row replaces the lever of its id",
                            "name: What people call it",
                            "node: Where it acts",
                            "scope?: 1, 2 or 3; needed where it reduces emissions, empty of OWN_RENEWABLES and GREEN_POWER",
                            "category?: Of scope 3: its category; PUE of EFFICIENCY in scope 2",
                            "region?: The region it acts in; everywhere when left out",
                            "depth: Share that is cut when all of it stands, 0 to 1; of OWN_RENEWABLES and GREEN_POWER a share of electricity; the PUE that is reached",
                            "start: Year in which it is decided",
                            "rampPerYear: Share of it that can be built in a year, above 0 and at most 1",
                            "leadTimeYears?: Years until it takes effect; 0 when left out",
                            "lifeYears?: Years after which it is gone; stays when left out",
                            "capex?: Capital cost of all of it; together with opex and currency",
                            "opex?: Cost of operation a year; negative where it saves",
                            "currency?: ISO 4217 code, such as CNY",
                            "group?: Levers of one group exclude each other",
                            "evidence?: Where the figures are from")
                    .withValues(
                            "node",
                            Stream.of(LeverNode.values())
                                    .filter(node -> node != LeverNode.ELECTRIFICATION)
                                    .map(LeverNode::name)
                                    .toList());

    private static final String PUE = "PUE";

    private final Fields fields;

    private LeverRow(Fields fields) {
        this.fields = fields;
    }

    /// @throws InvalidInput naming the columns that break a rule
    static Lever read(Fields fields) {
        return new LeverRow(fields).lever();
    }

    private Lever lever() {
        Optional<String> id = fields.id("leverId");
        Optional<String> name = fields.text("name");
        Optional<LeverNode> node = fields.oneOf("node", LeverNode.class);
        Optional<BigDecimal> depth = fields.decimal("depth");
        Optional<Integer> start = Whole.read(fields, "start", fields.decimal("start"));
        Optional<BigDecimal> ramp = fields.decimal("rampPerYear");
        OptionalInt leadTime = optionalWhole("leadTimeYears");
        OptionalInt life = optionalWhole("lifeYears");
        Optional<Cost> cost = cost();
        Optional<String> group = fields.optionalText("group");
        String source =
                fields.optionalText("evidence").orElse("Imported without a word of evidence.");
        fields.refuseIfInvalid();
        LeverEffect effect = effect(node.orElseThrow(), depth.orElseThrow().doubleValue());
        return Parts.checked(() ->
                new Lever(
                        id.orElseThrow(),
                        name.orElseThrow(),
                        node.orElseThrow(),
                        effect,
                        new Deployment(
                                start.orElseThrow(),
                                ramp.orElseThrow().doubleValue(),
                                leadTime.orElse(0),
                                life),
                        cost,
                        group,
                        fields.optionalText("region")
                                .<Place>map(Place.InRegion::new)
                                .orElse(Place.EVERYWHERE),
                        Evidence.estimated(source)));
    }

    private LeverEffect effect(LeverNode node, double depth) {
        return Parts.checked(() ->
                switch (node) {
                    case OWN_RENEWABLES -> {
                        refuseReach(node);
                        yield new LeverEffect.OwnGeneration(depth);
                    }
                    case GREEN_POWER -> {
                        refuseReach(node);
                        yield new LeverEffect.RenewableShareTarget(depth);
                    }
                    case ELECTRIFICATION ->
                            throw new InvalidInput(
                                    "node",
                                    "NOT_IN_A_ROW",
                                    "ELECTRIFICATION adds electricity, for which a row has no column; write the lever into the scenario (PUT /api/roadmap/scenarios/committed)");
                    case DEMAND, EFFICIENCY, FUEL_AND_REFRIGERANT, SUPPLIER_FACTOR, RESIDUAL ->
                            reduction(node, depth);
                });
    }

    private LeverEffect reduction(LeverNode node, double depth) {
        @Nullable String category = fields.optionalText("category").orElse(null);
        Optional<Integer> scope = Whole.read(fields, "scope", fields.decimal("scope"));
        fields.refuseIfInvalid();
        if (node == LeverNode.EFFICIENCY && scope.orElseThrow() == 2 && PUE.equals(category)) {
            return new LeverEffect.PueTarget(depth);
        }
        return new LeverEffect.Reduction(
                EffectDocument.reach(scope.orElseThrow(), category), depth);
    }

    private void refuseReach(LeverNode node) {
        for (String column : new String[] {"scope", "category"}) {
            fields.optionalText(column)
                    .ifPresent(text ->
                            fields.refuse(
                                    column,
                                    "NOT_OF_THIS_NODE",
                                    "%s acts on all purchased electricity; leave it empty"
                                            .formatted(node)));
        }
        fields.refuseIfInvalid();
    }

    private Optional<Cost> cost() {
        Optional<BigDecimal> capex = fields.optionalDecimal("capex");
        Optional<BigDecimal> opex = fields.optionalDecimal("opex");
        Optional<String> currency = fields.optionalText("currency");
        long stated =
                (capex.isPresent() ? 1L : 0)
                        + (opex.isPresent() ? 1 : 0)
                        + (currency.isPresent() ? 1 : 0);
        if (stated == 0) {
            return Optional.empty();
        }
        if (stated < 3) {
            return fields.refuse(
                    "currency",
                    "COST_INCOMPLETE",
                    "a cost has capex, opex and currency; write 0 where there is none, or leave all three empty");
        }
        try {
            return Optional.of(
                    Parts.checked(() ->
                            new Cost(
                                    capex.orElseThrow().doubleValue(),
                                    opex.orElseThrow().doubleValue(),
                                    currency.orElseThrow())));
        } catch (InvalidInput invalid) {
            return fields.refuse("capex", "VALUE_OUT_OF_RANGE", invalid.detail());
        }
    }

    private OptionalInt optionalWhole(String column) {
        return Whole.read(fields, column, fields.optionalDecimal(column))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
