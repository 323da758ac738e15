package org.netzero.gateway.roadmap.basis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/// How much was stored so far, by whichever instance of the gateway: it grows with every fact,
/// every version of a scenario and every deletion of one.
@ApplicationScoped
public class FigureCount {

    private final EntityManager database;

    FigureCount(EntityManager database) {
        this.database = database;
    }

    @Transactional
    public long ofAll() {
        return ((Number)
                        database.createNativeQuery(
                                        """
                                        select coalesce((select max(id) from energy_total), 0)
                                             + coalesce((select max(id) from inventory), 0)
                                             + coalesce((select max(id) from indicator), 0)
                                             + coalesce((select max(id) from driver_value), 0)
                                             + coalesce((select sum(version) from scenario), 0)
                                             + (select count(deleted_at) from scenario)
                                        """)
                                .getSingleResult())
                .longValue();
    }
}
