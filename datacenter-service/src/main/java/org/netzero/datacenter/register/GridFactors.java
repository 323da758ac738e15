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
import org.netzero.platform.input.Interval;

/// What a kWh of the grid's electricity emits at a facility: the factor that is stated with what it
/// is needed for, else the average of the grid that the emissions service tells of the place of the
/// site.
@ApplicationScoped
public class GridFactors {

    private final Sites sites;
    private final org.netzero.datacenter.supply.GridFactors told;

    GridFactors(Sites sites, org.netzero.datacenter.supply.GridFactors told) {
        this.sites = sites;
        this.told = told;
    }

    /// Empty where nothing is stated, and no factor or more than one is in use in the time.
    ///
    /// @param stated with the registration, which takes precedence
    /// @param span the time it is needed for
    public Optional<Factor> of(Facility facility, Interval span, Optional<Factor> stated) {
        return stated.or(() ->
                Optional.ofNullable(sites.all().get(facility.siteId()))
                        .flatMap(site -> told(site, span)));
    }

    private Optional<Factor> told(Sites.SitePlace site, Interval span) {
        ZoneId zone = site.zone();
        LocalDate first = span.start().atZone(zone).toLocalDate();
        LocalDate last = span.end().minusNanos(1).atZone(zone).toLocalDate();
        return site.country()
                .map(country ->
                        new org.netzero.datacenter.supply.GridFactors.Place(
                                country, site.province(), site.gridZone()))
                .map(place ->
                        told.between(first.getYear(), last.getYear())
                                .getOrDefault(place, List.of()))
                .flatMap(known -> theOnly(known, first, last));
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
        return "emissions service: %s of %s, version %s%s; %s, %s"
                .formatted(
                        factor.factorId(),
                        factor.region(),
                        factor.factorVersion(),
                        factor.carriedForward() ? ", carried forward" : "",
                        factor.publisher(),
                        factor.source());
    }
}
