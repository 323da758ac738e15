package org.netzero.emissions.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;

/// A company or joint venture the reporting company has a part in.
///
/// @param parent the entity that holds it; empty where the reporting company does
/// @param equityShare of its parent in it, 0 to 1
/// @param financialControl the reporting company directs its financial policies
/// @param operationalControl the reporting company directs its operations
/// @param from the first day it belongs to the company; empty: since ever
/// @param to the first day it does not any more; empty: for ever
public record LegalEntity(
        String entityId,
        String name,
        Optional<String> parent,
        BigDecimal equityShare,
        boolean financialControl,
        boolean operationalControl,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    public LegalEntity {
        if (equityShare.signum() < 0 || equityShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "An equity share lies between 0 and 1: %s".formatted(equityShare));
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException(
                    "An entity leaves after it came: %s, %s".formatted(from.get(), to.get()));
        }
    }

    /// Whether it belongs to the company on a day.
    public boolean isHeldOn(LocalDate day) {
        return from.map(first -> !day.isBefore(first)).orElse(true)
                && to.map(day::isBefore).orElse(true);
    }

    /// Whether it belongs to the company on some day of a year.
    public boolean isHeldIn(int year) {
        return from.map(first -> first.getYear() <= year).orElse(true)
                && to.map(end -> end.isAfter(LocalDate.of(year, 1, 1))).orElse(true);
    }

    /// What of its emissions counts by its own figures alone; an equity share is its parent's.
    public BigDecimal share(ConsolidationApproach approach) {
        return switch (approach) {
            case OPERATIONAL_CONTROL -> operationalControl ? BigDecimal.ONE : BigDecimal.ZERO;
            case FINANCIAL_CONTROL -> financialControl ? BigDecimal.ONE : BigDecimal.ZERO;
            case EQUITY_SHARE -> equityShare;
        };
    }
}
