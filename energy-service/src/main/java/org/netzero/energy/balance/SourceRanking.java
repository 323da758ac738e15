package org.netzero.energy.balance;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.netzero.energy.carrier.Evidence;

/// The order in which kinds of evidence count at a site, the better first. Kinds of one rank add
/// up.
///
/// @param ranks every kind once
public record SourceRanking(List<Set<Evidence>> ranks) {

    /// Revenue meter and invoice, then the intervals of meters, then own telemetry, then estimate,
    /// then statement, then default.
    public static final SourceRanking DEFAULT =
            new SourceRanking(
                    List.of(
                            EnumSet.of(Evidence.MEASURED, Evidence.INVOICED),
                            EnumSet.of(Evidence.METERED),
                            EnumSet.of(Evidence.TELEMETRY),
                            EnumSet.of(Evidence.ESTIMATED),
                            EnumSet.of(Evidence.STATED),
                            EnumSet.of(Evidence.DEFAULTED)));

    public SourceRanking {
        ranks = ranks.stream().map(rank -> Set.copyOf(rank)).toList();
        Map<Evidence, Long> counts =
                ranks.stream()
                        .flatMap(Set::stream)
                        .collect(
                                Collectors.groupingBy(
                                        kind -> kind,
                                        () -> new EnumMap<>(Evidence.class),
                                        Collectors.counting()));
        boolean eachOnce =
                counts.size() == Evidence.values().length
                        && counts.values().stream().allMatch(count -> count == 1);
        if (!eachOnce || ranks.stream().anyMatch(Set::isEmpty)) {
            throw new IllegalArgumentException("A ranking has every kind once: " + ranks);
        }
    }

    boolean isBetter(Evidence one, Evidence other) {
        return rankOf(one) < rankOf(other);
    }

    private int rankOf(Evidence kind) {
        int rank = 0;
        while (!ranks.get(rank).contains(kind)) {
            rank++;
        }
        return rank;
    }

    /// `MEASURED=INVOICED > METERED > …`.
    @Override
    public String toString() {
        return ranks.stream()
                .map(rank ->
                        Arrays.stream(Evidence.values())
                                .filter(rank::contains)
                                .map(Evidence::name)
                                .collect(Collectors.joining("=")))
                .collect(Collectors.joining(" > "));
    }
}
