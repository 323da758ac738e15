package org.netzero.energy.report;

import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.progress.Growth;
import org.netzero.platform.input.Fields;

/// The years somebody asks about, and how the demand of those to come is assumed.
record GreenPowerQuery(
        @Parameter(description = "The first year, such as 2021") @QueryParam("from")
                @Nullable String from,
        @Parameter(description = "The last year, such as 2030") @QueryParam("to")
                @Nullable String to,
        @Parameter(
                        description =
                                "How demand changes each year after the last one on file, as a fraction such as 0.02; without it that year is carried forward")
                @QueryParam("growth")
                @Nullable String growth,
        @Parameter(description = "Who says so; needed with growth") @QueryParam("growthSource")
                @Nullable String growthSource) {

    /// Each of them takes balances of its own.
    static final int MOST_YEARS = 60;

    /// Demand that doubles in a year, or halves, is a slip of the hand.
    private static final BigDecimal MOST_GROWTH = BigDecimal.ONE;

    private static final BigDecimal LEAST_GROWTH = new BigDecimal("-0.5");

    record Asked(int from, int to, Growth growth) {}

    Asked read() {
        Fields fields = Fields.of(this);
        Optional<Integer> first = fields.year("from");
        Optional<Integer> last = fields.year("to");
        Optional<Growth> assumed = growth(fields);
        if (first.isPresent() && last.isPresent()) {
            checkYears(fields, first.get(), last.get());
        }
        fields.refuseIfInvalid();
        return new Asked(first.orElseThrow(), last.orElseThrow(), assumed.orElse(Growth.NONE));
    }

    private static void checkYears(Fields fields, int from, int to) {
        if (to < from) {
            fields.refuse(
                    "to",
                    "END_NOT_AFTER_START",
                    "'%d' lies before '%d'; it is the last year told of".formatted(to, from));
        } else if (to - from >= MOST_YEARS) {
            fields.refuse(
                    "to",
                    "TOO_LONG",
                    "%d years; ask for at most %d".formatted(to - from + 1, MOST_YEARS));
        }
    }

    private static Optional<Growth> growth(Fields fields) {
        Optional<BigDecimal> rate = fields.optionalDecimal("growth");
        Optional<String> source = fields.optionalText("growthSource");
        if (rate.isPresent() != source.isPresent()) {
            return fields.refuse(
                    "growthSource",
                    "GROWTH_AND_SOURCE",
                    "a growth rate and its source stand together or not at all");
        }
        return rate.flatMap(of ->
                of.compareTo(LEAST_GROWTH) < 0 || of.compareTo(MOST_GROWTH) > 0
                        ? fields.refuse(
                                "growth",
                                "OUT_OF_RANGE",
                                "'%s' is not from %s to %s; 2 %% is 0.02"
                                        .formatted(
                                                of.toPlainString(),
                                                LEAST_GROWTH.toPlainString(),
                                                MOST_GROWTH.toPlainString()))
                        : Optional.of(new Growth(of, source.orElseThrow())));
    }
}
