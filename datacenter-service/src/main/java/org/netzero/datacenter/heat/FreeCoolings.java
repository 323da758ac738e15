package org.netzero.datacenter.heat;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.Registrations;
import org.netzero.datacenter.register.Registrations.Kind;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.series.NamedPoints;
import org.netzero.datacenter.series.Stretches;
import org.netzero.datacenter.series.Weather;
import org.netzero.datacenter.thermal.FreeCooling;
import org.netzero.datacenter.thermal.HourlyEnergy;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// When cooling is free, and for how long it was.
@ApplicationScoped
class FreeCoolings {

    private final Registrations registrations;
    private final NamedPoints named;
    private final PointEnergies energies;
    private final Weather weather;
    private final Stretches stretches;

    FreeCoolings(
            Registrations registrations,
            NamedPoints named,
            PointEnergies energies,
            Weather weather,
            Stretches stretches) {
        this.registrations = registrations;
        this.named = named;
        this.energies = energies;
        this.weather = weather;
        this.stretches = stretches;
    }

    /// By which an hour is one of free cooling.
    sealed interface Rule {
        /// In the unit of the condition.
        BigDecimal limit();

        /// Outdoors it is at most so warm, °C, by a measuring point.
        record OutdoorPoint(String pointId, BigDecimal limit) implements Rule {}

        /// The same by an imported series.
        record OutdoorSeries(String seriesId, BigDecimal limit) implements Rule {}

        /// The chillers together take at most so much, kW; without points those of role COOLING.
        record Chillers(List<String> pointIds, BigDecimal limit) implements Rule {}
    }

    private enum RuleName {
        OUTDOOR_AT_MOST,
        CHILLER_AT_MOST
    }

    Registered<FreeCoolingRequest> put(String datacenterId, FreeCoolingRequest request) {
        Rule rule = read(datacenterId, request);
        Registered<FreeCoolingRequest> registered =
                registrations.put(datacenterId, Kind.FREE_COOLING, "", request);
        switch (rule) {
            case Rule.OutdoorPoint(String pointId, BigDecimal limit) ->
                    energies.keep(List.of(pointId));
            case Rule.Chillers(List<String> pointIds, BigDecimal limit) -> energies.keep(pointIds);
            case Rule.OutdoorSeries imported -> {}
        }
        return registered;
    }

    Optional<Registered<FreeCoolingRequest>> find(String datacenterId) {
        return registrations.find(datacenterId, Kind.FREE_COOLING, "", FreeCoolingRequest.class);
    }

    Rule read(String datacenterId, FreeCoolingRequest request) {
        Fields fields = Fields.of(request);
        Optional<RuleName> name = fields.oneOf("rule", RuleName.class);
        Optional<BigDecimal> limit = fields.decimal("limit");
        Optional<String> point = fields.optionalText("temperaturePoint");
        Optional<String> series = fields.optionalText("weatherSeries");
        List<String> chillers = HeatRecoverySystems.listed(request.chillerPoints());
        if (name.filter(RuleName.OUTDOOR_AT_MOST::equals).isPresent()) {
            checkOutdoor(fields, datacenterId, point, series, chillers);
        } else if (name.isPresent()) {
            checkChillers(fields, datacenterId, limit, point.or(() -> series), chillers);
        }
        fields.refuseIfInvalid();
        return switch (name.orElseThrow()) {
            case OUTDOOR_AT_MOST ->
                    point.<Rule>map(id -> new Rule.OutdoorPoint(id, limit.orElseThrow()))
                            .orElseGet(() ->
                                    new Rule.OutdoorSeries(
                                            series.orElseThrow(), limit.orElseThrow()));
            case CHILLER_AT_MOST -> new Rule.Chillers(chillers, limit.orElseThrow());
        };
    }

    private void checkOutdoor(
            Fields fields,
            String datacenterId,
            Optional<String> point,
            Optional<String> series,
            List<String> chillers) {
        if (point.isPresent() == series.isPresent()) {
            fields.refuse(
                    "temperaturePoint",
                    "ONE_SOURCE",
                    "the temperature outdoors needs one source: temperaturePoint or weatherSeries");
        }
        if (!chillers.isEmpty()) {
            fields.refuse("chillerPoints", "CONTRADICTION", "the rule asks for no chiller");
        }
        point.ifPresent(id ->
                named.check(
                        fields,
                        "temperaturePoint",
                        datacenterId,
                        List.of(id),
                        NamedPoints.temperature()));
        series.filter(id -> !weather.isKnown(id))
                .ifPresent(id ->
                        fields.refuse(
                                "weatherSeries",
                                "UNKNOWN_SERIES",
                                "there is no weather series '%s'; import it with POST /api/imports/weather"
                                        .formatted(id)));
    }

    private void checkChillers(
            Fields fields,
            String datacenterId,
            Optional<BigDecimal> limit,
            Optional<String> outdoor,
            List<String> chillers) {
        limit.filter(kw -> kw.signum() < 0)
                .ifPresent(kw ->
                        fields.refuse("limit", "NEGATIVE", "'%s' kW is below 0".formatted(kw)));
        outdoor.ifPresent(id ->
                fields.refuse(
                        "rule", "CONTRADICTION", "the rule asks for no temperature outdoors"));
        named.check(fields, "chillerPoints", datacenterId, chillers, NamedPoints.energy());
    }

    /// Free cooling of a stretch of time.
    record Cooled(Interval stretch, FreeCooling cooling) {}

    /// The whole period first, then its parts.
    List<Cooled> of(Facility facility, Rule rule, Period period, Optional<ChronoUnit> step) {
        Interval span = stretches.span(facility, period);
        NavigableMap<Instant, BigDecimal> condition = condition(facility, rule, span);
        Stretches.Expected expected = stretches.expected(facility);
        HourlyEnergy it = energies.ofRole(facility.datacenterId(), MeasuringRole.IT, span);
        return Stream.concat(
                        Stream.of(span),
                        step.stream().flatMap(by -> stretches.parts(facility, span, by).stream()))
                .map(stretch ->
                        new Cooled(
                                stretch,
                                new FreeCooling(
                                        condition.subMap(
                                                stretch.start(), true, stretch.end(), false),
                                        rule.limit(),
                                        it.between(stretch.start(), stretch.end()),
                                        expected.hours(stretch))))
                .toList();
    }

    private NavigableMap<Instant, BigDecimal> condition(
            Facility facility, Rule rule, Interval span) {
        return switch (rule) {
            case Rule.OutdoorPoint(String pointId, BigDecimal limit) ->
                    energies.meansOf(pointId, span);
            case Rule.OutdoorSeries(String seriesId, BigDecimal limit) ->
                    weather.hours(seriesId, span, true);
            // kWh of an hour are its mean kW
            case Rule.Chillers(List<String> pointIds, BigDecimal limit) ->
                    energies.ofPoints(pointIds, span)
                            .orElseGet(() ->
                                    energies.ofRole(
                                            facility.datacenterId(), MeasuringRole.COOLING, span))
                            .kwh();
        };
    }
}
