package org.netzero.energy.meter;

import java.util.Optional;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// An interval of a meter as a row states it; the zone of the meter's site is not looked up yet.
///
/// @param end an hour after the start where it is empty
/// @param joules energy within the interval
/// @param revision 1, or one more than what it takes the place of
record IntervalRow(
        String meterId,
        StatedMoment start,
        Optional<StatedMoment> end,
        long joules,
        ReadingQuality quality,
        int revision) {

    static final Columns COLUMNS =
            Columns.of(
                            "meterId: The meter, by its id",
                            "start: Beginning, as an instant with offset (2022-03-27T02:00+02:00) or a time on the site's clock",
                            "end?: First moment that no longer belongs; an hour after the start when left out",
                            "quantity: Energy within the interval, not negative",
                            "unit: A unit of energy, such as kWh or MJ",
                            "quality?: MEASURED when left out",
                            "revision?: 1 when left out; 2 takes the place of what came first, 3 of 2")
                    .withValues("quality", ReadingQuality.values());

    private static final int MOST_REVISIONS = 1_000;

    /// @throws InvalidInput with everything that is wrong
    static IntervalRow read(Fields fields) {
        Optional<String> meterId = fields.text("meterId");
        Optional<StatedMoment> start =
                fields.text("start").flatMap(text -> StatedMoment.read(fields, "start", text));
        Optional<StatedMoment> end =
                fields.optionalText("end").flatMap(text -> StatedMoment.read(fields, "end", text));
        Optional<Long> joules = ExactEnergy.read(fields, "quantity", "unit");
        Optional<ReadingQuality> quality = fields.optionalOneOf("quality", ReadingQuality.class);
        int revision = revision(fields);
        fields.refuseIfInvalid();
        return new IntervalRow(
                meterId.orElseThrow(),
                start.orElseThrow(),
                end,
                joules.orElseThrow(),
                quality.orElse(ReadingQuality.MEASURED),
                revision);
    }

    private static int revision(Fields fields) {
        Optional<String> stated = fields.optionalText("revision");
        if (stated.isEmpty()) {
            return 1;
        }
        String text = stated.get();
        if (text.matches("[0-9]{1,4}")) {
            int revision = Integer.parseInt(text);
            if (revision >= 1 && revision <= MOST_REVISIONS) {
                return revision;
            }
        }
        fields.refuse(
                "revision",
                "OUT_OF_RANGE",
                "'%s' is no number from 1 to %d; 2 takes the place of what came first, 3 of 2"
                        .formatted(text, MOST_REVISIONS));
        return 1;
    }
}
