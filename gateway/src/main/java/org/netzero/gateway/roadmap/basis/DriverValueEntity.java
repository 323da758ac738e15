package org.netzero.gateway.roadmap.basis;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "driver_value")
@NullUnmarked
class DriverValueEntity extends FactEntity {

    String driver;
    String period;
    BigDecimal value;
    String unit;
}
