package org.netzero.datacenter.series;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.StatedInterval;
import org.netzero.platform.listing.Table;

@Path("/api/imports/weather")
@RunOnVirtualThread
class WeatherResource {

    private static final Columns COLUMNS =
            Columns.of(
                            "series: The id of the weather series",
                            "start: Beginning of an hour or a day, an instant with offset: 2021-03-14T00:00:00+08:00",
                            "end: First moment that no longer belongs",
                            "temperatureC: Outdoor temperature in °C, -95 to 65",
                            Columns.EVIDENCE)
                    .withCorrections();

    private static final BigDecimal COLDEST = new BigDecimal("-95");
    private static final BigDecimal HOTTEST = new BigDecimal("65");

    private final Weather weather;

    WeatherResource(Weather weather) {
        this.weather = weather;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importWeather(ImportFile file) {
        return new Import<>(COLUMNS, WeatherResource::read, weather::addAll).run(file);
    }

    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns weatherTemplate() {
        return COLUMNS;
    }

    @GET
    @Path("columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return COLUMNS.view();
    }

    private static WeatherValue read(Fields fields) {
        Optional<String> series = fields.id("series");
        fields.text("end");
        Optional<Interval> interval =
                fields.interval("start", "end").flatMap(stated -> instants(fields, stated));
        Optional<BigDecimal> celsius = fields.decimal("temperatureC");
        celsius.filter(value -> value.compareTo(COLDEST) < 0 || value.compareTo(HOTTEST) > 0)
                .ifPresent(value ->
                        fields.refuse(
                                "temperatureC",
                                "OUT_OF_RANGE",
                                "'%s' °C is outside %s to %s, which no weather on earth is; is it in °F or K?"
                                        .formatted(value, COLDEST, HOTTEST)));
        Optional<String> evidence = fields.optionalText("evidence");
        fields.refuseIfInvalid();
        Optional<String> supersedes =
                fields.supersedes(WeatherValue.id(series.orElseThrow(), interval.orElseThrow()));
        fields.refuseIfInvalid();
        return new WeatherValue(
                series.orElseThrow(),
                interval.orElseThrow(),
                celsius.orElseThrow(),
                evidence,
                supersedes);
    }

    /// A series has no site, and so no zone.
    private static Optional<Interval> instants(Fields fields, StatedInterval stated) {
        return switch (stated) {
            case StatedInterval.Days days ->
                    fields.refuse(
                            "start",
                            "NOT_AN_INSTANT",
                            "a weather series has no time zone; write instants with an offset, such as 2021-03-14T00:00:00+08:00");
            case StatedInterval.Instants(Interval interval) ->
                    Weather.isHourOrDay(interval)
                            ? Optional.of(interval)
                            : fields.refuse(
                                    "end",
                                    "NOT_AN_HOUR_OR_DAY",
                                    "from '%s' to '%s' is neither an hour nor a day of 23 to 25 hours"
                                            .formatted(interval.start(), interval.end()));
        };
    }
}
