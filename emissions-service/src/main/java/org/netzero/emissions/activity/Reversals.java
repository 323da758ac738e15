package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.imports.Reversal;
import org.netzero.platform.imports.ReversedRecords;

/// Takes imports of activities back: what they come to goes out of the results.
@ApplicationScoped
class Reversals implements Reversal.Possible {

    private static final String YEAR = "extract(year from old.starts_on)::int";

    private final ReversedRecords records;
    private final Activities activities;
    private final ChangedYears changedYears;

    Reversals(DataSource database, Activities activities, ChangedYears changedYears) {
        this.records =
                new ReversedRecords(
                        database, new ReversedRecords.Names("activity_record", "activity_id"));
        this.activities = activities;
        this.changedYears = changedYears;
    }

    /// A record that counts again.
    private record Restored(String activityId, int year) {}

    @Override
    public List<Reversal.Superseded> supersededSince(UUID importId) {
        return records.supersededSince(importId);
    }

    @Override
    public void takeBack(UUID importId) {
        activities.discount(importId);
        List<Restored> restored =
                records.restore(
                        importId,
                        "old.activity_id, " + YEAR,
                        row -> new Restored(row.getString(1), row.getInt(2)));
        Set<Integer> years = new HashSet<>(records.reverse(importId, YEAR, row -> row.getInt(1)));
        restored.forEach(record -> years.add(record.year()));
        activities.countAgain(restored.stream().map(Restored::activityId).toList());
        changedYears.mark(years);
    }
}
