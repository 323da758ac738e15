package org.netzero.energy.consumption;

import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;

/// The parameters of a list of records.
record RecordsQuery(
        @QueryParam("siteId") @Nullable String siteId,
        @QueryParam("carrier") @Nullable String carrier) {

    EnergyRecordRepository.Filter filter(Optional<Period> period) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("siteId", siteId);
        values.put("carrier", carrier);
        var fields = new Fields(values);
        var filter =
                new EnergyRecordRepository.Filter(
                        fields.optionalId("siteId"),
                        fields.optionalOneOf("carrier", EnergyCarrier.class),
                        period);
        fields.refuseIfInvalid();
        return filter;
    }
}
