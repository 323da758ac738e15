package org.netzero.datacenter.indicator;

import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Footprint;
import org.netzero.datacenter.effectiveness.GridFactor;
import org.netzero.datacenter.effectiveness.Missing;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.FacilityIndicators.Supplied;
import org.netzero.datacenter.indicator.TraceView.ExplainedView;
import org.netzero.datacenter.indicator.TraceView.FactorView;
import org.netzero.datacenter.indicator.TraceView.InputView;
import org.netzero.datacenter.indicator.TraceView.InstrumentView;
import org.netzero.datacenter.indicator.TraceView.MissingView;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.profile.ReportingProfile;

/// How each indicator of an interval came about: formula, inputs, factors, and what was missing.
final class Explanation {

    private static final String KWH = "kWh";
    private static final Set<MeasuringRole> HEAT = Set.of(HEAT_EXPORT);

    private final Facility facility;
    private final Effectiveness effectiveness;
    private final Footprint footprint;
    private final ReportingProfile profile;
    private final boolean heatByFlow;

    /// @param heatByFlow whether the heat handed over is known by flow and temperatures
    Explanation(
            Facility facility, Supplied supplied, ReportingProfile profile, boolean heatByFlow) {
        this.facility = facility;
        this.effectiveness = supplied.measured().effectiveness();
        this.footprint = supplied.footprint();
        this.profile = profile;
        this.heatByFlow = heatByFlow;
    }

    List<ExplainedView> indicators() {
        return List.of(
                pue(),
                wue(),
                cue(Formula.CUE_LOCATION_BASED),
                cue(Formula.CUE_MARKET_BASED),
                ref(),
                erf(),
                ere(),
                load());
    }

    private ExplainedView pue() {
        return simple(
                Formula.PUE,
                effectiveness.pue(),
                paired(),
                input("E_facility", effectiveness.facilityKwh()),
                input("E_IT", effectiveness.itKwh()));
    }

    private Set<MeasuringRole> paired() {
        Set<MeasuringRole> roles = EnumSet.of(IT);
        roles.addAll(effectiveness.boundary().facilityRoles());
        return roles;
    }

    private ExplainedView wue() {
        return simple(
                Formula.WUE,
                effectiveness.wue(),
                Set.of(WATER, IT),
                new InputView(
                        "water of the site",
                        effectiveness.amount(WATER, Set.of(IT)).orElse(null),
                        "L"),
                input("E_IT", effectiveness.amount(IT, Set.of(WATER))));
    }

    private ExplainedView erf() {
        Set<MeasuringRole> roles = EnumSet.of(HEAT_EXPORT);
        roles.addAll(effectiveness.boundary().facilityRoles());
        return simple(
                Formula.ERF,
                effectiveness.erf(),
                roles,
                input("heat handed over", effectiveness.amount(HEAT_EXPORT, roles)),
                input("E_facility", effectiveness.facilityKwh(Set.of(HEAT_EXPORT))));
    }

    private ExplainedView ere() {
        Set<MeasuringRole> roles = paired();
        roles.add(HEAT_EXPORT);
        return simple(
                Formula.ERE,
                effectiveness.ere(),
                roles,
                input("E_facility", effectiveness.facilityKwh(roles)),
                input("heat handed over", effectiveness.amount(HEAT_EXPORT, roles)),
                input("E_IT", effectiveness.amount(IT, roles)));
    }

    private ExplainedView load() {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (facility.itCapacityKw().isEmpty()) {
            missing.add(Missing.IT_CAPACITY_UNKNOWN);
        }
        long hours = effectiveness.hours(Set.of(IT));
        if (hours == 0) {
            missing.add(Missing.NO_WHOLE_HOUR);
        }
        return view(
                Formula.LOAD,
                effectiveness.load(facility.itCapacityKw()),
                hours,
                List.of(
                        input("E_IT", effectiveness.amount(IT, Set.of())),
                        new InputView(
                                "power the IT is built for",
                                facility.itCapacityKw().orElse(null),
                                "kW"),
                        new InputView("hours", BigDecimal.valueOf(hours), "h")),
                List.of(),
                List.of(),
                missing);
    }

    private ExplainedView cue(Formula method) {
        boolean market = method == Formula.CUE_MARKET_BASED;
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        missing.addAll(footprint.missingCue());
        if (!market) {
            missing.remove(Missing.NO_RESIDUAL_MIX);
            missing.remove(Missing.CRITERIA_NOT_MET);
            missing.remove(Missing.SITE_SHARE_UNKNOWN);
        }
        var inputs = new ArrayList<InputView>();
        inputs.add(known("E_grid", footprint.gridKwh()));
        inputs.add(known("own generation kept", footprint.keptKwh()));
        inputs.add(known("E_fuel", footprint.fuelKwh()));
        if (market) {
            inputs.add(known("Σ E_covered", footprint.coveredKwh()));
        }
        inputs.add(
                new InputView(
                        "CO2e",
                        (market ? footprint.kgMarket() : footprint.kgLocation()).orElse(null),
                        "kg CO2e"));
        inputs.add(known("E_IT", footprint.itKwh()));
        return view(
                method,
                market ? footprint.cueMarketBased() : footprint.cueLocationBased(),
                footprint.hours(),
                inputs,
                factors(market),
                market ? instruments() : List.of(),
                missing);
    }

    private InputView known(String name, BigDecimal kwh) {
        return new InputView(name, footprint.hours() == 0 ? null : kwh, KWH);
    }

    private List<FactorView> factors(boolean market) {
        var views = new ArrayList<FactorView>();
        boolean mix =
                footprint.factors().stream()
                        .anyMatch(factor -> factor.method() == GridFactor.Method.MARKET_RESIDUAL);
        for (GridFactor factor : footprint.factors()) {
            boolean residual = factor.method() == GridFactor.Method.MARKET_RESIDUAL;
            boolean standsForIt = !mix || footprint.missingCue().contains(Missing.NO_RESIDUAL_MIX);
            if (market ? residual || standsForIt : !residual) {
                views.add(FactorView.of(factor));
            }
        }
        BigDecimal fuel = profile.fuelKgCo2ePerKwh();
        if (footprint.fuelKwh().signum() > 0 && fuel != null) {
            views.add(FactorView.ofFuel(fuel, String.valueOf(profile.fuelFactorSource())));
        }
        return views;
    }

    private List<InstrumentView> instruments() {
        return footprint.instruments().stream().map(InstrumentView::of).toList();
    }

    private ExplainedView ref() {
        var inputs = new ArrayList<InputView>();
        footprint
                .retiredByKind()
                .forEach((kind, kwh) -> inputs.add(known("retired for the site, " + kind, kwh)));
        inputs.add(known("own renewable generation kept", footprint.ownRenewableKwh()));
        inputs.add(
                known(
                        "renewable energy, month by month at most E_facility",
                        footprint.renewableKwh()));
        inputs.add(known("E_facility", footprint.facilityKwh()));
        return view(
                Formula.REF,
                footprint.ref(),
                footprint.hours(),
                inputs,
                List.of(),
                List.of(),
                footprint.missingRef());
    }

    private static InputView input(String name, Optional<BigDecimal> kwh) {
        return new InputView(name, kwh.orElse(null), KWH);
    }

    private ExplainedView simple(
            Formula formula,
            Optional<BigDecimal> value,
            Set<MeasuringRole> roles,
            InputView... inputs) {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        long hours = effectiveness.hours(roles);
        if (hours == 0) {
            missing.add(Missing.NO_WHOLE_HOUR);
        }
        if (heatByFlow && roles.contains(HEAT_EXPORT) && effectiveness.hours(HEAT) == 0) {
            missing.add(Missing.HEAT_BY_FLOW);
        }
        if (formula != Formula.WUE) {
            effectiveness.held().ifPresent(missing::add);
        }
        return view(formula, value, hours, List.of(inputs), List.of(), List.of(), missing);
    }

    private static ExplainedView view(
            Formula formula,
            Optional<BigDecimal> value,
            long hours,
            List<InputView> inputs,
            List<FactorView> factors,
            List<InstrumentView> instruments,
            Set<Missing> missing) {
        return new ExplainedView(
                formula.name(),
                value.orElse(null),
                formula.unit(),
                formula.standard(),
                formula.version(),
                formula.text(),
                hours,
                inputs,
                factors,
                instruments,
                missing.stream().sorted().map(MissingView::of).toList());
    }

    static String text(Missing missing) {
        return switch (missing) {
            case NO_WHOLE_HOUR ->
                    "no hour is known in full in every series of the ratio; see the completeness of its points";
            case PUE_BELOW_ONE ->
                    "IT used more than entered; check signs, units and what the points measure";
            case HELD_BALANCE ->
                    "the sub-meters together stand above the main meters by more than 5 %; see the balance of the data centre";
            case IT_CAPACITY_UNKNOWN ->
                    "the power the IT is built for is not stated; PUT the data centre with itCapacityKw";
            case NO_GRID_FACTOR ->
                    "no factor of electricity is known for the place of the site and the time; state country and grid zone of the site, or adopt a factor";
            case NO_RESIDUAL_MIX ->
                    "no residual mix is known; what instruments do not cover is at the average of the grid. Adopt a factor of purpose MARKET_RESIDUAL";
            case FUEL_FACTOR_UNKNOWN ->
                    "what the fuel emits is not stated; PUT the reporting profile with fuelKgCo2ePerKwh and its source";
            case OTHER_CARRIERS ->
                    "heat or cold is among what enters, and factors of electricity are not for it";
            case GENERATION_UNKNOWN ->
                    "whether the own generation is renewable is not stated; PUT the reporting profile with generation";
            case NOT_RETIRED -> "allocated instruments that are not retired do not count";
            case CRITERIA_NOT_MET ->
                    "allocated instruments that do not meet the criteria of the Scope 2 Guidance cover nothing";
            case SITE_SHARE_UNKNOWN ->
                    "what entered another data centre of the site is not known, so neither is the part of the site's instruments that is this one's";
            case HEAT_BY_FLOW ->
                    "the heat handed over is registered as flow and temperatures, which heat-recovery counts and indicators do not; meter it with a heat counter of role HEAT_EXPORT";
            case NOTHING_ON_FILE ->
                    "no instrument is allocated to the site, and no own generation is metered";
        };
    }

    /// What stands behind a value of a table's cell; empty where nothing is missing.
    static @Nullable String text(List<MissingView> missing) {
        return missing.isEmpty()
                ? null
                : String.join(" ", missing.stream().map(MissingView::code).toList());
    }
}
