package org.netzero.gateway.roadmap.basis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "indicator")
@NullUnmarked
class IndicatorEntity extends FactEntity {

    String subject;
    String period;
    int year;
    String granularity;
    String provenance;
    @Nullable BigDecimal pue;

    @Column(name = "it_kwh")
    @Nullable BigDecimal itKwh;

    @Column(name = "paired_hours")
    @Nullable BigDecimal pairedHours;

    @Column(name = "input_kwh")
    @Nullable BigDecimal inputKwh;

    @Column(name = "input_hours")
    @Nullable BigDecimal inputHours;

    @Column(name = "it_capacity_kw")
    @Nullable BigDecimal itCapacityKw;

    boolean held;
}
