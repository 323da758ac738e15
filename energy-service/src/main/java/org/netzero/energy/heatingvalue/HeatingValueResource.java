package org.netzero.energy.heatingvalue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.HeatingValue;
import org.netzero.energy.carrier.HeatingValueSet;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.identity.Role;
import org.netzero.quantities.Intensity;

@Path("/api/energy/heating-values")
@Tag(name = "Energy")
@RunOnVirtualThread
class HeatingValueResource {

    private final HeatingValues heatingValues;

    HeatingValueResource(HeatingValues heatingValues) {
        this.heatingValues = heatingValues;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    @Operation(
            operationId = "getHeatingValues",
            summary = "One publication's net calorific values, with the densities used beside them")
    @APIResponse(responseCode = "200", description = "The set")
    @APIResponse(responseCode = "404", description = "No set has this id")
    public SetView heatingValues(
            @QueryParam("set") @DefaultValue(HeatingValues.DEFAULT_SET) String set) {
        return SetView.of(heatingValues.set(set));
    }

    record SetView(String id, List<ValueView> values) {
        static SetView of(HeatingValueSet set) {
            return new SetView(
                    set.id(),
                    set.values().values().stream()
                            .sorted(Comparator.comparing(HeatingValue::carrier))
                            .map(ValueView::of)
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ValueView(
            String id,
            EnergyCarrier carrier,
            IntensityView netCalorificValue,
            @Nullable IntensityView density,
            @Nullable Provenance densityProvenance,
            @Nullable String densitySource,
            @Nullable BigDecimal netPerGross,
            @Nullable String netPerGrossSource,
            LocalDate validFrom,
            Provenance provenance,
            String source) {
        static ValueView of(HeatingValue value) {
            HeatingValue.Density density = value.density().orElse(null);
            return new ValueView(
                    value.id(),
                    value.carrier(),
                    IntensityView.of(value.netCalorificValue()),
                    density == null ? null : IntensityView.of(density.massPerVolume()),
                    density == null ? null : density.provenance(),
                    density == null ? null : density.source(),
                    value.netPerGross().map(HeatingValue.NetPerGross::ratio).orElse(null),
                    value.netPerGross().map(HeatingValue.NetPerGross::source).orElse(null),
                    value.validFrom(),
                    value.provenance(),
                    value.source());
        }
    }

    record IntensityView(BigDecimal value, String unit) {
        static IntensityView of(Intensity intensity) {
            return new IntensityView(intensity.value(), intensity.unit() + "/" + intensity.per());
        }
    }
}
