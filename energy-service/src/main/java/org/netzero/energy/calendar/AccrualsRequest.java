package org.netzero.energy.calendar;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;

/// Which lines and periods are to be accrued, as its sender writes it.
record AccrualsRequest(
        @Nullable String period,
        @Nullable String siteId,
        @Nullable String carrier,
        @Nullable String source) {

    record Order(
            Period period,
            Optional<String> siteId,
            Optional<EnergyCarrier> carrier,
            Optional<EnergySource> source) {

        boolean of(Series series) {
            return carrier.filter(of -> of != series.carrier()).isEmpty()
                    && source.filter(of -> of != series.source()).isEmpty();
        }

        /// Whether it names one line.
        boolean isOfOneLine() {
            return siteId.isPresent() && carrier.isPresent() && source.isPresent();
        }
    }

    Order order() {
        var fields = Fields.of(this);
        Optional<Period> asked = fields.period("period");
        var siteOf = fields.optionalId("siteId");
        var carrierOf = fields.optionalOneOf("carrier", EnergyCarrier.class);
        var sourceOf = fields.optionalOneOf("source", EnergySource.class);
        fields.refuseIfInvalid();
        return new Order(asked.orElseThrow(), siteOf, carrierOf, sourceOf);
    }
}
