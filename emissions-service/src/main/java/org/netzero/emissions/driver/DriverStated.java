package org.netzero.emissions.driver;

import java.math.BigDecimal;

/// The event `emissions.driver`.
record DriverStated(Driver driver, String period, BigDecimal value, String unit, long version) {

    static final String TOPIC = "emissions.driver";
    static final String TYPE = "org.netzero.emissions.driver-stated.v1";

    static DriverStated of(DriverEntity entity) {
        return new DriverStated(
                entity.driver, entity.period, entity.value, entity.unit, entity.revision);
    }

    String key() {
        return driver + "/" + period;
    }
}
