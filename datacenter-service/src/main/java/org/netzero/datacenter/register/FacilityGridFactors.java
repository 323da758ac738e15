package org.netzero.datacenter.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.datacenter.effectiveness.GridFactor;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.supply.GridFactors;
import org.netzero.platform.input.Interval;

/// What a kWh of the grid's electricity emits at a facility: the factor that is stated with what it
/// is needed for, else the average of the grid that the emissions service tells of the place of the
/// site.
@ApplicationScoped
public class FacilityGridFactors {

    private final Sites sites;
    private final GridFactors told;

    FacilityGridFactors(Sites sites, GridFactors told) {
        this.sites = sites;
        this.told = told;
    }

    /// The factors of a facility within a span.
    public interface OfSpan {

        /// Empty where nothing is stated, and no factor or more than one is in use in the time.
        Optional<Factor> of(Interval stretch);
    }

    /// @param stated with the registration, which takes precedence
    /// @param span all of the time they are needed for
    public OfSpan of(Facility facility, Interval span, Optional<Factor> stated) {
        if (stated.isPresent()) {
            return stretch -> stated;
        }
        Optional<Sites.SitePlace> site = Optional.ofNullable(sites.all().get(facility.siteId()));
        return site.<OfSpan>map(known -> ofPlace(known, span)).orElse(stretch -> Optional.empty());
    }

    private OfSpan ofPlace(Sites.SitePlace site, Interval span) {
        List<GridFactor> known =
                site.country()
                        .map(country ->
                                new GridFactors.Place(country, site.province(), site.gridZone()))
                        .map(place ->
                                told.of(
                                        place,
                                        firstDay(span, site.zone()).getYear(),
                                        lastDay(span, site.zone()).getYear()))
                        .orElse(List.of());
        return stretch ->
                theOnly(known, firstDay(stretch, site.zone()), lastDay(stretch, site.zone()));
    }

    private static LocalDate firstDay(Interval span, ZoneId zone) {
        return span.start().atZone(zone).toLocalDate();
    }

    private static LocalDate lastDay(Interval span, ZoneId zone) {
        return span.end().minusNanos(1).atZone(zone).toLocalDate();
    }

    /// The one location-based factor that is in use from one day to another: told anew for another
    /// year it is the same.
    static Optional<Factor> theOnly(List<GridFactor> known, LocalDate first, LocalDate last) {
        var inUse = new ArrayList<Factor>();
        Stream<LocalDate> days =
                Stream.concat(
                        Stream.of(first),
                        first.plusDays(1)
                                .datesUntil(last.plusDays(1))
                                .filter(day -> day.getDayOfMonth() == 1 || day.equals(last)));
        for (LocalDate day : days.toList()) {
            Optional<GridFactor> factor =
                    known.stream()
                            .filter(one -> one.isInUse(GridFactor.Method.LOCATION_BASED, day))
                            .findFirst();
            if (factor.isEmpty()) {
                return Optional.empty();
            }
            inUse.add(new Factor(factor.get().kgCo2ePerKwh(), source(factor.get())));
        }
        return inUse.stream().distinct().count() == 1
                ? Optional.of(inUse.getFirst())
                : Optional.empty();
    }

    private static String source(GridFactor factor) {
        return "emissions service: %s of %s, version %s%s%s; %s, %s"
                .formatted(
                        factor.factorId(),
                        factor.region(),
                        factor.factorVersion(),
                        factor.carriedForward() ? ", carried forward" : "",
                        factor.co2Only().orElse(false) ? ", CO2 only" : "",
                        factor.publisher(),
                        factor.source());
    }
}
