package org.netzero.datacenter.heat;

import static org.netzero.datacenter.metering.MeasuringRole.COOLING;
import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.LIGHTING;
import static org.netzero.datacenter.metering.MeasuringRole.UPS_LOSS;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.heat.HeatRecoverySystem.Stated;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.Effect;
import org.netzero.datacenter.register.Registrations;
import org.netzero.datacenter.register.Registrations.Kind;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.register.StatedFactor;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.series.NamedPoints;
import org.netzero.datacenter.series.NamedPoints.Expectation;
import org.netzero.datacenter.thermal.HeatFlow;
import org.netzero.platform.input.Fields;

/// All registered heat recovery systems.
@ApplicationScoped
public class HeatRecoverySystems {

    private static final int MOST_STATEMENTS = 1_000;

    /// Roles whose energy is the facility's own.
    private static final Set<MeasuringRole> INSIDE =
            Set.of(FACILITY_INPUT, IT, COOLING, UPS_LOSS, LIGHTING, HEAT_EXPORT);

    private static final Expectation FLOW = Expectation.of(MeasuredQuantity.FLOW);

    private static final Expectation PUMP =
            NamedPoints.energy()
                    .notOf(
                            INSIDE,
                            "a heat pump lies outside the data centre, and its electricity is no facility energy; use a point of role OTHER");

    private static final Expectation DELIVERED =
            NamedPoints.energy()
                    .notOf(
                            INSIDE,
                            "heat behind the heat pump is not what is handed over at the boundary; use a point of role OTHER");

    private final Registrations registrations;
    private final NamedPoints named;
    private final PointEnergies energies;

    HeatRecoverySystems(Registrations registrations, NamedPoints named, PointEnergies energies) {
        this.registrations = registrations;
        this.named = named;
        this.energies = energies;
    }

    Registered<HeatRecoveryRequest> put(String datacenterId, HeatRecoveryRequest request) {
        HeatRecoverySystem system = read(datacenterId, request);
        Registered<HeatRecoveryRequest> registered =
                registrations.put(datacenterId, Kind.HEAT_RECOVERY, "", request);
        energies.keep(system.points());
        return registered;
    }

    Optional<Registered<HeatRecoveryRequest>> find(String datacenterId) {
        return registrations.find(datacenterId, Kind.HEAT_RECOVERY, "", HeatRecoveryRequest.class);
    }

    /// Facilities whose heat is known by flow and temperatures, and so in no role.
    public Set<String> byFlow() {
        return registrations
                .ofAll(Kind.HEAT_RECOVERY, HeatRecoveryRequest.class)
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().heatFlow() != null)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    HeatRecoverySystem read(String datacenterId, HeatRecoveryRequest request) {
        List<Stated> stated = request.stated();
        Fields fields = Fields.of(request);
        Optional<HeatRecoverySystem.Flow> flow =
                request.heatFlow() == null ? Optional.empty() : flow(fields, datacenterId);
        List<String> delivered = listed(request.deliveredHeatPoints());
        named.check(fields, "deliveredHeatPoints", datacenterId, delivered, DELIVERED);
        List<String> electricity =
                listed(request.heatPump() == null ? null : request.heatPump().electricityPoints());
        named.check(fields, "heatPump.electricityPoints", datacenterId, electricity, PUMP);
        boolean none = isWithoutPump(request);
        checkPump(fields, none, electricity, stated);
        Optional<String> carrier = fields.text("replacedCarrier");
        Optional<Factor> replaced = StatedFactor.read(fields, "replacedFactor");
        Optional<Factor> grid = StatedFactor.read(fields, "gridFactor");
        Optional<Effect> effect = fields.oneOf("effect", Effect.class);
        fields.refuseIfInvalid();
        return new HeatRecoverySystem(
                flow,
                delivered,
                none,
                electricity,
                stated,
                carrier.orElseThrow(),
                replaced,
                grid,
                effect.orElseThrow());
    }

    private static boolean isWithoutPump(HeatRecoveryRequest request) {
        return request.heatPump() != null && Boolean.TRUE.equals(request.heatPump().none());
    }

    static List<String> listed(@Nullable List<String> names) {
        return names == null ? List.of() : List.copyOf(names);
    }

    private static void checkPump(
            Fields fields, boolean none, List<String> electricity, List<Stated> stated) {
        if (none && !(electricity.isEmpty() && stated.isEmpty())) {
            fields.refuse(
                    "heatPump.none",
                    "CONTRADICTION",
                    "there is either no heat pump, or electricity of one");
        }
        if (!electricity.isEmpty() && !stated.isEmpty()) {
            fields.refuse(
                    "heatPump.statedElectricity",
                    "STATED_TWICE",
                    "the heat pump's electricity is metered; state none besides, it would count twice");
        }
        if (stated.size() > MOST_STATEMENTS) {
            fields.refuse(
                    "heatPump.statedElectricity",
                    "TOO_MANY",
                    "%d statements; send at most %d".formatted(stated.size(), MOST_STATEMENTS));
        } else if (overlaps(stated)) {
            fields.refuse(
                    "heatPump.statedElectricity",
                    "OVERLAP",
                    "two statements are of the same days; they would count twice");
        }
    }

    private static boolean overlaps(List<Stated> stated) {
        for (int i = 0; i < stated.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (stated.get(i).period().overlaps(stated.get(j).period())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Optional<HeatRecoverySystem.Flow> flow(Fields fields, String datacenterId) {
        Optional<String> flow = point(fields, "heatFlow.flowPoint", datacenterId, FLOW);
        Optional<String> supply =
                point(
                        fields,
                        "heatFlow.supplyTemperaturePoint",
                        datacenterId,
                        NamedPoints.temperature());
        Optional<String> back =
                point(
                        fields,
                        "heatFlow.returnTemperaturePoint",
                        datacenterId,
                        NamedPoints.temperature());
        if (supply.isPresent() && supply.equals(back)) {
            fields.refuse(
                    "heatFlow.returnTemperaturePoint",
                    "POINT_TWICE",
                    "'%s' is the supply temperature too; their difference would be nothing"
                            .formatted(back.orElseThrow()));
        }
        Optional<HeatFlow.Position> position =
                fields.oneOf("heatFlow.meterPosition", HeatFlow.Position.class);
        Optional<HeatFlow.Fluid> fluid = fluid(fields);
        return flow.flatMap(f ->
                supply.flatMap(s ->
                        back.flatMap(b ->
                                position.map(p ->
                                        new HeatRecoverySystem.Flow(
                                                f, s, b, new HeatFlow(p, fluid))))));
    }

    private Optional<String> point(
            Fields fields, String field, String datacenterId, Expectation expectation) {
        Optional<String> id = fields.text(field);
        id.ifPresent(
                known -> named.check(fields, field, datacenterId, List.of(known), expectation));
        return id;
    }

    private static Optional<HeatFlow.Fluid> fluid(Fields fields) {
        Optional<BigDecimal> density = positive(fields, "heatFlow.densityKgPerM3");
        Optional<BigDecimal> capacity = positive(fields, "heatFlow.heatCapacityKjPerKgK");
        Optional<String> source = fields.optionalText("heatFlow.fluidSource");
        var given = new HashSet<>(List.of(density.isPresent(), capacity.isPresent()));
        given.add(source.isPresent());
        if (given.size() > 1) {
            return fields.refuse(
                    "heatFlow.fluidSource",
                    "INCOMPLETE",
                    "another fluid than water needs its density, its heat capacity and their source");
        }
        return density.flatMap(
                kg -> capacity.map(kj -> new HeatFlow.Fluid(kg.doubleValue(), kj.doubleValue())));
    }

    static Optional<BigDecimal> positive(Fields fields, String field) {
        return fields.optionalDecimal(field)
                .flatMap(value ->
                        value.signum() > 0
                                ? Optional.of(value)
                                : fields.refuse(
                                        field,
                                        "NOT_POSITIVE",
                                        "'%s' is not above 0".formatted(value)));
    }
}
