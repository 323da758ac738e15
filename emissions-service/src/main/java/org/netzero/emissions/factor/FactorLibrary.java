package org.netzero.emissions.factor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The factors of all sets, and the one rule by which the server chooses among them. Immutable;
/// everything a choice needs is indexed.
public final class FactorLibrary {

    private static final NavigableSet<LocalDate> NO_DAYS = Collections.emptyNavigableSet();
    private static final Pattern NO_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern REFRIGERANT = Pattern.compile("r(\\d+[a-z0-9]*)");

    private final List<EmissionFactor> factors;
    private final Map<String, EmissionFactor> byId;
    private final Map<String, List<EmissionFactor>> byActivity;
    private final Map<Place, List<EmissionFactor>> byPlace;
    private final Map<String, List<EmissionFactor>> corrections;
    private final Map<String, NavigableSet<LocalDate>> validityDays;
    private final Map<String, Purpose> usualPurposes;
    private final Map<String, String> activityOfAlias;
    private final Map<String, Density> densities;
    private final Map<EquipmentType, LeakageRate> leakageRates;
    private final Regions regions;
    private final Potentials potentials;
    private final Map<UnitOf, Boolean> fitting = new ConcurrentHashMap<>();

    private record Place(String activity, Purpose purpose, String region) {}

    public FactorLibrary(
            List<EmissionFactor> factors,
            Map<String, String> activityOfAlias,
            List<Density> densities,
            List<LeakageRate> leakageRates,
            Regions regions,
            Potentials potentials) {
        this.factors = factors.stream().sorted(Comparator.comparing(EmissionFactor::id)).toList();
        this.byId =
                factors.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        EmissionFactor::id, Function.identity()));
        this.byActivity = factors.stream().collect(Collectors.groupingBy(EmissionFactor::activity));
        this.byPlace =
                factors.stream()
                        .collect(
                                Collectors.groupingBy(
                                        f -> new Place(f.activity(), f.purpose(), f.region())));
        this.corrections =
                factors.stream()
                        .filter(factor -> factor.supersedes().isPresent())
                        .collect(Collectors.groupingBy(f -> f.supersedes().orElseThrow()));
        this.validityDays = new HashMap<>();
        byActivity.forEach((activity, known) -> validityDays.put(activity, validityDays(known)));
        this.usualPurposes = new HashMap<>();
        byActivity.forEach((activity, known) -> usualPurposes.put(activity, usual(known)));
        this.activityOfAlias = Map.copyOf(activityOfAlias);
        this.densities =
                densities.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Density::activity, Function.identity()));
        this.leakageRates =
                leakageRates.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        LeakageRate::type, Function.identity()));
        this.regions = regions;
        this.potentials = potentials;
    }

    /// This library and more factors, which are known from their own day on.
    public FactorLibrary with(Collection<EmissionFactor> more) {
        return new FactorLibrary(
                Stream.concat(factors.stream(), more.stream()).toList(),
                activityOfAlias,
                List.copyOf(densities.values()),
                List.copyOf(leakageRates.values()),
                regions,
                potentials);
    }

    /// All factors in the order of their ids.
    public List<EmissionFactor> factors() {
        return factors;
    }

    /// The factors of one activity.
    public List<EmissionFactor> factorsOf(String activity) {
        return byActivity.getOrDefault(activity, List.of());
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

    public Optional<LeakageRate> leakageRateOf(EquipmentType type) {
        return Optional.ofNullable(leakageRates.get(type));
    }

    /// Other names of activities and the keys they stand for.
    public Map<String, String> aliases() {
        return activityOfAlias;
    }

    /// The activity's key, whatever case, blanks and known other name somebody used for it.
    ///
    /// @throws UnknownActivity if no factor is for it
    public String activity(String written) {
        return known(key(written))
                .orElseThrow(() -> new UnknownActivity(written, near(key(written))));
    }

    private Optional<String> known(String key) {
        if (byActivity.containsKey(key)) {
            return Optional.of(key);
        }
        String refrigerant = REFRIGERANT.matcher(key).replaceFirst("r-$1");
        return Stream.of(key, refrigerant)
                .map(name -> activityOfAlias.getOrDefault(name, name))
                .filter(byActivity::containsKey)
                .findFirst();
    }

    private List<String> near(String key) {
        return Spelling.near(
                        key,
                        Stream.concat(
                                byActivity.keySet().stream(), activityOfAlias.keySet().stream()))
                .stream()
                .map(name -> known(name).orElse(name))
                .distinct()
                .toList();
    }

    /// `NATURAL_GAS` and `Natural gas` to `natural-gas`.
    public static String key(String written) {
        if (isKey(written)) {
            return written;
        }
        String key =
                NO_LETTERS_OR_DIGITS
                        .matcher(written.strip().toLowerCase(Locale.ROOT))
                        .replaceAll("-");
        int start = key.startsWith("-") ? 1 : 0;
        int end = key.endsWith("-") && key.length() > 1 ? key.length() - 1 : key.length();
        return key.substring(start, Math.max(start, end));
    }

    /// Whether it is written as keys are; most are, and the rest costs a regular expression.
    private static boolean isKey(String written) {
        boolean letterBefore = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && !(c == '-' && letterBefore)) {
                return false;
            }
            letterBefore = letter;
        }
        return letterBefore;
    }

    public SortedSet<String> activities() {
        return new TreeSet<>(byActivity.keySet());
    }

    /// The purpose an activity is accounted by when nobody names one: combustion or release of the
    /// gas where it has such factors, the grid average for electricity.
    public Purpose usualPurpose(String activity) {
        return usualPurposes.getOrDefault(activity, Purpose.LOCATION_BASED);
    }

    private static Purpose usual(List<EmissionFactor> known) {
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
            case TRANSPORT, AVERAGE_DATA -> 3;
            case UPSTREAM -> 4;
            case LIFE_CYCLE -> 5;
            case SPEND -> 6;
            case CORPORATE_REPORTING, GENERATION -> 7;
            case OUTSIDE_OF_SCOPES, MARGINAL -> 8;
        };
    }

    /// Chooses: the pinned factor; else, of the activity, the purpose and a unit that fits, the
    /// most specific region with a factor valid on the day, there the newest publication known at
    /// `asAt`, then the higher value; else the last factor whose validity is over, again by region.
    /// The world's factors come last: a country's own factor of an earlier year is nearer.
    ///
    /// @throws UnknownFactor if the pinned id is none
    /// @throws WrongActivity if the pinned factor is for another activity
    /// @throws FactorNotValid if the pinned factor is not valid on the day
    /// @throws UnitNotOfFactor if factors exist, but for quantities of another kind
    /// @throws NoFactor if nothing fits
    public FactorChoice choose(FactorQuery query) {
        if (query.pinned().isPresent()) {
            return pinned(query.pinned().get(), query);
        }
        var choice = new Choice(query, known(query.activity()).orElse(query.activity()));
        return choice.make().orElseThrow(choice::refused);
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

    private final class Choice {

        private final FactorQuery query;
        private final String activity;
        private final List<String> reasons = new ArrayList<>();
        private final Set<EmissionFactor> ofOtherUnits = new LinkedHashSet<>();

        Choice(FactorQuery query, String activity) {
            this.query = query;
            this.activity = activity;
        }

        Optional<FactorChoice> make() {
            List<String> near =
                    query.regions().stream().filter(code -> !code.equals(Regions.WORLD)).toList();
            List<String> world =
                    query.regions().contains(Regions.WORLD) ? List.of(Regions.WORLD) : List.of();
            return valid(near)
                    .or(() -> carriedForward(near))
                    .or(() -> valid(world))
                    .or(() -> carriedForward(world));
        }

        CalculationRefused refused() {
            return ofOtherUnits.isEmpty()
                    ? new NoFactor(
                            query.activity(),
                            query.purpose(),
                            query.regions(),
                            query.on(),
                            query.asAt())
                    : new UnitNotOfFactor(query.amount().orElseThrow(), query, ofOtherUnits);
        }

        private Optional<FactorChoice> valid(List<String> places) {
            Comparator<EmissionFactor> newest =
                    Comparator.comparing((EmissionFactor factor) -> factor.source().published())
                            .thenComparing(FactorLibrary.this::weight)
                            .thenComparing(EmissionFactor::id);
            for (String region : places) {
                Optional<EmissionFactor> found =
                        best(region, factor -> factor.isValidOn(query.on()), newest);
                if (found.isPresent()) {
                    reasons.add("%s: valid on %s".formatted(region, query.on()));
                    return Optional.of(new FactorChoice(found.get(), false, reasons));
                }
                reasons.add("%s: none".formatted(region));
            }
            return Optional.empty();
        }

        private Optional<FactorChoice> carriedForward(List<String> places) {
            Comparator<EmissionFactor> last =
                    Comparator.comparing((EmissionFactor factor) -> lastDay(factor))
                            .thenComparing(factor -> factor.source().published())
                            .thenComparing(FactorLibrary.this::weight)
                            .thenComparing(EmissionFactor::id);
            for (String region : places) {
                Optional<EmissionFactor> found =
                        best(region, factor -> factor.isOver(query.on()), last);
                if (found.isPresent()) {
                    reasons.add(
                            "%s: nothing valid on %s is known; carried forward from %s"
                                    .formatted(region, query.on(), found.get().validity()));
                    return Optional.of(new FactorChoice(found.get(), true, reasons));
                }
            }
            return Optional.empty();
        }

        /// Of the factors that need the fewest assumptions about the quantity, the best by the
        /// order.
        private Optional<EmissionFactor> best(
                String region,
                Predicate<EmissionFactor> applies,
                Comparator<EmissionFactor> order) {
            List<EmissionFactor> there =
                    byPlace
                            .getOrDefault(new Place(activity, query.purpose(), region), List.of())
                            .stream()
                            .filter(factor -> factor.isKnownAt(query.asAt()))
                            .filter(factor -> !isCorrected(factor))
                            .filter(applies)
                            .toList();
            if (query.amount().isEmpty()) {
                return there.stream().max(order);
            }
            Unit unit = query.amount().get().unit();
            Optional<EmissionFactor> found =
                    there.stream()
                            .filter(factor -> unit.compatibleWith(factor.per()))
                            .max(order)
                            .or(() -> byDensity(unit, there, order))
                            .or(() -> onTheOnlyBasis(unit, region, there, order))
                            .or(() -> inOtherMoney(unit, there, order));
            if (found.isEmpty()) {
                ofOtherUnits.addAll(there);
            }
            return found;
        }

        private boolean isCorrected(EmissionFactor factor) {
            return corrections.getOrDefault(factor.id(), List.of()).stream()
                    .anyMatch(correction -> correction.isKnownAt(query.asAt()));
        }

        private Optional<EmissionFactor> byDensity(
                Unit unit, List<EmissionFactor> there, Comparator<EmissionFactor> order) {
            return densityOf(activity)
                    .filter(density -> unit.compatibleWith(density.intensity().per()))
                    .flatMap(density ->
                            there.stream()
                                    .filter(f -> f.per().compatibleWith(density.intensity().unit()))
                                    .max(order));
        }

        /// Energy of a fuel without a calorific basis is taken on the basis of a place's factors
        /// where they are all on one. The world has no customary basis.
        private Optional<EmissionFactor> onTheOnlyBasis(
                Unit unit,
                String region,
                List<EmissionFactor> there,
                Comparator<EmissionFactor> order) {
            if (unit.dimension() != Dimension.ENERGY || region.equals(Regions.WORLD)) {
                return Optional.empty();
            }
            List<EmissionFactor> calorific =
                    there.stream().filter(factor -> isCalorific(factor.per().dimension())).toList();
            return calorific.stream().map(f -> f.per().dimension()).distinct().count() == 1
                    ? calorific.stream().max(order)
                    : Optional.empty();
        }
    }

    /// Money of another currency, to be exchanged; the calculation refuses where no rate is known.
    private static Optional<EmissionFactor> inOtherMoney(
            Unit unit, List<EmissionFactor> there, Comparator<EmissionFactor> order) {
        return there.stream()
                .filter(factor -> unit.dimension().isMoney() && factor.priceBasis().isPresent())
                .max(order);
    }

    /// Whether a dimension is the energy content of a fuel on a calorific basis.
    public static boolean isCalorific(Dimension dimension) {
        return dimension == Dimension.NET_CALORIFIC_ENERGY
                || dimension == Dimension.GROSS_CALORIFIC_ENERGY;
    }

    /// Kilograms of CO2e per base unit of the activity on the default GWP set: an order among
    /// factors of one activity and nothing else.
    private BigDecimal weight(EmissionFactor factor) {
        Quantity one = new Quantity(BigDecimal.ONE, factor.per().dimension().baseUnit());
        return factor.gases().stream()
                .map(gas -> {
                    Quantity mass = gas.intensity().times(one);
                    BigDecimal kilograms = mass.to(mass.unit().dimension().baseUnit()).value();
                    return gas.isInCo2e()
                            ? kilograms
                            : kilograms.multiply(
                                    potentials
                                            .of(gas.gas(), GwpSet.DEFAULT)
                                            .map(Potentials.Potential::value)
                                            .orElse(BigDecimal.ONE));
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The first of the days on end, up to one of them, on which the same factors of an activity
    /// are valid.
    public LocalDate unchangedSince(String activity, LocalDate day) {
        String key = known(activity).orElse(activity);
        LocalDate since = validityDays.getOrDefault(key, NO_DAYS).floor(day);
        return since == null ? LocalDate.MIN : since;
    }

    /// How many factors are known on a day; as none is ever taken back, the same number on two days
    /// means the same factors.
    public long knownAt(LocalDate day) {
        return factors.stream().filter(factor -> factor.isKnownAt(day)).count();
    }

    private static NavigableSet<LocalDate> validityDays(List<EmissionFactor> ofActivity) {
        var days = new TreeSet<LocalDate>();
        for (EmissionFactor factor : ofActivity) {
            days.add(factor.validFrom());
            factor.validTo().map(last -> last.plusDays(1)).ifPresent(days::add);
        }
        return days;
    }

    private static LocalDate lastDay(EmissionFactor factor) {
        return factor.validTo().orElse(LocalDate.MAX);
    }

    /// Units in which an activity can be given, for those who gave another.
    public SortedSet<String> unitsOf(String activity) {
        var units = new TreeSet<String>();
        factorsOf(activity).forEach(factor -> units.add(factor.per().symbol()));
        return Collections.unmodifiableSortedSet(units);
    }

    /// Whether some factor of the activity can be multiplied with the unit.
    public boolean hasFactorFor(String activity, Unit unit) {
        return byActivity.containsKey(activity)
                && fitting.computeIfAbsent(
                        new UnitOf(activity, unit),
                        asked ->
                                factorsOf(activity).stream()
                                        .map(EmissionFactor::per)
                                        .distinct()
                                        .anyMatch(per -> fits(activity, unit, per)));
    }

    private record UnitOf(String activity, Unit unit) {}

    private boolean fits(String activity, Unit unit, Unit per) {
        return unit.compatibleWith(per)
                || (unit.dimension().isMoney() && per.dimension().isMoney())
                || (unit.dimension() == Dimension.ENERGY && isCalorific(per.dimension()))
                || densityOf(activity)
                        .filter(density -> unit.compatibleWith(density.intensity().per()))
                        .filter(density -> per.compatibleWith(density.intensity().unit()))
                        .isPresent();
    }
}
