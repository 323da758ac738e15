package org.netzero.emissions.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.netzero.emissions.boundary.Ownership;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.Regions;
import org.netzero.platform.digest.Sha256;

/// All that the results of activity records stand on beside the records.
public final class Basis {

    private final String ofEveryYear;
    private final FactorLibrary library;
    private final ActivityCalculation calculation;
    private final Map<String, Place> places;
    private final Optional<Place> company;
    private final Ownership ownership;
    private final Map<String, List<String>> regionsOfSite = new ConcurrentHashMap<>();
    private final Map<Integer, Set<String>> changing = new ConcurrentHashMap<>();
    private final Map<Integer, Stretches> stretches = new ConcurrentHashMap<>();

    Basis(
            String ofEveryYear,
            FactorLibrary library,
            ActivityCalculation calculation,
            Map<String, Place> places,
            Optional<Place> company,
            Ownership ownership) {
        this.ofEveryYear = ofEveryYear;
        this.library = library;
        this.calculation = calculation;
        this.places = places;
        this.company = company;
        this.ownership = ownership;
    }

    /// The same, with other factors or as known on another day.
    Basis with(FactorLibrary other, ActivityCalculation by) {
        return new Basis(ofEveryYear, other, by, places, company, ownership);
    }

    /// What a record comes to inside the inventory, without the way to it, on the only set there
    /// is.
    public List<EmissionResult> inventoryResultsOf(ActivityRecord record) {
        return calculation.of(record).results().stream()
                .filter(result -> result.accounting() == Accounting.INSIDE_INVENTORY)
                .map(ActivityCalculation.Result::result)
                .toList();
    }

    FactorLibrary library() {
        return library;
    }

    ActivityCalculation calculation() {
        return calculation;
    }

    public Ownership ownership() {
        return ownership;
    }

    Stretches stretches(int year) {
        return stretches.computeIfAbsent(
                year, its -> new Stretches(its, ownership.changeDays(its)));
    }

    /// Sites of which something comes or goes within a year.
    Set<String> sitesThatChange(int year) {
        return changing.computeIfAbsent(year, ownership::sitesThatChange);
    }

    /// The same text for the same basis of a year, in every process.
    String ofYear(int year) {
        return Sha256.of(ofEveryYear + "\n" + stretches(year).cuts()).hex();
    }

    /// Where a site lies, as `activity_year_site` writes it; empty where it is not known.
    String placeOf(String siteId) {
        return Optional.ofNullable(places.get(siteId))
                .map(place ->
                        String.join(
                                "/",
                                place.country(),
                                place.province().orElse(""),
                                place.gridZone().orElse("")))
                .orElse("");
    }

    /// The regions a record lies in, most specific first: its own, else its site's, else the
    /// company's.
    public List<String> regionsOf(Optional<String> region, Optional<String> siteId) {
        if (region.isPresent()) {
            return library.regions().path(region.get());
        }
        return regionsOfSite.computeIfAbsent(
                siteId.orElse(""),
                site ->
                        Optional.ofNullable(places.get(site))
                                .or(() -> company)
                                .map(p ->
                                        library.regions()
                                                .path(p.country(), p.province(), p.gridZone()))
                                .orElse(List.of(Regions.WORLD)));
    }
}
