package org.netzero.emissions.baseyear;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/// A revision of the policy.
@Entity
@Table(name = "base_year_policy")
class PolicyEntity {

    @Id int revision;

    @Column(name = "base_year")
    int baseYear;

    @Column(name = "threshold_percent")
    BigDecimal thresholdPercent;

    boolean cumulative;

    @Column(name = "stated_at")
    Instant at;

    @Column(name = "stated_by")
    String by;

    @SuppressWarnings("NullAway.Init") // Hibernate and BaseYears fill the fields
    PolicyEntity() {}

    BaseYearPolicy value() {
        return new BaseYearPolicy(baseYear, thresholdPercent, cumulative);
    }
}
