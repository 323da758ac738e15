package org.netzero.gateway.roadmap.basis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/// Takes in what the services tell. A version at or below the one that is known changes nothing.
@ApplicationScoped
class Facts {

    private final EnergyTotalRepository energyTotals;
    private final InventoryRepository inventories;
    private final IndicatorRepository indicators;
    private final DriverValueRepository driverValues;
    private final ObjectMapper json;
    private final Clock clock;

    Facts(
            EnergyTotalRepository energyTotals,
            InventoryRepository inventories,
            IndicatorRepository indicators,
            DriverValueRepository driverValues,
            ObjectMapper json,
            Clock clock) {
        this.energyTotals = energyTotals;
        this.inventories = inventories;
        this.indicators = indicators;
        this.driverValues = driverValues;
        this.json = json;
        this.clock = clock;
    }

    /// @return whether it was news
    @Transactional
    boolean add(EnergyTotalled fact) {
        Optional<EnergyTotalEntity> known =
                energyTotals
                        .find(
                                "siteId = :site and carrier = :carrier and source = :source and period = :period"
                                        + " and supersededAt is null",
                                Map.of(
                                        "site",
                                        fact.siteId(),
                                        "carrier",
                                        fact.carrier(),
                                        "source",
                                        fact.source(),
                                        "period",
                                        fact.period()))
                        .firstResultOptional();
        return keep(energyTotals, known, fact.entity());
    }

    /// @return whether it was news
    @Transactional
    boolean add(InventoryCalculated fact) {
        Optional<InventoryEntity> known =
                inventories
                        .find("year = ?1 and supersededAt is null", fact.year())
                        .firstResultOptional();
        try {
            String categories = json.writeValueAsString(fact.scope3Categories());
            return keep(inventories, known, fact.entity(categories));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Category totals are always JSON", impossible);
        }
    }

    /// @return whether it was news
    @Transactional
    boolean add(IndicatorCalculated fact) {
        Optional<IndicatorEntity> known =
                indicators
                        .find(
                                "subject = ?1 and period = ?2 and supersededAt is null",
                                fact.subject(),
                                fact.period())
                        .firstResultOptional();
        return keep(indicators, known, fact.entity());
    }

    /// @return whether it was news
    @Transactional
    boolean add(DriverStated fact) {
        Optional<DriverValueEntity> known =
                driverValues
                        .find(
                                "driver = ?1 and period = ?2 and supersededAt is null",
                                fact.driver(),
                                fact.period())
                        .firstResultOptional();
        return keep(driverValues, known, fact.entity());
    }

    private <F extends FactEntity> boolean keep(
            PanacheRepository<F> facts, Optional<F> known, F told) {
        if (known.isPresent() && known.get().version >= told.version) {
            return false;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        known.ifPresent(older -> {
            older.supersededAt = now;
            facts.flush();
        });
        told.receivedAt = now;
        facts.persist(told);
        return true;
    }
}
