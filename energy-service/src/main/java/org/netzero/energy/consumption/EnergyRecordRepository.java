package org.netzero.energy.consumption;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.platform.input.Period;

@ApplicationScoped
class EnergyRecordRepository implements PanacheRepositoryBase<EnergyRecordEntity, Long> {

    /// Which records are wanted; what is empty does not restrict.
    record Filter(
            Optional<String> siteId, Optional<EnergyCarrier> carrier, Optional<Period> period) {}

    /// The records that stand, in the order they were stored.
    List<EnergyRecordEntity> after(long sequence, int count, Filter filter) {
        var query = new StringBuilder("supersededBy is null and sequence > :sequence");
        var parameters = new HashMap<String, Object>(Map.of("sequence", sequence));
        filter.siteId()
                .ifPresent(siteId -> {
                    query.append(" and siteId = :siteId");
                    parameters.put("siteId", siteId);
                });
        filter.carrier()
                .ifPresent(carrier -> {
                    query.append(" and carrier = :carrier");
                    parameters.put("carrier", carrier);
                });
        filter.period()
                .ifPresent(period -> {
                    query.append(" and localStart < :end and localEnd > :start");
                    parameters.put("start", period.start());
                    parameters.put("end", period.end());
                });
        return find(query + " order by sequence", parameters).page(Page.ofSize(count)).list();
    }
}
