package org.netzero.gateway.roadmap.plan;

import java.util.List;
import java.util.Optional;

/// Everything a plan is made from. The order of its lists means nothing.
///
/// @param lastYear at most 60 years after the base year
/// @param baselines at most 1,000, one per node
/// @param levers at most 200
/// @param targets at most 500
public record PlanInput(
        int baseYear,
        int lastYear,
        List<NodeBaseline> baselines,
        List<PlanLever> levers,
        List<ExclusiveGroup> groups,
        List<EmissionTarget> targets,
        Optional<RenewablePath> renewable,
        List<CapitalCap> capitalCaps,
        Optional<CreditMarket> credits,
        PlanFinance finance) {

    /// @throws PlanInputRefused with the path of the first field that breaks a rule
    public PlanInput {
        baselines = List.copyOf(baselines);
        levers = List.copyOf(levers);
        groups = List.copyOf(groups);
        targets = List.copyOf(targets);
        capitalCaps = List.copyOf(capitalCaps);
        PlanYears years = PlanYears.checked(baseYear, lastYear);
        PlanInputRules rules = new PlanInputRules(years, baselines);
        rules.checkLevers(levers);
        GroupRules.check(groups, levers);
        rules.checkTargets(targets);
        renewable.ifPresent(rules::checkRenewable);
        rules.checkCapitalCaps(capitalCaps);
        credits.ifPresent(rules::checkCredits);
        rules.checkFinance(finance);
    }

    PlanYears years() {
        return new PlanYears(baseYear, lastYear);
    }
}
