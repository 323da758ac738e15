package org.netzero.gateway.roadmap.projection;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.netzero.gateway.roadmap.engine.MethodVersion;

/// From when on which method of the engine projected.
@ApplicationScoped
class MethodHistory {

    private final EntityManager database;
    private final Clock clock;

    MethodHistory(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Notes the method of this release where it is not the last one noted.
    @Startup
    @Transactional
    void start() {
        database.createNativeQuery(
                        """
                        insert into projection_method (method_version, started_at)
                        select :method, :now
                         where :method is distinct from
                               (select method_version from projection_method order by id desc limit 1)
                        """)
                .setParameter("method", MethodVersion.CURRENT)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /// The present method where none is noted for so early a time.
    @Transactional
    int at(Instant instant) {
        List<?> methods =
                database.createNativeQuery(
                                "select method_version from projection_method where started_at <= :at order by id desc limit 1")
                        .setParameter("at", instant)
                        .getResultList();
        return methods.isEmpty() ? MethodVersion.CURRENT : ((Number) methods.getFirst()).intValue();
    }
}
