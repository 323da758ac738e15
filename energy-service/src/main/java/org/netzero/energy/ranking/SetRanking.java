package org.netzero.energy.ranking;

import java.time.Instant;
import java.util.Optional;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.carrier.EnergyCarrier;

/// An order of sources as it was set at one time, for a site or for one carrier of it.
///
/// @param carrier empty where it holds for all carriers that have none of their own
/// @param ranking empty where the usual order was brought back
record SetRanking(
        String siteId,
        Optional<EnergyCarrier> carrier,
        int revision,
        Optional<SourceRanking> ranking,
        String setBy,
        Instant setAt) {}
