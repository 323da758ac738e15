package org.netzero.datacenter.facility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "facility")
@NullUnmarked
class FacilityEntity {

    @Id
    @Column(name = "datacenter_id")
    String datacenterId;

    @Column(name = "site_id")
    String siteId;

    @Nullable String name;

    @Column(name = "in_operation_since")
    LocalDate inOperationSince;

    @Column(name = "it_capacity_kw")
    @Nullable BigDecimal itCapacityKw;

    @Column(name = "pue_category")
    @Nullable Short pueCategory;

    static FacilityEntity of(Facility facility) {
        var entity = new FacilityEntity();
        entity.datacenterId = facility.datacenterId();
        entity.update(facility);
        return entity;
    }

    void update(Facility facility) {
        siteId = facility.siteId();
        name = facility.name().orElse(null);
        inOperationSince = facility.inOperationSince();
        itCapacityKw = facility.itCapacityKw().orElse(null);
        pueCategory =
                facility.pueCategory().isPresent()
                        ? (short) facility.pueCategory().getAsInt()
                        : null;
    }

    Facility toFacility() {
        return new Facility(
                datacenterId,
                siteId,
                Optional.ofNullable(name),
                inOperationSince,
                Optional.ofNullable(itCapacityKw),
                pueCategory == null ? OptionalInt.empty() : OptionalInt.of(pueCategory));
    }
}
