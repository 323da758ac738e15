package org.netzero.emissions.baseyear;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.platform.json.Decimals;

/// Whether the base year has to be recalculated: when one change, or under a cumulative policy the
/// sum of all, is above the threshold in either direction. A rise and a fall cancel in the sum, not
/// each alone. What happened before the last restatement of the base year is settled by it. Pure.
///
/// @param due whether a recalculation is due
/// @param reasons one for each change, or sum, above the threshold
/// @param verdicts of every change
/// @param sumTonnes of the changes that count, in t CO2e
/// @param sumPercent of the base year's emissions
record BaseYearCheck(
        boolean due,
        List<String> reasons,
        List<Verdict> verdicts,
        BigDecimal sumTonnes,
        BigDecimal sumPercent,
        CalculationTrace trace) {

    private static final int DECIMALS_OF_A_PERCENT = 6;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// @param percent of the base year's emissions
    /// @param counts false for organic growth and for what is settled
    /// @param settled by a restatement of the base year
    record Verdict(
            StructuralChange change,
            BigDecimal percent,
            boolean counts,
            boolean settled,
            boolean aboveThreshold) {}

    /// @param baseTonnes emissions of the base year in t CO2e, above 0
    /// @param restatedAt when the base year was last restated
    static BaseYearCheck of(
            BaseYearPolicy policy,
            BigDecimal baseTonnes,
            List<StructuralChange> changes,
            Optional<Instant> restatedAt) {
        List<Verdict> verdicts =
                changes.stream()
                        .sorted(
                                Comparator.comparing(StructuralChange::happenedOn)
                                        .thenComparing(StructuralChange::changeId))
                        .map(change -> verdict(policy, baseTonnes, change, restatedAt))
                        .toList();
        BigDecimal sum =
                verdicts.stream()
                        .filter(Verdict::counts)
                        .map(verdict -> verdict.change().tonnesCo2e())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var reasons = new ArrayList<String>();
        verdicts.stream()
                .filter(Verdict::aboveThreshold)
                .forEach(verdict ->
                        reasons.add(
                                "%s '%s' changes the base year by %s %%, more than %s %%"
                                        .formatted(
                                                verdict.change().kind(),
                                                verdict.change().changeId(),
                                                Decimals.plain(verdict.percent()),
                                                Decimals.plain(policy.thresholdPercent()))));
        if (policy.cumulative() && isAbove(policy, baseTonnes, sum)) {
            reasons.add(
                    "all changes together change the base year by %s %%, more than %s %%"
                            .formatted(
                                    Decimals.plain(percent(sum, baseTonnes)),
                                    Decimals.plain(policy.thresholdPercent())));
        }
        return new BaseYearCheck(
                !reasons.isEmpty(),
                List.copyOf(reasons),
                verdicts,
                sum,
                percent(sum, baseTonnes),
                trace(policy, baseTonnes, verdicts, sum));
    }

    private static Verdict verdict(
            BaseYearPolicy policy,
            BigDecimal baseTonnes,
            StructuralChange change,
            Optional<Instant> restatedAt) {
        boolean settled =
                restatedAt.filter(restated -> !change.statedAt().isAfter(restated)).isPresent();
        boolean counts = change.kind().counts() && !settled;
        return new Verdict(
                change,
                percent(change.tonnesCo2e(), baseTonnes),
                counts,
                settled,
                counts && isAbove(policy, baseTonnes, change.tonnesCo2e()));
    }

    /// Exact: no quotient is compared.
    private static boolean isAbove(
            BaseYearPolicy policy, BigDecimal baseTonnes, BigDecimal tonnes) {
        return tonnes.abs()
                        .multiply(HUNDRED)
                        .compareTo(policy.thresholdPercent().multiply(baseTonnes))
                > 0;
    }

    private static BigDecimal percent(BigDecimal tonnes, BigDecimal baseTonnes) {
        return tonnes.multiply(HUNDRED)
                .divide(baseTonnes, DECIMALS_OF_A_PERCENT, RoundingMode.HALF_EVEN);
    }

    private static CalculationTrace trace(
            BaseYearPolicy policy, BigDecimal baseTonnes, List<Verdict> verdicts, BigDecimal sum) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("baseYear", String.valueOf(policy.baseYear()));
        inputs.put("emissions", tonnes(baseTonnes));
        inputs.put("threshold", Decimals.plain(policy.thresholdPercent()) + " %");
        inputs.put("sum", tonnes(sum));
        return new CalculationTrace(
                "base year",
                inputs,
                "sum of changes that count ÷ emissions of the base year",
                Decimals.plain(percent(sum, baseTonnes)) + " %",
                verdicts.stream().map(BaseYearCheck::trace).toList());
    }

    private static CalculationTrace trace(Verdict verdict) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("kind", verdict.change().kind().name());
        inputs.put("effect", tonnes(verdict.change().tonnesCo2e()));
        inputs.put(
                "counts",
                verdict.counts()
                        ? "yes"
                        : verdict.settled()
                                ? "no: settled by a restatement"
                                : "no: organic growth");
        return new CalculationTrace(
                verdict.change().changeId(),
                inputs,
                "effect ÷ emissions of the base year",
                Decimals.plain(verdict.percent()) + " %",
                List.of());
    }

    private static String tonnes(BigDecimal tonnes) {
        return Decimals.plain(tonnes) + " tCO2e";
    }
}
