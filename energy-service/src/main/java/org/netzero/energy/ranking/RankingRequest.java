package org.netzero.energy.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.carrier.Evidence;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// An order of sources as its sender writes it.
///
/// @param ranks the kinds of evidence of each rank, the better first
record RankingRequest(@Nullable List<@Nullable List<@Nullable String>> ranks) {

    /// @throws InvalidInput with everything that is wrong
    SourceRanking ranking() {
        if (ranks == null || ranks.isEmpty()) {
            throw new InvalidInput("ranks", "REQUIRED", "is required and empty");
        }
        var violations = new ArrayList<Violation>();
        var seen = EnumSet.noneOf(Evidence.class);
        var read = new ArrayList<Set<Evidence>>();
        for (int i = 0; i < ranks.size(); i++) {
            read.add(rank("ranks[%d]".formatted(i), ranks.get(i), seen, violations));
        }
        if (violations.isEmpty() && !seen.containsAll(EnumSet.allOf(Evidence.class))) {
            violations.add(
                    new Violation(
                            "ranks",
                            "MISSING_KINDS",
                            "%s have no rank; every kind needs one"
                                    .formatted(EnumSet.complementOf(seen))));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return new SourceRanking(read);
    }

    private static Set<Evidence> rank(
            String place,
            @Nullable List<@Nullable String> kinds,
            Set<Evidence> seen,
            List<Violation> violations) {
        var rank = EnumSet.noneOf(Evidence.class);
        if (kinds == null || kinds.isEmpty()) {
            violations.add(new Violation(place, "EMPTY_RANK", "has no kind; leave it out"));
            return rank;
        }
        for (int i = 0; i < kinds.size(); i++) {
            String field = "%s[%d]".formatted(place, i);
            String name = Optional.ofNullable(kinds.get(i)).orElse("");
            Optional<Evidence> kind =
                    Arrays.stream(Evidence.values()).filter(e -> e.name().equals(name)).findFirst();
            if (kind.isEmpty()) {
                violations.add(
                        new Violation(
                                field,
                                "UNKNOWN_VALUE",
                                "'%s' is not one of %s"
                                        .formatted(name, Arrays.toString(Evidence.values()))));
            } else if (!seen.add(kind.get())) {
                violations.add(
                        new Violation(
                                field, "REPEATED_KIND", "'%s' has a rank already".formatted(name)));
            } else {
                rank.add(kind.get());
            }
        }
        return rank;
    }
}
