package org.netzero.emissions.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.ActivityResults;
import org.netzero.emissions.calculation.ActivityTotal;
import org.netzero.emissions.calculation.Crossing;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.quantities.GwpSet;

/// What records come to that are calculated one after the other for one question, and stored
/// nowhere.
public final class Gathering {

    private final Basis basis;
    private final GwpSet set;
    private final Sums sums = new Sums();
    private final List<Inventory.Apart> apart = new ArrayList<>();
    private final NavigableSet<Finding> findings = new TreeSet<>();
    private final NavigableSet<Crossing> crossing =
            new TreeSet<>(Comparator.comparing(Crossing::record));

    /// @param set the one the basis calculates on
    public Gathering(Basis basis, GwpSet set) {
        this.basis = basis;
        this.set = set;
    }

    /// @return what became of it
    public ActivityCalculation.Outcome add(ActivityRecord record) {
        ActivityCalculation.Outcome outcome = basis.calculation().of(record);
        Stretches stretches = basis.stretches(record.start().getYear());
        for (ActivityCalculation.Result result : outcome.results()) {
            if (isInside(result)) {
                sums.add(StoredResult.of(record, result, stretches));
            } else {
                apart.add(new Inventory.Apart(result.accounting(), result.result()));
            }
        }
        if (outcome.results().stream().anyMatch(Gathering::isInside)
                && stretches.crosses(record.start(), record.end())) {
            record.siteId()
                    .filter(basis.sitesThatChange(record.start().getYear())::contains)
                    .ifPresent(site ->
                            crossing.add(
                                    new Crossing(
                                            ActivityRecord.ref(record.activityId()),
                                            site,
                                            record.start(),
                                            record.end())));
        }
        outcome.findings().stream().map(ActivityCalculation.OfSet::finding).forEach(findings::add);
        keepFirst(findings);
        keepFirst(crossing);
        return outcome;
    }

    private static boolean isInside(ActivityCalculation.Result result) {
        return result.accounting() == Accounting.INSIDE_INVENTORY;
    }

    /// One more than are shown, which tells that there are more.
    private static void keepFirst(NavigableSet<?> all) {
        while (all.size() > Results.MOST + 1) {
            all.pollLast();
        }
    }

    /// @param amounts how much is on record
    public ActivityResults results(List<ActivityTotal> amounts) {
        return new ActivityResults(
                sums.totals(set, basis.library()),
                apart,
                Results.atMost(findings),
                Results.firstOf(crossing),
                amounts);
    }
}
