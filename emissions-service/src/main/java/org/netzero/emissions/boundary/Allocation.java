package org.netzero.emissions.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A key that splits the figures of a site among entities.
///
/// @param parts at least one; their shares sum to exactly 1
/// @param from the first day it applies; empty: since ever
/// @param to the first day it does not any more; empty: for ever
public record Allocation(
        String siteId, List<Part> parts, Optional<LocalDate> from, Optional<LocalDate> to) {

    /// @param share above 0 and at most 1
    public record Part(String entityId, BigDecimal share) {

        public Part {
            if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "A share lies above 0 and is at most 1: %s".formatted(share));
            }
        }
    }

    public Allocation {
        parts = List.copyOf(parts);
        if (sum(parts).compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException(
                    "The shares of '%s' sum to %s, not to 1".formatted(siteId, sum(parts)));
        }
        if (parts.stream().map(Part::entityId).collect(Collectors.toSet()).size() < parts.size()) {
            throw new IllegalArgumentException(
                    "An entity stands twice among the shares of '%s'".formatted(siteId));
        }
    }

    static BigDecimal sum(List<Part> parts) {
        return parts.stream().map(Part::share).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean appliesOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(day::isBefore).orElse(true);
    }
}
