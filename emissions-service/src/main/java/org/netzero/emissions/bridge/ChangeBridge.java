package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.inventory.InventoryContent;
import org.netzero.emissions.inventory.ResultView;
import org.netzero.emissions.result.YearTooLarge;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;

/// Leads from one inventory to another, cause by cause. Pure.
///
/// Each line starts at its figure before and takes over what is new one after the other, in the
/// order of [Cause]: the activity (at the factor before), the factor, the way of calculating, the
/// share inside the boundary, the GWP set. Each effect is the difference that its step makes, so
/// that they sum exactly: an intermediate figure is rounded to 12 decimals of a kilogram, and what
/// one step loses by it the next one has.
final class ChangeBridge {

    static final String RULE =
            "activity at the factors before, then factor, method, boundary, GWP set: each effect is what its step changes, given the steps before it; of electricity that instruments or claims cover, by market, activity is at the rate of all of it before, factor is another mix, and the rest is contractual; between versions of one year a changed activity is an error put right";

    /// Between versions of a year each record is a line, and all of them are held to be sorted.
    private static final int MOST_LINES = 200_000;

    private final InventoryContent from;
    private final InventoryContent to;
    private final Potentials potentials;
    private final Set<String> movedSites;
    private final boolean sameYear;
    private final int mostLines;

    /// @param movedSites sites whose entity came or left in the years from one to the other
    ChangeBridge(
            InventoryContent from,
            InventoryContent to,
            Potentials potentials,
            Set<String> movedSites) {
        this(from, to, potentials, movedSites, MOST_LINES);
    }

    ChangeBridge(
            InventoryContent from,
            InventoryContent to,
            Potentials potentials,
            Set<String> movedSites,
            int mostLines) {
        this.mostLines = mostLines;
        this.from = from;
        this.to = to;
        this.potentials = potentials;
        this.movedSites = Set.copyOf(movedSites);
        this.sameYear = from.year() == to.year();
    }

    /// @param method by which scope 2 is counted
    /// @throws YearTooLarge when there are more lines than are held
    List<Line> lines(Scope2Method method) {
        Map<Line.Key, Side> before = sides(from, to.gwpSet(), method);
        Map<Line.Key, Side> after = sides(to, from.gwpSet(), method);
        var keys = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(keys::add);
        keys.sort(
                Comparator.comparing(Line.Key::scope)
                        .thenComparing(key -> String.valueOf(key.category()))
                        .thenComparing(key -> String.valueOf(key.siteId()))
                        .thenComparing(Line.Key::activity)
                        .thenComparing(key -> String.valueOf(key.record())));
        Set<Kin> replaced = replaced(before.keySet(), after.keySet());
        return keys.stream().map(key -> line(key, before, after, replaced)).toList();
    }

    private Line line(
            Line.Key key,
            Map<Line.Key, Side> before,
            Map<Line.Key, Side> after,
            Set<Kin> replaced) {
        Optional<Side> old = Optional.ofNullable(before.get(key));
        Optional<Side> now = Optional.ofNullable(after.get(key));
        BigDecimal start = old.map(Side::countedKg).orElse(BigDecimal.ZERO);
        BigDecimal end = now.map(Side::countedKg).orElse(BigDecimal.ZERO);
        Map<Cause, BigDecimal> effects =
                old.isPresent() && now.isPresent()
                        ? effects(old.get(), now.get())
                        : Map.of(
                                old.or(() -> now).filter(Side::isSale).isPresent()
                                        ? Cause.CONTRACTUAL
                                        : ofOneSide(key, replaced),
                                end.subtract(start));
        return new Line(key, start, effects, end);
    }

    private Map<Cause, BigDecimal> effects(Side old, Side now) {
        Optional<Contractual> contracts = Contractual.of(old, now);
        BigDecimal onSetBefore = now.countedOnOtherKg();
        BigDecimal inBoundaryBefore =
                old.share().isPresent() && old.share().equals(now.share())
                        ? onSetBefore
                        : now.wholeOnOtherKg().multiply(shareOf(old));
        var effects = new EnumMap<Cause, BigDecimal>(Cause.class);
        effects.put(Cause.GWP_SET, now.countedKg().subtract(onSetBefore));
        effects.put(Cause.BOUNDARY, onSetBefore.subtract(inBoundaryBefore));
        BigDecimal change = inBoundaryBefore.subtract(old.countedKg());
        Cause activity = sameYear ? Cause.ERROR : Cause.ACTIVITY;
        if (contracts.isPresent()) {
            BigDecimal ofActivity = contracts.get().ofActivity(old.countedKg());
            BigDecimal ofMix =
                    old.factors().equals(now.factors())
                            ? BigDecimal.ZERO
                            : contracts.get().ofMix().multiply(shareOf(old));
            effects.put(activity, ofActivity);
            effects.put(Cause.FACTOR, ofMix);
            effects.put(Cause.CONTRACTUAL, change.subtract(ofActivity).subtract(ofMix));
        } else if (old.factors().equals(now.factors())) {
            effects.put(activity, change);
        } else if (isComparable(old, now)) {
            BigDecimal ofActivity = atFactorBefore(old, now).subtract(old.countedKg());
            effects.put(activity, ofActivity);
            effects.put(Cause.FACTOR, change.subtract(ofActivity));
        } else {
            effects.put(Cause.METHOD, change);
        }
        return effects;
    }

    /// Where nothing was emitted before, a share cannot be told from the figures.
    private static BigDecimal shareOf(Side side) {
        return side.share()
                .orElseGet(() ->
                        side.wholeKg().signum() == 0
                                ? BigDecimal.ONE
                                : side.countedKg()
                                        .divide(
                                                side.wholeKg(),
                                                Side.DECIMALS,
                                                RoundingMode.HALF_EVEN));
    }

    private static boolean isComparable(Side old, Side now) {
        return !old.isStated()
                && !now.isStated()
                && old.quantity().filter(before -> before.value().signum() != 0).isPresent()
                && now.quantity()
                        .filter(after ->
                                after.unit().compatibleWith(old.quantity().orElseThrow().unit()))
                        .isPresent();
    }

    private static BigDecimal atFactorBefore(Side old, Side now) {
        Quantity before = old.quantity().orElseThrow();
        Quantity after = now.quantity().orElseThrow().to(before.unit());
        return old.countedKg()
                .multiply(after.value())
                .divide(before.value(), Side.DECIMALS, RoundingMode.HALF_EVEN);
    }

    private Cause ofOneSide(Line.Key key, Set<Kin> replaced) {
        if (replaced.contains(Kin.of(key)) || isSplit(key, replaced)) {
            return Cause.METHOD;
        }
        if (key.siteId() != null && movedSites.contains(key.siteId())) {
            return Cause.BOUNDARY;
        }
        return sameYear ? Cause.ERROR : Cause.ACTIVITY;
    }

    private static boolean isSplit(Line.Key key, Set<Kin> replaced) {
        return key.scope() == Scope.SCOPE_3 && replaced.contains(Kin.SPLIT);
    }

    /// What a line is of, whatever it was calculated from.
    private record Kin(Scope scope, @Nullable Scope3Category category, @Nullable String siteId) {

        /// A scope 3 total without categories on one side, categories on the other.
        static final Kin SPLIT = new Kin(Scope.SCOPE_3, Scope3Category.UNSPECIFIED, null);

        static Kin of(Line.Key key) {
            return new Kin(key.scope(), key.category(), key.siteId());
        }
    }

    /// Kinds of lines of which some left and others came: calculated from something else now.
    private static Set<Kin> replaced(Set<Line.Key> before, Set<Line.Key> after) {
        Set<Kin> left = kin(before, after);
        Set<Kin> came = kin(after, before);
        var replaced = new HashSet<>(left);
        replaced.retainAll(came);
        replaced.remove(Kin.SPLIT);
        if (isTotalAgainstCategories(left, came) || isTotalAgainstCategories(came, left)) {
            replaced.add(Kin.SPLIT);
        }
        return replaced;
    }

    private static Set<Kin> kin(Set<Line.Key> keys, Set<Line.Key> others) {
        var kin = new HashSet<Kin>();
        keys.stream().filter(key -> !others.contains(key)).map(Kin::of).forEach(kin::add);
        return kin;
    }

    private static boolean isTotalAgainstCategories(Set<Kin> totals, Set<Kin> categories) {
        return totals.stream().anyMatch(kin -> kin.category() == Scope3Category.UNSPECIFIED)
                && categories.stream()
                        .anyMatch(kin ->
                                kin.scope() == Scope.SCOPE_3
                                        && kin.category() != Scope3Category.UNSPECIFIED);
    }

    /// Sums the results of each line up as they are read.
    private Map<Line.Key, Side> sides(InventoryContent content, GwpSet other, Scope2Method method) {
        var sums = new LinkedHashMap<Line.Key, Side.Sum>();
        content.results()
                .each(result -> {
                    if (result.result().method() == null || result.result().method() == method) {
                        sums.computeIfAbsent(
                                        key(result.result()),
                                        key -> new Side.Sum(content.gwpSet(), other, potentials))
                                .add(result);
                        checkNumber(sums.size());
                    }
                });
        var sides = new LinkedHashMap<Line.Key, Side>();
        sums.forEach((key, sum) -> sides.put(key, sum.side()));
        return sides;
    }

    private void checkNumber(int lines) {
        if (lines > mostLines) {
            throw YearTooLarge.lines(to.year(), mostLines);
        }
    }

    private Line.Key key(ResultView result) {
        return new Line.Key(
                result.scope(),
                result.method(),
                result.category(),
                result.siteId(),
                result.activity(),
                sameYear ? result.record() : null);
    }
}
