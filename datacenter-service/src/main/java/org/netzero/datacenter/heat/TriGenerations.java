package org.netzero.datacenter.heat;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.FUEL;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.heat.TriGenerationPlant.OutputPoints;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.FacilityGridFactors;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.series.NamedPoints;
import org.netzero.datacenter.series.Stretches;
import org.netzero.datacenter.thermal.CombinedProduction;
import org.netzero.datacenter.thermal.HourlyEnergy;
import org.netzero.datacenter.thermal.Missing;
import org.netzero.datacenter.thermal.Outputs;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// What plants of combined production made and saved.
@ApplicationScoped
class TriGenerations {

    private final PointEnergies energies;
    private final NamedPoints named;
    private final Stretches stretches;
    private final FacilityGridFactors gridFactors;

    TriGenerations(
            PointEnergies energies,
            NamedPoints named,
            Stretches stretches,
            FacilityGridFactors gridFactors) {
        this.energies = energies;
        this.named = named;
        this.stretches = stretches;
        this.gridFactors = gridFactors;
    }

    /// What to know of the figures.
    enum Flag {
        /// Less than 95 % of the hours are known.
        INDICATIVE,
        /// The reporting profile has got another boundary since the plant was registered; the
        /// profile's holds.
        BOUNDARY_CONFLICT,
        /// Metered at its outputs, of which some are neither FACILITY_INPUT nor, of power,
        /// ON_SITE_GENERATION: the facility's energy lacks them.
        OUTPUTS_NOT_IN_FACILITY_INPUT,
        /// Metered at its inputs, and some of its outputs are FACILITY_INPUT: they count twice.
        OUTPUTS_IN_FACILITY_INPUT,
        /// Some of its fuel is not metered in the role FUEL: the facility's indicators lack it, or
        /// count it as electricity.
        FUEL_NOT_OF_ROLE_FUEL,
        /// Its power is FACILITY_INPUT and not ON_SITE_GENERATION: CUE counts it as electricity
        /// from the grid, beside its fuel.
        POWER_COUNTED_AS_GRID,
        /// More of an output left the site than was made.
        EXPORT_ABOVE_PRODUCTION
    }

    /// Production of a stretch of time, over the hours in which every meter of the plant is known.
    record Produced(
            Interval stretch,
            Optional<CombinedProduction> production,
            Optional<CombinedProduction.Factors> factors,
            Optional<Factor> gridFactor,
            int hours,
            long expectedHours,
            Set<Missing> missing,
            Set<Flag> flags) {}

    /// The whole period first, then its parts.
    List<Produced> of(
            Facility facility, TriGenerationPlant plant, Period period, Optional<ChronoUnit> step) {
        Interval span = stretches.span(facility, period);
        var meters =
                new Meters(
                        energies.ofPoints(plant.fuelPoints(), span).orElseThrow(),
                        meters(plant.made(), span),
                        meters(plant.exported(), span));
        Set<Flag> flags = flags(plant);
        FacilityGridFactors.OfSpan grid = gridFactors.of(facility, span, plant.gridFactor());
        Stretches.Expected expected = stretches.expected(facility);
        return Stream.concat(
                        Stream.of(span),
                        step.stream().flatMap(by -> stretches.parts(facility, span, by).stream()))
                .map(stretch ->
                        produced(
                                plant,
                                meters,
                                stretch,
                                grid.of(stretch),
                                expected.hours(stretch),
                                flags))
                .toList();
    }

    private Set<Flag> flags(TriGenerationPlant plant) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (plant.stated().filter(stated -> stated != plant.boundary()).isPresent()) {
            flags.add(Flag.BOUNDARY_CONFLICT);
        }
        if (!Set.of(FUEL).containsAll(named.rolesOf(plant.fuelPoints()))) {
            flags.add(Flag.FUEL_NOT_OF_ROLE_FUEL);
        }
        Set<MeasuringRole> power = named.rolesOf(plant.made().power());
        Set<MeasuringRole> rest =
                named.rolesOf(
                        Stream.concat(plant.made().heat().stream(), plant.made().cooling().stream())
                                .toList());
        switch (plant.boundary()) {
            case OUTSIDE -> {
                if (!Set.of(FACILITY_INPUT, ON_SITE_GENERATION).containsAll(power)
                        || !Set.of(FACILITY_INPUT).containsAll(rest)) {
                    flags.add(Flag.OUTPUTS_NOT_IN_FACILITY_INPUT);
                }
                if (power.contains(FACILITY_INPUT)) {
                    flags.add(Flag.POWER_COUNTED_AS_GRID);
                }
            }
            case INSIDE -> {
                if (power.contains(FACILITY_INPUT) || rest.contains(FACILITY_INPUT)) {
                    flags.add(Flag.OUTPUTS_IN_FACILITY_INPUT);
                }
            }
        }
        return flags;
    }

    private record Meters(HourlyEnergy fuel, OutputMeters made, OutputMeters exported) {
        Collection<HourlyEnergy> all() {
            var all = new ArrayList<HourlyEnergy>(List.of(fuel));
            made.all().forEach(all::add);
            exported.all().forEach(all::add);
            return all;
        }
    }

    private record OutputMeters(
            Optional<HourlyEnergy> power,
            Optional<HourlyEnergy> heat,
            Optional<HourlyEnergy> cooling) {
        Stream<HourlyEnergy> all() {
            return Stream.of(power, heat, cooling).flatMap(Optional::stream);
        }

        Outputs over(Collection<Instant> hours) {
            return new Outputs(
                    power.map(energy -> energy.over(hours)),
                    heat.map(energy -> energy.over(hours)),
                    cooling.map(energy -> energy.over(hours)));
        }
    }

    private OutputMeters meters(OutputPoints points, Interval span) {
        return new OutputMeters(
                energies.ofPoints(points.power(), span),
                energies.ofPoints(points.heat(), span),
                energies.ofPoints(points.cooling(), span));
    }

    private Produced produced(
            TriGenerationPlant plant,
            Meters meters,
            Interval stretch,
            Optional<Factor> grid,
            long expected,
            Set<Flag> ofPlant) {
        Collection<Instant> hours =
                HourlyEnergy.common(meters.all())
                        .subSet(stretch.start(), true, stretch.end(), false);
        Outputs made = meters.made().over(hours);
        Outputs exported = meters.exported().over(hours);
        boolean contradicts = exported.exceeds(made);
        Optional<CombinedProduction> production =
                hours.isEmpty() || contradicts
                        ? Optional.empty()
                        : Optional.of(
                                new CombinedProduction(meters.fuel().over(hours), made, exported));
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (contradicts) {
            missing.add(Missing.OUTPUTS_CONTRADICT);
        } else if (production.isEmpty()) {
            missing.add(
                    meters.fuel().between(stretch.start(), stretch.end()).kwh().isEmpty()
                            ? Missing.FUEL
                            : Missing.OUTPUTS);
        }
        production.ifPresent(known -> missing.addAll(known.missing(plant.references())));
        Optional<CombinedProduction.Factors> factors = factors(grid, plant, missing);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(ofPlant);
        if (contradicts) {
            flags.add(Flag.EXPORT_ABOVE_PRODUCTION);
        }
        if (!Effectiveness.standsForAll(hours.size(), expected)) {
            flags.add(Flag.INDICATIVE);
        }
        return new Produced(
                stretch, production, factors, grid, hours.size(), expected, missing, flags);
    }

    private Optional<CombinedProduction.Factors> factors(
            Optional<Factor> grid, TriGenerationPlant plant, Set<Missing> missing) {
        if (grid.isEmpty()) {
            missing.add(Missing.GRID_FACTOR);
        }
        if (plant.fuelFactor().isEmpty()) {
            missing.add(Missing.FUEL_FACTOR);
        }
        return grid.flatMap(power ->
                plant.fuelFactor()
                        .map(fuel ->
                                new CombinedProduction.Factors(
                                        fuel.kgCo2ePerKwh(),
                                        plant.boilerFuelFactor().orElse(fuel).kgCo2ePerKwh(),
                                        power.kgCo2ePerKwh())));
    }
}
