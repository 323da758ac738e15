package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;

/// What the roadmap reads of `emissions.driver`: revenue, staff and the like in one period.
record DriverStated(String driver, String period, BigDecimal value, String unit, long version) {

    DriverValueEntity entity() {
        DriverValueEntity entity = new DriverValueEntity();
        entity.driver = driver;
        entity.period = period;
        entity.value = value;
        entity.unit = unit;
        entity.version = version;
        return entity;
    }
}
