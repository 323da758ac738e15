package org.netzero.emissions.consumption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

@Entity
@Table(name = "resource_total")
class ResourceTotalEntity {

    @Id
    @Column(name = "total_key")
    String key;

    @Column(name = "site_id")
    String siteId;

    @Enumerated(EnumType.STRING)
    Resource resource;

    String period;
    int year;
    BigDecimal value;
    String unit;

    /// Whether the value counts no more; it stays for its version, as what is older may come later.
    boolean missing;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ResourceTotalEntity() {}

    void become(ResourceTotalled fact) {
        key = fact.key();
        siteId = fact.siteId();
        resource = fact.resource();
        period = fact.period();
        year = fact.year();
        value = fact.quantity().value();
        unit = fact.quantity().unit().symbol();
        missing = fact.isMissing();
        version = fact.version();
    }

    Quantity quantity() {
        return new Quantity(value, Unit.parse(unit));
    }
}
