package org.netzero.gateway.roadmap.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What must hold of the parts of an input. Each refusal names the path of the field.
final class PlanInputRules {

    private static final int MAXIMUM_NODES = 1_000;
    private static final int MAXIMUM_LEVERS = 200;
    private static final int MAXIMUM_TARGETS = 500;
    private static final int MAXIMUM_BLOCKS = 10_000;
    private static final String SHARE = "state a share, 0.3 for 30 %";

    private final PlanYears years;
    private final Set<String> nodes = new HashSet<>();

    PlanInputRules(PlanYears years, List<NodeBaseline> baselines) {
        this.years = years;
        Field list = Field.of("baselines");
        list.atMost(baselines.size(), MAXIMUM_NODES);
        for (int i = 0; i < baselines.size(); i++) {
            NodeBaseline baseline = baselines.get(i);
            checkNew(list.at(i).dot("node"), baseline.node(), nodes);
            list.at(i).dot("tonnes").path(baseline.tonnes(), years, Field::amount);
        }
    }

    private static void checkNew(Field field, String id, Set<String> seen) {
        field.text(id);
        if (!seen.add(id)) {
            throw field.refused("is '" + id + "' a second time", "give each its own");
        }
    }

    void checkLevers(List<PlanLever> levers) {
        Field list = Field.of("levers");
        list.atMost(levers.size(), MAXIMUM_LEVERS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < levers.size(); i++) {
            checkNew(list.at(i).dot("id"), levers.get(i).id(), ids);
            checkLever(list.at(i), levers.get(i));
        }
        for (int i = 0; i < levers.size(); i++) {
            checkRequired(list.at(i).dot("requires"), levers.get(i), ids);
        }
    }

    private static void checkRequired(Field list, PlanLever lever, Set<String> ids) {
        for (int i = 0; i < lever.requires().size(); i++) {
            String required = lever.requires().get(i);
            if (!ids.contains(required) || required.equals(lever.id())) {
                throw list.at(i)
                        .refused(
                                "is '" + required + "', which is no other lever",
                                "name one of levers");
            }
        }
    }

    private void checkLever(Field at, PlanLever lever) {
        at.dot("potential").amount(lever.potential());
        at.dot("deployedBefore")
                .between(
                        lever.deployedBefore(),
                        0,
                        lever.potential(),
                        "no more can be in use than the potential");
        at.dot("buildLimitPerYear").path(lever.buildLimitPerYear(), years, Field::amount);
        at.dot("leadTimeYears").between(lever.leadTimeYears(), 0, 50, "state whole years");
        lever.lifeYears()
                .ifPresent(life -> at.dot("lifeYears").between(life, 1, 100, "state whole years"));
        lever.blockSize().ifPresent(size -> checkBlock(at.dot("blockSize"), size, lever));
        Field cost = at.dot("cost");
        cost.dot("capitalPerUnit").path(lever.cost().capitalPerUnit(), years, Field::amount);
        cost.dot("unusedCapitalPerUnit")
                .path(lever.cost().unusedCapitalPerUnit(), years, Field::notNegative);
        cost.dot("operatingPerUnit").path(lever.cost().operatingPerUnit(), years, Field::signed);
        Set<String> reached = new HashSet<>();
        for (int i = 0; i < lever.cuts().size(); i++) {
            checkCut(at.dot("cuts").at(i), lever.cuts().get(i), reached);
        }
        Field electricity = at.dot("electricity");
        electricity
                .dot("demandMwhPerUnit")
                .path(lever.electricity().demandMwhPerUnit(), years, Field::signed);
        electricity
                .dot("renewableMwhPerUnit")
                .path(lever.electricity().renewableMwhPerUnit(), years, Field::signed);
    }

    private static void checkBlock(Field at, double size, PlanLever lever) {
        if (!(size > 0)) {
            throw at.refused("is " + Field.number(size), "state the units of one project");
        }
        if (lever.potential() / size > MAXIMUM_BLOCKS) {
            throw at.refused(
                    "is " + Field.number(size) + " and splits the potential into too many blocks",
                    "leave it out: so small a project can be planned in parts");
        }
    }

    private void checkCut(Field at, Cut cut, Set<String> reached) {
        checkKnown(at.dot("node"), cut.node());
        checkNew(at.dot("node"), cut.node(), reached);
        switch (cut) {
            case Cut.ShareOfNode(String _, double depth) ->
                    at.dot("depth").between(depth, 0, 1, SHARE);
            case Cut.TonnesPerUnit(String _, YearPath tonnes) ->
                    at.dot("tonnesPerUnit").path(tonnes, years, Field::signed);
        }
    }

    private void checkKnown(Field at, String node) {
        if (!nodes.contains(node)) {
            throw at.refused("is '" + node + "', which has no baseline", "name one of baselines");
        }
    }

    void checkTargets(List<EmissionTarget> targets) {
        Field list = Field.of("targets");
        list.atMost(targets.size(), MAXIMUM_TARGETS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < targets.size(); i++) {
            EmissionTarget target = targets.get(i);
            Field at = list.at(i);
            checkNew(at.dot("id"), target.id(), ids);
            checkYear(at.dot("fromYear"), target.fromYear());
            checkYear(at.dot("untilYear"), target.untilYear());
            if (target.untilYear() < target.fromYear()) {
                throw at.dot("untilYear")
                        .refused(
                                "is " + target.untilYear() + ", before " + target.fromYear(),
                                "end not before it begins");
            }
            at.dot("tonnes").amount(target.tonnes());
            checkNodes(at.dot("nodes"), target);
        }
    }

    private void checkNodes(Field at, EmissionTarget target) {
        if (target.measure() == EmissionTarget.Measure.NET && !target.nodes().isEmpty()) {
            throw at.refused(
                    "narrows a net target", "a net target covers all; set a gross one on a part");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < target.nodes().size(); i++) {
            checkKnown(at.at(i), target.nodes().get(i));
            checkNew(at.at(i), target.nodes().get(i), seen);
        }
    }

    private void checkYear(Field at, int year) {
        at.between(
                year,
                years.baseYear() + 1.0,
                years.lastYear(),
                "name a planned year, after the base year " + years.baseYear());
    }

    void checkRenewable(RenewablePath renewable) {
        Field at = Field.of("renewable");
        at.dot("demandMwh").path(renewable.demandMwh(), years, Field::amount);
        at.dot("renewableMwh").path(renewable.renewableMwh(), years, Field::amount);
        Field list = at.dot("targets");
        list.atMost(renewable.targets().size(), MAXIMUM_TARGETS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < renewable.targets().size(); i++) {
            RenewablePath.ShareTarget target = renewable.targets().get(i);
            checkNew(list.at(i).dot("id"), target.id(), ids);
            checkYear(list.at(i).dot("year"), target.year());
            list.at(i).dot("share").between(target.share(), 0, 1, SHARE);
        }
    }

    void checkCapitalCaps(List<CapitalCap> caps) {
        Field list = Field.of("capitalCaps");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < caps.size(); i++) {
            checkYear(list.at(i).dot("year"), caps.get(i).year());
            checkNew(list.at(i).dot("year"), Integer.toString(caps.get(i).year()), seen);
            list.at(i).dot("amount").amount(caps.get(i).amount());
        }
    }

    void checkCredits(CreditMarket credits) {
        Field at = Field.of("credits");
        at.dot("pricePerTonne").path(credits.pricePerTonne(), years, Field::amount);
        at.dot("availableTonnes").path(credits.availableTonnes(), years, Field::amount);
        credits.heldTonnes().ifPresent(held -> checkHeld(at.dot("heldTonnes"), held));
    }

    private void checkHeld(Field at, YearPath held) {
        at.path(held, years, Field::amount);
        for (int t = 1; t < held.values().size(); t++) {
            at.at(t)
                    .between(
                            held.at(t),
                            held.at(t - 1),
                            Double.MAX_VALUE,
                            "count the credits of all vintages up to the year, used or not");
        }
    }

    void checkFinance(PlanFinance finance) {
        Field at = Field.of("finance");
        at.dot("discountRatePerYear").between(finance.discountRatePerYear(), 0, 1, SHARE);
        at.dot("internalCarbonPricePerTonne")
                .path(finance.internalCarbonPricePerTonne(), years, Field::amount);
    }
}
