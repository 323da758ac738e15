package org.netzero.gateway.roadmap.basis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "energy_total")
@NullUnmarked
class EnergyTotalEntity extends FactEntity {

    @Column(name = "site_id")
    String siteId;

    @Column(name = "site_kind")
    String siteKind;

    String carrier;
    String source;
    String period;

    @Column(name = "start_date")
    LocalDate start;

    @Column(name = "end_date")
    LocalDate end;

    @Column(name = "energy_kwh")
    @Nullable BigDecimal energyKwh;

    @Column(name = "record_count")
    long recordCount;
}
