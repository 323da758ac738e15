package org.netzero.energy.ranking;

/// Other sources count at a site than before.
public record SourceRankingChanged(String siteId) {}
