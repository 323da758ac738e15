package org.netzero.emissions.factor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The factors of all sets, and the one rule by which the server chooses among them.
public final class FactorLibrary {

    private final List<EmissionFactor> factors;
    private final Map<String, EmissionFactor> byId;
    private final Map<String, List<EmissionFactor>> byActivity;
    private final Map<String, String> activityOfAlias;
    private final Map<String, Density> densities;
    private final Regions regions;
    private final Potentials potentials;

    public FactorLibrary(
            List<EmissionFactor> factors,
            Map<String, String> activityOfAlias,
            List<Density> densities,
            Regions regions,
            Potentials potentials) {
        this.factors = factors.stream().sorted(Comparator.comparing(EmissionFactor::id)).toList();
        this.byId =
                factors.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        EmissionFactor::id, Function.identity()));
        this.byActivity = factors.stream().collect(Collectors.groupingBy(EmissionFactor::activity));
        this.activityOfAlias = Map.copyOf(activityOfAlias);
        this.densities =
                densities.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Density::activity, Function.identity()));
        this.regions = regions;
        this.potentials = potentials;
    }

    /// All factors in the order of their ids.
    public List<EmissionFactor> factors() {
        return factors;
    }

    public Regions regions() {
        return regions;
    }

    public Potentials potentials() {
        return potentials;
    }

    public Optional<EmissionFactor> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Density> densityOf(String activity) {
        return Optional.ofNullable(densities.get(activity));
    }

    /// The activity's key, whatever case, blanks and known other name somebody used for it.
    ///
    /// @throws UnknownActivity if no factor is for it
    public String activity(String written) {
        String key = key(written);
        String activity = activityOfAlias.getOrDefault(key, key);
        if (!byActivity.containsKey(activity)) {
            throw new UnknownActivity(written, String.join(", ", activities()));
        }
        return activity;
    }

    /// `NATURAL_GAS` and `Natural gas` to `natural-gas`.
    public static String key(String written) {
        return written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    public SortedSet<String> activities() {
        return new TreeSet<>(byActivity.keySet());
    }

    /// The purpose an activity is accounted by when nobody names one: combustion or release of the
    /// gas where it has such factors, the grid average for electricity.
    public Purpose usualPurpose(String activity) {
        List<EmissionFactor> known = byActivity.getOrDefault(activity, List.of());
        return known.stream()
                .map(EmissionFactor::purpose)
                .min(Comparator.comparingInt(FactorLibrary::usualness))
                .orElse(Purpose.LOCATION_BASED);
    }

    private static int usualness(Purpose purpose) {
        return switch (purpose) {
            case COMBUSTION, FUGITIVE -> 0;
            case LOCATION_BASED -> 1;
            case MARKET_RESIDUAL -> 2;
            case UPSTREAM -> 3;
            case LIFE_CYCLE -> 4;
            case SPEND -> 5;
            case CORPORATE_REPORTING -> 6;
        };
    }

    /// Chooses: the pinned factor; else of the activity and the purpose the most specific region
    /// with a factor valid on the day, there the newest publication known at `asAt`, then the
    /// higher value; else the last factor whose validity is over, again by region.
    ///
    /// @throws UnknownFactor if the pinned id is none
    /// @throws WrongActivity if the pinned factor is for another activity
    /// @throws FactorNotValid if the pinned factor is not valid on the day
    /// @throws NoFactor if nothing fits
    public FactorChoice choose(FactorQuery query) {
        return query.pinned().isPresent()
                ? pinned(query.pinned().get(), query)
                : best(query).or(() -> carriedForward(query)).orElseThrow(() -> none(query));
    }

    private FactorChoice pinned(String id, FactorQuery query) {
        EmissionFactor factor = find(id).orElseThrow(() -> new UnknownFactor(id));
        if (!factor.activity().equals(query.activity())) {
            throw new WrongActivity(factor, query.activity());
        }
        if (!factor.isValidOn(query.on())) {
            throw new FactorNotValid(factor, query.on());
        }
        return new FactorChoice(factor, false, List.of("pinned by the record"));
    }

    private Optional<FactorChoice> best(FactorQuery query) {
        Comparator<EmissionFactor> newest =
                Comparator.comparing((EmissionFactor factor) -> factor.source().published())
                        .thenComparing(EmissionFactor::kilogramsPerBaseUnit)
                        .thenComparing(EmissionFactor::id);
        return firstRegion(query, factor -> factor.isValidOn(query.on()), newest, false);
    }

    private Optional<FactorChoice> carriedForward(FactorQuery query) {
        Comparator<EmissionFactor> last =
                Comparator.comparing((EmissionFactor factor) -> lastDay(factor))
                        .thenComparing(factor -> factor.source().published())
                        .thenComparing(EmissionFactor::kilogramsPerBaseUnit)
                        .thenComparing(EmissionFactor::id);
        return firstRegion(query, factor -> factor.isOver(query.on()), last, true);
    }

    private Optional<FactorChoice> firstRegion(
            FactorQuery query,
            Predicate<EmissionFactor> applies,
            Comparator<EmissionFactor> order,
            boolean carriedForward) {
        var reasons = new ArrayList<String>();
        for (String region : query.regions()) {
            Optional<EmissionFactor> found = candidates(query, region).filter(applies).max(order);
            if (found.isPresent()) {
                reasons.add(
                        carriedForward
                                ? "%s: nothing valid on %s is known; carried forward from %s"
                                        .formatted(region, query.on(), found.get().validity())
                                : "%s: valid on %s".formatted(region, query.on()));
                return Optional.of(new FactorChoice(found.get(), carriedForward, reasons));
            }
            reasons.add("%s: none".formatted(region));
        }
        return Optional.empty();
    }

    private Stream<EmissionFactor> candidates(FactorQuery query, String region) {
        return byActivity.getOrDefault(query.activity(), List.of()).stream()
                .filter(factor -> factor.purpose() == query.purpose())
                .filter(factor -> factor.region().equals(region))
                .filter(factor -> factor.isKnownAt(query.asAt()));
    }

    private static LocalDate lastDay(EmissionFactor factor) {
        return factor.validTo().orElse(LocalDate.MAX);
    }

    private static NoFactor none(FactorQuery query) {
        return new NoFactor(
                query.activity(), query.purpose(), query.regions(), query.on(), query.asAt());
    }
}
