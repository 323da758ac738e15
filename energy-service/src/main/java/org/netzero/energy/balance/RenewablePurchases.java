package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.netzero.energy.carrier.EnergyContent;

/// Electricity claimed as bought renewable. A purchase stated as renewable and the instruments
/// allocated to the same site and period, or one of the two to the whole company, tell of one
/// claim: what both tell of counts once, so that of the two the larger counts.
///
/// Where figures overlap in chains, that is the largest flow from statements to instruments, each
/// up to its energy: two figures are not the same because a third one is like both.
final class RenewablePurchases {

    private static final int NONE = -1;

    private final List<BalanceLine> stated;
    private final List<InstrumentUse> instruments;

    /// Of each statement, the instruments that may tell of the same, those of its site first.
    private final List<List<Integer>> same;

    /// Of each statement, what an instrument tells of too, in kWh.
    private final List<Map<Integer, BigDecimal>> shared = new ArrayList<>();

    /// What is left of each statement that no instrument tells of, and the other way round.
    private final BigDecimal[] uncovered;

    private final BigDecimal[] unstated;

    private RenewablePurchases(List<BalanceLine> stated, List<InstrumentUse> instruments) {
        this.stated = stated;
        this.instruments = instruments;
        same = stated.stream().map(this::sameAs).toList();
        stated.forEach(line -> shared.add(new HashMap<>()));
        uncovered = stated.stream().map(RenewablePurchases::kwh).toArray(BigDecimal[]::new);
        unstated = instruments.stream().map(InstrumentUse::energyKwh).toArray(BigDecimal[]::new);
    }

    /// @param stated the lines of electricity bought as renewable
    /// @param instruments those that count
    static RenewablePurchases of(List<BalanceLine> stated, List<InstrumentUse> instruments) {
        var purchases = new RenewablePurchases(List.copyOf(stated), List.copyOf(instruments));
        for (int line = 0; line < stated.size(); line++) {
            boolean more = true;
            while (more && purchases.uncovered[line].signum() > 0) {
                more = purchases.share(line);
            }
        }
        return purchases;
    }

    private List<Integer> sameAs(BalanceLine line) {
        String siteId = line.item().series().siteId();
        return IntStream.range(0, instruments.size())
                .filter(use -> isSame(line.item(), instruments.get(use)))
                .boxed()
                .sorted(Comparator.comparing(use -> !instruments.get(use).siteId().equals(siteId)))
                .toList();
    }

    private static boolean isSame(EnergyItem item, InstrumentUse use) {
        return item.period().overlaps(use.period())
                && (item.ofGroup() || use.ofGroup() || item.series().siteId().equals(use.siteId()));
    }

    private static BigDecimal kwh(BalanceLine line) {
        return line.energy().map(EnergyContent::energyKwh).orElse(BigDecimal.ZERO);
    }

    /// Finds an instrument that something is left of, if need be by letting other statements share
    /// with other instruments than before.
    ///
    /// @return whether there was one
    private boolean share(int start) {
        int[] reachedFrom = new int[instruments.size()];
        int[] reachedThrough = new int[stated.size()];
        Arrays.fill(reachedFrom, NONE);
        Arrays.fill(reachedThrough, NONE);
        var next = new ArrayDeque<>(List.of(start));
        while (!next.isEmpty()) {
            int line = next.remove();
            for (int use : same.get(line)) {
                if (reachedFrom[use] != NONE) {
                    continue;
                }
                reachedFrom[use] = line;
                if (unstated[use].signum() > 0) {
                    share(start, use, reachedFrom, reachedThrough);
                    return true;
                }
                for (int other = 0; other < stated.size(); other++) {
                    if (other != start
                            && reachedThrough[other] == NONE
                            && shared(other, use).signum() > 0) {
                        reachedThrough[other] = use;
                        next.add(other);
                    }
                }
            }
        }
        return false;
    }

    private void share(int start, int end, int[] reachedFrom, int[] reachedThrough) {
        BigDecimal kwh = uncovered[start].min(unstated[end]);
        for (int line = reachedFrom[end]; line != start; ) {
            int given = reachedThrough[line];
            kwh = kwh.min(shared(line, given));
            line = reachedFrom[given];
        }
        uncovered[start] = uncovered[start].subtract(kwh);
        unstated[end] = unstated[end].subtract(kwh);
        int use = end;
        int line = reachedFrom[use];
        shared.get(line).merge(use, kwh, BigDecimal::add);
        while (line != start) {
            use = reachedThrough[line];
            shared.get(line).merge(use, kwh.negate(), BigDecimal::add);
            line = reachedFrom[use];
            shared.get(line).merge(use, kwh, BigDecimal::add);
        }
    }

    private BigDecimal shared(int line, int use) {
        return shared.get(line).getOrDefault(use, BigDecimal.ZERO);
    }

    /// Empty when nothing is claimed.
    Optional<BigDecimal> countedKwh() {
        return Stream.concat(stated.stream().map(RenewablePurchases::kwh), Arrays.stream(unstated))
                .reduce(BigDecimal::add);
    }

    /// What is claimed as stated, without an instrument that covers it.
    List<Finding> findings() {
        return IntStream.range(0, stated.size())
                .boxed()
                .flatMap(line -> finding(line).stream())
                .toList();
    }

    private Optional<Finding> finding(int place) {
        BalanceLine line = stated.get(place);
        if (same.get(place).isEmpty()) {
            return Optional.of(uncovered(line));
        }
        BigDecimal rest = uncovered[place];
        return rest.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        new Finding(
                                FindingCode.NO_INSTRUMENT_ON_FILE,
                                line.item().subject(),
                                "%s kWh are claimed as renewable and %s kWh of them covered by instruments; the other %s kWh the share counts as stated"
                                        .formatted(
                                                kwh(line).toPlainString(),
                                                kwh(line).subtract(rest).toPlainString(),
                                                rest.toPlainString())));
    }

    private static Finding uncovered(BalanceLine line) {
        return new Finding(
                FindingCode.NO_INSTRUMENT_ON_FILE,
                line.item().subject(),
                "%s are claimed as renewable without a certificate or contract allocated to them that conveys the attributes; the share counts them as stated"
                        .formatted(line.item().quantity()));
    }
}
