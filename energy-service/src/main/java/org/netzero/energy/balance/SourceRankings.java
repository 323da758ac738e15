package org.netzero.energy.balance;

/// Which ranking applies to a line.
@FunctionalInterface
public interface SourceRankings {

    /// The same for all.
    SourceRankings DEFAULT = series -> SourceRanking.DEFAULT;

    SourceRanking of(Series series);
}
