package org.netzero.emissions.consumption;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.EnergyCarrier;
import org.netzero.emissions.calculation.EnergySource;
import org.netzero.emissions.calculation.EnergyTotal;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.SiteKind;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

@Entity
@Table(name = "energy_total")
class EnergyTotalEntity {

    @Id
    @Column(name = "total_key")
    String key;

    @Column(name = "site_id")
    String siteId;

    @Enumerated(EnumType.STRING)
    @Column(name = "site_kind")
    SiteKind siteKind;

    String country;
    @Nullable String province;

    @Column(name = "grid_zone")
    @Nullable String gridZone;

    @Enumerated(EnumType.STRING)
    EnergyCarrier carrier;

    @Enumerated(EnumType.STRING)
    EnergySource source;

    String period;

    @Column(name = "starts_on")
    LocalDate start;

    @Column(name = "ends_on")
    LocalDate end;

    @Column(name = "energy_kwh")
    @Nullable BigDecimal energyKwh;

    String provenance;

    @Column(name = "record_count")
    int recordCount;

    long version;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "energy_quantity", joinColumns = @JoinColumn(name = "total_key"))
    @MapKeyColumn(name = "unit")
    @Column(name = "value")
    Map<String, BigDecimal> valueOfUnit = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    EnergyTotalEntity() {}

    void become(ConsumptionTotalled fact) {
        key = fact.key();
        siteId = fact.siteId();
        siteKind = fact.siteKind();
        country = fact.country();
        province = fact.province();
        gridZone = fact.gridZone();
        carrier = fact.carrier();
        source = fact.source();
        period = fact.period();
        start = fact.start();
        end = fact.end();
        energyKwh = fact.energyKwh();
        provenance =
                fact.provenance().stream()
                        .sorted()
                        .map(Enum::name)
                        .collect(Collectors.joining(","));
        recordCount = fact.recordCount();
        version = fact.version();
        valueOfUnit.clear();
        fact.quantities()
                .forEach(quantity -> valueOfUnit.put(quantity.unit().symbol(), quantity.value()));
    }

    EnergyTotal total() {
        List<Quantity> quantities =
                valueOfUnit.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Quantity(entry.getValue(), Unit.parse(entry.getKey())))
                        .toList();
        return new EnergyTotal(
                siteId,
                siteKind,
                new Place(country, Optional.ofNullable(province), Optional.ofNullable(gridZone)),
                carrier,
                source,
                period,
                start,
                end,
                Optional.ofNullable(energyKwh),
                quantities,
                Arrays.stream(provenance.split(","))
                        .filter(name -> !name.isEmpty())
                        .map(Provenance::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
