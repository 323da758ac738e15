package org.netzero.datacenter.facility;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class MeasuringPointRepository implements PanacheRepositoryBase<MeasuringPointEntity, Integer> {

    /// How often points changed.
    long changes() {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery("select count from point_changes")
                                .getSingleResult())
                .longValue();
    }

    /// Notes that points change with this transaction.
    void change() {
        getEntityManager()
                .createNativeQuery("update point_changes set count = count + 1")
                .executeUpdate();
    }
}
