package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The import of activities.
@ApplicationScoped
class ActivityImport implements ImportKind {

    private static final Set<String> SPELLINGS =
            Set.of("NOT_A_DECIMAL", "NOT_AN_INTERVAL", "NOT_A_DATE");

    private final ActivityReader reader;
    private final Activities activities;
    private final Reversals reversals;

    ActivityImport(ActivityReader reader, Activities activities, Reversals reversals) {
        this.reader = reader;
        this.activities = activities;
        this.reversals = reversals;
    }

    @Override
    public String name() {
        return "activities";
    }

    @Override
    public Columns columns() {
        return ActivityReader.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("quantity");
    }

    @Override
    public Set<String> dates() {
        return Set.of("start", "end");
    }

    @Override
    public Import<Activity> reading(Origin origin) {
        return reading(batch -> {
            Activities.Prepared prepared = activities.prepared(batch);
            return () -> activities.record(prepared, origin);
        });
    }

    @Override
    public Import<Activity> trying(Origin origin) {
        return reading(batch -> {
            Set<String> unknownSites = activities.unknownSites(batch);
            return () -> activities.tryOut(batch, unknownSites, origin);
        });
    }

    @Override
    public Reversal reversal() {
        return reversals;
    }

    private Import<Activity> reading(
            Function<List<Activity>, Supplier<List<RowOutcome>>> preparation) {
        return new Import<>(columns(), this::read, Import.BatchStore.preparing(preparation));
    }

    /// A file names its rows, so that sending it again changes nothing.
    private Activity read(Fields fields) {
        try {
            fields.id("activityId");
            fields.refuseIfInvalid();
            return reader.read(fields, StatedInputs.split(fields));
        } catch (InvalidInput refused) {
            throw new InvalidInput(refused.violations().stream().map(this::withRemedy).toList());
        }
    }

    private Violation withRemedy(Violation violation) {
        List<String> spelled = List.of("quantity", "start", "end");
        return spelled.contains(violation.field()) && SPELLINGS.contains(violation.code())
                ? new Violation(
                        violation.field(),
                        violation.code(),
                        violation.message()
                                + "; a file that spells them otherwise needs a mapping: PUT /api/imports/activities/mappings/{name}")
                : violation;
    }
}
