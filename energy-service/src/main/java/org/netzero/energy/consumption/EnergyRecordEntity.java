package org.netzero.energy.consumption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;

/// A stored record, for reading; they are written a batch at a time by [EnergyRecordTable].
@Entity
@Immutable
@Table(name = "energy_record")
class EnergyRecordEntity {

    @Id long sequence;

    @Column(name = "record_id")
    String recordId = "";

    @Column(name = "site_id")
    String siteId = "";

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    EnergyCarrier carrier = EnergyCarrier.ELECTRICITY;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    EnergySource source = EnergySource.PURCHASED;

    BigDecimal quantity = BigDecimal.ZERO;
    String unit = "";

    @Column(name = "start_at")
    Instant start = Instant.EPOCH;

    @Column(name = "end_at")
    Instant end = Instant.EPOCH;

    @Column(name = "local_start")
    LocalDate localStart = LocalDate.EPOCH;

    @Column(name = "local_end")
    LocalDate localEnd = LocalDate.EPOCH;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    Provenance provenance = Provenance.DEFAULTED;

    @Nullable String evidence;
    @Nullable String supersedes;

    @Column(name = "superseded_by")
    @Nullable Long supersededBy;
}
