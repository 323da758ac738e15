package org.netzero.emissions.boundary;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A revision of a site's key. `parts` is `entity=share,entity=share`; ids have neither sign.
@Entity
@Table(name = "allocation")
@IdClass(AllocationEntity.Key.class)
class AllocationEntity {

    record Key(String siteId, int revision) {}

    @Id
    @Column(name = "site_id")
    String siteId;

    @Id int revision;
    String parts;

    @Column(name = "starts_on")
    @Nullable LocalDate from;

    @Column(name = "ends_on")
    @Nullable LocalDate to;

    @Column(name = "stated_at")
    Instant at;

    @Column(name = "stated_by")
    String by;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    AllocationEntity() {}

    static AllocationEntity of(Allocation key, int revision, Instant at, String by) {
        var entity = new AllocationEntity();
        entity.siteId = key.siteId();
        entity.revision = revision;
        entity.parts =
                key.parts().stream()
                        .map(part -> part.entityId() + "=" + part.share().toPlainString())
                        .collect(Collectors.joining(","));
        entity.from = key.from().orElse(null);
        entity.to = key.to().orElse(null);
        entity.at = at;
        entity.by = by;
        return entity;
    }

    Allocation value() {
        List<Allocation.Part> read =
                Arrays.stream(parts.split(",", -1))
                        .map(part -> part.split("=", -1))
                        .map(pair -> new Allocation.Part(pair[0], new BigDecimal(pair[1])))
                        .toList();
        return new Allocation(siteId, read, Optional.ofNullable(from), Optional.ofNullable(to));
    }
}
