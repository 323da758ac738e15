package org.netzero.datacenter.heat;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.series.Stretches;
import org.netzero.platform.identity.Role;
import org.netzero.platform.input.AskedPeriod;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

@Path("/api/datacenters/{datacenterId}/heat-recovery")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class HeatRecoveryResource {

    private final Facilities facilities;
    private final HeatRecoverySystems systems;
    private final HeatRecoveries recoveries;

    HeatRecoveryResource(
            Facilities facilities, HeatRecoverySystems systems, HeatRecoveries recoveries) {
        this.facilities = facilities;
        this.systems = systems;
        this.recoveries = recoveries;
    }

    /// A registered system, and which revision of it.
    record SystemView(int revision, HeatRecoveryRequest system) {
        static SystemView of(Registered<HeatRecoveryRequest> registered) {
            return new SystemView(registered.revision(), registered.content());
        }
    }

    /// @param total of the whole period
    /// @param intervals of its days or months, if asked for
    record HeatRecoveryAnswer(
            String datacenterId,
            String period,
            @Nullable SystemView system,
            HeatRecoveryView total,
            List<HeatRecoveryView> intervals)
            implements Tabular {
        @Override
        public Table table() {
            return Table.of(
                    HeatRecoveryView.COLUMNS,
                    intervals.isEmpty() ? List.of(total) : intervals,
                    HeatRecoveryView::row);
        }
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public SystemView putHeatRecovery(@RestPath String datacenterId, HeatRecoveryRequest request) {
        facilities.get(datacenterId);
        return SystemView.of(systems.put(datacenterId, request));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public HeatRecoveryAnswer heatRecovery(
            @RestPath String datacenterId,
            @BeanParam AskedPeriod asked,
            @RestQuery Optional<String> granularity) {
        Facility facility = facilities.get(datacenterId);
        Optional<Registered<HeatRecoveryRequest>> registered = systems.find(datacenterId);
        Optional<HeatRecoverySystem> system =
                registered.map(known -> systems.read(datacenterId, known.content()));
        List<HeatRecoveryView> views =
                recoveries
                        .of(facility, system, asked.required(), Stretches.granularity(granularity))
                        .stream()
                        .map(recovered -> HeatRecoveryView.of(recovered, system))
                        .toList();
        return new HeatRecoveryAnswer(
                datacenterId,
                asked.required().toString(),
                registered.map(SystemView::of).orElse(null),
                views.getFirst(),
                views.subList(1, views.size()));
    }
}
