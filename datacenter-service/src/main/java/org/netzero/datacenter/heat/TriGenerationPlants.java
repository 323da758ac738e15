package org.netzero.datacenter.heat;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.heat.ReferenceEfficiencies.Output;
import org.netzero.datacenter.heat.ReferenceEfficiencies.Reference;
import org.netzero.datacenter.heat.TriGenerationPlant.OutputPoints;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.datacenter.register.Registrations;
import org.netzero.datacenter.register.Registrations.Kind;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.register.StatedFactor;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.series.NamedPoints;
import org.netzero.datacenter.series.NamedPoints.Expectation;
import org.netzero.datacenter.thermal.SeparateProduction;
import org.netzero.platform.input.Fields;

/// All registered plants of combined production.
@ApplicationScoped
class TriGenerationPlants {

    private final Registrations registrations;
    private final NamedPoints named;
    private final PointEnergies energies;
    private final ReportingProfiles profiles;

    TriGenerationPlants(
            Registrations registrations,
            NamedPoints named,
            PointEnergies energies,
            ReportingProfiles profiles) {
        this.registrations = registrations;
        this.named = named;
        this.energies = energies;
        this.profiles = profiles;
    }

    /// @throws PlantBoundaryConflict when the profile of the facility has the other boundary
    Registered<TriGenerationRequest> put(String datacenterId, TriGenerationRequest request) {
        Boundary ofProfile = profiles.of(datacenterId).side();
        Optional<Boundary> stated = Fields.of(request).optionalOneOf("boundary", Boundary.class);
        TriGenerationPlant plant =
                read(datacenterId, request, ofProfile, Expected.of(stated.orElse(ofProfile)));
        stated.filter(one -> one != ofProfile)
                .ifPresent(one -> {
                    throw new PlantBoundaryConflict(datacenterId, one, ofProfile);
                });
        Registered<TriGenerationRequest> registered =
                registrations.put(datacenterId, Kind.TRI_GENERATION, "", request);
        energies.keep(plant.points());
        return registered;
    }

    Optional<Registered<TriGenerationRequest>> find(String datacenterId) {
        return registrations.find(
                datacenterId, Kind.TRI_GENERATION, "", TriGenerationRequest.class);
    }

    /// A registered plant with the boundary that its facility has by now.
    TriGenerationPlant read(String datacenterId, TriGenerationRequest registered) {
        return read(
                datacenterId, registered, profiles.of(datacenterId).side(), Expected.ANY_ENERGY);
    }

    /// What roles the points of a plant may not have.
    private record Expected(Expectation input, Expectation output) {

        static final Expected ANY_ENERGY = new Expected(NamedPoints.energy(), NamedPoints.energy());

        /// Fuel is no electricity that enters, on either side of the boundary.
        static Expected of(Boundary boundary) {
            return new Expected(
                    NamedPoints.energy()
                            .notOf(
                                    Set.of(FACILITY_INPUT),
                                    "fuel would count as electricity from the grid; give its meters the role FUEL"),
                    switch (boundary) {
                        case OUTSIDE -> NamedPoints.energy();
                        case INSIDE ->
                                NamedPoints.energy()
                                        .notOf(
                                                Set.of(FACILITY_INPUT),
                                                "a plant with the boundary INSIDE enters the facility by its fuel already, and would count twice");
                    });
        }
    }

    private TriGenerationPlant read(
            String datacenterId,
            TriGenerationRequest request,
            Boundary boundary,
            Expected expected) {
        Fields fields = Fields.of(request);
        Optional<Boundary> stated = fields.optionalOneOf("boundary", Boundary.class);
        Optional<String> fuel = fields.text("fuel");
        Expectation output = expected.output();
        List<String> fuelPoints =
                points(fields, "fuelPoints", datacenterId, request.fuelPoints(), expected.input());
        if (fuelPoints.isEmpty()) {
            fields.refuse("fuelPoints", "REQUIRED", "name at least one meter of the fuel");
        }
        var made =
                new OutputPoints(
                        points(fields, "powerPoints", datacenterId, request.powerPoints(), output),
                        points(fields, "heatPoints", datacenterId, request.heatPoints(), output),
                        points(
                                fields,
                                "coolingPoints",
                                datacenterId,
                                request.coolingPoints(),
                                output));
        OutputPoints exported = exported(fields, datacenterId, request);
        checkOutputs(fields, made, exported);
        checkOnce(fields, fuelPoints, made, exported);
        var sources = new ArrayList<String>();
        SeparateProduction references = references(fields, request.references(), sources);
        Optional<Factor> fuelFactor = StatedFactor.read(fields, "fuelFactor");
        Optional<Factor> boiler = StatedFactor.read(fields, "boilerFuelFactor");
        Optional<Factor> grid = StatedFactor.read(fields, "gridFactor");
        fields.refuseIfInvalid();
        return new TriGenerationPlant(
                boundary,
                stated,
                fuel.orElseThrow(),
                fuelPoints,
                made,
                exported,
                references,
                List.copyOf(sources),
                fuelFactor,
                boiler.or(() -> fuelFactor),
                grid);
    }

    private OutputPoints exported(
            Fields fields, String datacenterId, TriGenerationRequest request) {
        Expectation leaving =
                NamedPoints.energy()
                        .notOf(
                                Set.of(FACILITY_INPUT),
                                "what leaves the site does not enter the facility");
        return new OutputPoints(
                points(
                        fields,
                        "exportedPowerPoints",
                        datacenterId,
                        request.exportedPowerPoints(),
                        leaving),
                points(
                        fields,
                        "exportedHeatPoints",
                        datacenterId,
                        request.exportedHeatPoints(),
                        leaving),
                points(
                        fields,
                        "exportedCoolingPoints",
                        datacenterId,
                        request.exportedCoolingPoints(),
                        leaving));
    }

    private List<String> points(
            Fields fields,
            String field,
            String datacenterId,
            @Nullable List<String> ids,
            Expectation expectation) {
        List<String> listed = HeatRecoverySystems.listed(ids);
        named.check(fields, field, datacenterId, listed, expectation);
        return listed;
    }

    private static void checkOutputs(Fields fields, OutputPoints made, OutputPoints exported) {
        if (made.power().isEmpty()) {
            fields.refuse("powerPoints", "REQUIRED", "name at least one meter of the power");
        }
        if (made.heat().isEmpty() && made.cooling().isEmpty()) {
            fields.refuse(
                    "heatPoints",
                    "REQUIRED",
                    "without heat and cooling nothing is made together; name meters of either");
        }
        requireMade(fields, "exportedHeatPoints", exported.heat(), made.heat());
        requireMade(fields, "exportedCoolingPoints", exported.cooling(), made.cooling());
    }

    private static void requireMade(
            Fields fields, String field, List<String> exported, List<String> made) {
        if (!exported.isEmpty() && made.isEmpty()) {
            fields.refuse(
                    field,
                    "NOT_MADE",
                    "what leaves is a part of what is made, and no meter of that is named");
        }
    }

    private static void checkOnce(
            Fields fields, List<String> fuel, OutputPoints made, OutputPoints exported) {
        var seen = new HashSet<String>();
        Stream.of(fuel, made.all(), exported.all())
                .flatMap(List::stream)
                .filter(id -> !seen.add(id))
                .distinct()
                .forEach(id ->
                        fields.refuse(
                                "",
                                "POINT_TWICE",
                                "the point '%s' is named twice; one meter measures one thing"
                                        .formatted(id)));
    }

    private static SeparateProduction references(
            Fields fields,
            TriGenerationRequest.@Nullable ReferencesRequest request,
            List<String> sources) {
        if (request == null) {
            return new SeparateProduction(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Optional<BigDecimal> electrical = efficiency(fields, "references.electricalEfficiency");
        Optional<BigDecimal> thermal = efficiency(fields, "references.thermalEfficiency");
        Optional<BigDecimal> cooling =
                HeatRecoverySystems.positive(fields, "references.coolingPerformance");
        Optional<String> source = fields.optionalText("references.source");
        boolean stated = electrical.isPresent() || thermal.isPresent() || cooling.isPresent();
        if (stated && source.isEmpty()) {
            fields.refuse(
                    "references.source",
                    "REQUIRED",
                    "is required: a reference without a source counts not");
        }
        source.filter(any -> stated).ifPresent(sources::add);
        return new SeparateProduction(
                electrical.or(() -> ofSet(fields, Output.POWER, sources)),
                thermal.or(() -> ofSet(fields, Output.HEAT, sources)),
                cooling);
    }

    private static Optional<BigDecimal> efficiency(Fields fields, String field) {
        return HeatRecoverySystems.positive(fields, field)
                .flatMap(value ->
                        value.compareTo(BigDecimal.valueOf(1.2)) <= 0
                                ? Optional.of(value)
                                : fields.refuse(
                                        field,
                                        "OUT_OF_RANGE",
                                        "'%s' is above 1.2; write 0.53 for 53 %%"
                                                .formatted(value)));
    }

    private static Optional<BigDecimal> ofSet(Fields fields, Output output, List<String> sources) {
        Optional<String> set = fields.optionalText("references.set");
        if (set.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> category = fields.text("references.category");
        Optional<Integer> builtIn = fields.year("references.builtIn");
        category.map(code -> set.get() + "/" + code)
                .filter(name -> !ReferenceEfficiencies.known().contains(name))
                .ifPresent(name ->
                        fields.refuse(
                                "references.category",
                                "UNKNOWN_VALUE",
                                "there are no references '%s'; known are %s, or state values with their source"
                                        .formatted(
                                                name,
                                                String.join(", ", ReferenceEfficiencies.known()))));
        Optional<Reference> found =
                category.flatMap(code ->
                        builtIn.flatMap(
                                year -> ReferenceEfficiencies.find(set.get(), code, output, year)));
        found.map(Reference::source).ifPresent(sources::add);
        return found.map(Reference::efficiency);
    }
}
