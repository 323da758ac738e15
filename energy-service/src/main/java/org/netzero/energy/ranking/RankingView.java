package org.netzero.energy.ranking;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Evidence;

/// An order of sources as its readers see it.
///
/// @param carrier absent where it holds for all carriers that have none of their own
/// @param ranks absent where the usual order was brought back
@JsonInclude(JsonInclude.Include.NON_NULL)
record RankingView(
        @Nullable EnergyCarrier carrier,
        @Nullable List<List<Evidence>> ranks,
        int revision,
        String setBy,
        Instant setAt) {

    /// What applies at a site.
    ///
    /// @param usual the order where none is set
    record SourceRankingView(String siteId, List<RankingView> set, List<List<Evidence>> usual) {}

    static RankingView of(SetRanking set) {
        return new RankingView(
                set.carrier().orElse(null),
                set.ranking().map(RankingView::ranks).orElse(null),
                set.revision(),
                set.setBy(),
                set.setAt());
    }

    static List<List<Evidence>> ranks(SourceRanking ranking) {
        return ranking.ranks().stream().map(RankingView::inOrder).toList();
    }

    private static List<Evidence> inOrder(Set<Evidence> rank) {
        return rank.stream().sorted().toList();
    }
}
