package org.netzero.datacenter.savings;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.Registrations;
import org.netzero.datacenter.register.Registrations.Kind;
import org.netzero.datacenter.register.Registrations.Registered;
import org.netzero.datacenter.register.StatedFactor;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.regression.Resolution;
import org.netzero.datacenter.savings.Baseline.Temperature;
import org.netzero.datacenter.savings.Baseline.Thresholds;
import org.netzero.datacenter.savings.Baseline.Variable;
import org.netzero.datacenter.savings.BaselineRequest.VariableRequest;
import org.netzero.datacenter.series.KeptHours;
import org.netzero.datacenter.series.NamedPoints;
import org.netzero.datacenter.series.Weather;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// All registered baselines.
@ApplicationScoped
class Baselines {

    private static final int MOST_VARIABLES = 10;
    private static final BigDecimal CONFIDENCE = new BigDecimal("0.9");

    private final Registrations registrations;
    private final NamedPoints named;
    private final KeptHours kept;
    private final Weather weather;

    Baselines(Registrations registrations, NamedPoints named, KeptHours kept, Weather weather) {
        this.registrations = registrations;
        this.named = named;
        this.kept = kept;
        this.weather = weather;
    }

    Registered<BaselineRequest> put(
            String datacenterId, String baselineId, BaselineRequest request) {
        var id = new Fields(Map.of("baselineId", baselineId));
        id.id("baselineId");
        id.refuseIfInvalid();
        Baseline baseline = read(datacenterId, request);
        Registered<BaselineRequest> registered =
                registrations.put(datacenterId, Kind.BASELINE, baselineId, request);
        if (baseline instanceof Baseline.Model model) {
            kept.keep(model.points());
        }
        return registered;
    }

    Optional<Registered<BaselineRequest>> find(String datacenterId, String baselineId) {
        return registrations.find(datacenterId, Kind.BASELINE, baselineId, BaselineRequest.class);
    }

    List<Registered<BaselineRequest>> all(String datacenterId) {
        return registrations.all(datacenterId, Kind.BASELINE, BaselineRequest.class);
    }

    Baseline read(String datacenterId, BaselineRequest request) {
        List<Variable> variables =
                request.model() == null ? List.of() : variables(datacenterId, request.model());
        Fields fields = Fields.of(request);
        MeasuringRole role =
                fields.optionalOneOf("energyRole", MeasuringRole.class)
                        .orElse(MeasuringRole.FACILITY_INPUT);
        if (role == MeasuringRole.WATER) {
            fields.refuse("energyRole", "NOT_ENERGY", "WATER is no energy");
        }
        Optional<Factor> grid = StatedFactor.read(fields, "gridFactor");
        if ((request.model() == null) == (request.building() == null)) {
            fields.refuse(
                    "model",
                    "ONE_BASELINE",
                    "a baseline is either a model or a building; give one of the two");
            fields.refuseIfInvalid();
        }
        return request.model() == null
                ? building(fields, role, grid)
                : model(fields, role, variables, grid);
    }

    private static Baseline model(
            Fields fields, MeasuringRole role, List<Variable> variables, Optional<Factor> grid) {
        Optional<Period> from = fields.period("model.from");
        Optional<Period> to = fields.period("model.to");
        if (from.isPresent() && to.isPresent() && !from.get().start().isBefore(to.get().start())) {
            fields.refuse(
                    "model.to",
                    "END_NOT_AFTER_START",
                    "'%s' is not after the start '%s'; it is the first day that no longer belongs"
                            .formatted(to.get().start(), from.get().start()));
        }
        Optional<Resolution> resolution =
                fields.text("model.granularity").flatMap(text -> resolution(fields, text));
        if (variables.isEmpty()) {
            fields.refuse(
                    "model.variables",
                    "REQUIRED",
                    "a model needs at least one variable; of a fixed energy make a building");
        }
        Optional<Thresholds> stated = thresholds(fields);
        Optional<BigDecimal> confidence =
                fields.optionalDecimal("model.confidence")
                        .flatMap(value ->
                                value.compareTo(new BigDecimal("0.5")) >= 0
                                                && value.compareTo(BigDecimal.ONE) < 0
                                        ? Optional.of(value)
                                        : fields.refuse(
                                                "model.confidence",
                                                "OUT_OF_RANGE",
                                                "'%s' is not from 0.5 to below 1"
                                                        .formatted(value)));
        fields.refuseIfInvalid();
        return new Baseline.Model(
                role,
                new Period(from.orElseThrow().start(), to.orElseThrow().start()),
                resolution.orElseThrow(),
                variables,
                stated.or(() -> AcceptanceThresholds.of(resolution.orElseThrow())),
                confidence.orElse(CONFIDENCE),
                grid);
    }

    private static Optional<Resolution> resolution(Fields fields, String text) {
        return switch (text) {
            case "hour" -> Optional.of(Resolution.HOUR);
            case "day" -> Optional.of(Resolution.DAY);
            case "month" -> Optional.of(Resolution.MONTH);
            default ->
                    fields.refuse(
                            "model.granularity",
                            "UNKNOWN_VALUE",
                            "'%s' is not one of hour, day, month".formatted(text));
        };
    }

    private static Optional<Thresholds> thresholds(Fields fields) {
        Optional<BigDecimal> cvRmse = positive(fields, "model.acceptance.cvRmseAtMost");
        Optional<BigDecimal> nmbe = positive(fields, "model.acceptance.nmbeAtMost");
        Optional<String> source = fields.optionalText("model.acceptance.source");
        boolean any = cvRmse.isPresent() || nmbe.isPresent() || source.isPresent();
        boolean all = cvRmse.isPresent() && nmbe.isPresent() && source.isPresent();
        if (any && !all) {
            return fields.refuse(
                    "model.acceptance",
                    "INCOMPLETE",
                    "thresholds of your own are cvRmseAtMost, nmbeAtMost and their source");
        }
        return cvRmse.flatMap(
                cv -> nmbe.map(bias -> new Thresholds(cv, bias, source.orElseThrow())));
    }

    private static Optional<BigDecimal> positive(Fields fields, String field) {
        return fields.optionalDecimal(field)
                .flatMap(value ->
                        value.signum() > 0
                                ? Optional.of(value)
                                : fields.refuse(
                                        field,
                                        "NOT_POSITIVE",
                                        "'%s' is not above 0".formatted(value)));
    }

    private static Baseline building(Fields fields, MeasuringRole role, Optional<Factor> grid) {
        fields.text("building.specificEnergyKwh");
        Optional<BigDecimal> specific = positive(fields, "building.specificEnergyKwh");
        Optional<Baseline.Per> per = fields.oneOf("building.per", Baseline.Per.class);
        Optional<BigDecimal> area = positive(fields, "building.floorAreaM2");
        Optional<String> source = fields.text("building.source");
        boolean needsArea = per.filter(Baseline.Per.M2_AND_YEAR::equals).isPresent();
        if (per.isPresent() && needsArea != area.isPresent()) {
            fields.refuse(
                    "building.floorAreaM2",
                    needsArea ? "REQUIRED" : "NOT_APPLICABLE",
                    needsArea
                            ? "is required: the specific energy is that of a square metre"
                            : "has no effect on an energy per kWh of IT; leave it out");
        }
        fields.refuseIfInvalid();
        return new Baseline.Building(
                role, specific.orElseThrow(), per.orElseThrow(), area, source.orElseThrow(), grid);
    }

    private List<Variable> variables(String datacenterId, BaselineRequest.ModelRequest request) {
        @Nullable List<VariableRequest> written = request.variables();
        List<VariableRequest> listed = written == null ? List.of() : written;
        if (listed.size() > MOST_VARIABLES) {
            throw new InvalidInput(
                    "model.variables",
                    "TOO_MANY",
                    "%d variables; name at most %d".formatted(listed.size(), MOST_VARIABLES));
        }
        var variables = new ArrayList<Variable>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < listed.size(); i++) {
            try {
                variables.add(variable(datacenterId, Fields.of(listed.get(i))));
            } catch (InvalidInput invalid) {
                String place = "model.variables[%d]".formatted(i);
                invalid.violations().stream().map(v -> v.within(place)).forEach(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return variables;
    }

    private Variable variable(String datacenterId, Fields fields) {
        Optional<Variable.Kind> kind = fields.oneOf("kind", Variable.Kind.class);
        Optional<String> point = fields.optionalText("temperaturePoint");
        Optional<String> series = fields.optionalText("weatherSeries");
        Optional<BigDecimal> balance = fields.optionalDecimal("balanceTemperatureC");
        kind.ifPresent(known -> {
            boolean thermal = known != Variable.Kind.IT_ENERGY;
            boolean one = point.isPresent() != series.isPresent();
            if (thermal ? !one : point.isPresent() || series.isPresent()) {
                fields.refuse(
                        "temperaturePoint",
                        thermal ? "ONE_SOURCE" : "NOT_APPLICABLE",
                        thermal
                                ? "the temperature needs one source: temperaturePoint or weatherSeries"
                                : "the energy of IT has no temperature");
            }
            boolean degrees = thermal && known != Variable.Kind.TEMPERATURE;
            if (degrees != balance.isPresent()) {
                fields.refuse(
                        "balanceTemperatureC",
                        degrees ? "REQUIRED" : "NOT_APPLICABLE",
                        degrees
                                ? "is required: degree hours are counted from it"
                                : "belongs to degree hours only");
            }
        });
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
        fields.refuseIfInvalid();
        return new Variable(
                kind.orElseThrow(),
                kind.orElseThrow() == Variable.Kind.IT_ENERGY
                        ? Optional.empty()
                        : Optional.of(new Temperature(point, series)),
                balance);
    }
}
