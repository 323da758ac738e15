package org.netzero.gateway.roadmap.basis;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// One version of a fact. It is the newest known from `receivedAt` on and until `supersededAt`.
@MappedSuperclass
@NullUnmarked
abstract class FactEntity {

    /// Condition on the facts that were the newest at the instant `:at`.
    static final String NEWEST_AT =
            "receivedAt <= :at and (supersededAt is null or supersededAt > :at)";

    /// Condition on the facts that were the newest at one of the instants `:from` and `:to` only.
    static final String NEWEST_AT_ONE_OF =
            "((receivedAt <= :from and supersededAt > :from and supersededAt <= :to) or "
                    + "(receivedAt > :from and receivedAt <= :to and (supersededAt is null or supersededAt > :to)))";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long version;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "superseded_at")
    @Nullable Instant supersededAt;
}
