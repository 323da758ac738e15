package org.netzero.energy.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.site.Sites;

/// The orders of sources that are set for sites. Setting one changes at once what counts there, and
/// what the other services are told.
@ApplicationScoped
public class SiteRankings {

    /// An order that stands, and where it does.
    ///
    /// @param carrier empty where it holds for all carriers that have none of their own
    public record Standing(String siteId, Optional<EnergyCarrier> carrier, SourceRanking ranking) {}

    private record Place(String siteId, Optional<EnergyCarrier> carrier) {}

    private final SetRankingTable table;
    private final Sites sites;
    private final Event<SourceRankingChanged> changes;
    private final Clock clock;

    SiteRankings(
            SetRankingTable table, Sites sites, Event<SourceRankingChanged> changes, Clock clock) {
        this.table = table;
        this.sites = sites;
        this.changes = changes;
        this.clock = clock;
    }

    /// Of everywhere.
    public SourceRankings all() {
        return byPlace(table.standing());
    }

    public SourceRankings of(Collection<String> siteIds) {
        return byPlace(table.standing(siteIds));
    }

    /// Those that are not the usual order, of one site or of all.
    public List<Standing> standing(Optional<String> siteId) {
        List<SetRanking> set =
                siteId.isPresent() ? table.standing(List.of(siteId.get())) : table.standing();
        return set.stream()
                .flatMap(one ->
                        one.ranking().stream()
                                .map(order -> new Standing(one.siteId(), one.carrier(), order)))
                .toList();
    }

    private static SourceRankings byPlace(List<SetRanking> standing) {
        Map<Place, SourceRanking> byPlace = new HashMap<>();
        standing.forEach(set ->
                set.ranking()
                        .ifPresent(order ->
                                byPlace.put(new Place(set.siteId(), set.carrier()), order)));
        return series -> of(series, byPlace);
    }

    private static SourceRanking of(Series series, Map<Place, SourceRanking> byPlace) {
        return Stream.of(Optional.of(series.carrier()), Optional.<EnergyCarrier>empty())
                .map(carrier -> new Place(series.siteId(), carrier))
                .map(byPlace::get)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(SourceRanking.DEFAULT);
    }

    /// Sets an order in place of the one that stood.
    ///
    /// @return whether it is another one
    @Transactional
    boolean set(
            String siteId, Optional<EnergyCarrier> carrier, SourceRanking order, String caller) {
        sites.get(siteId);
        sites.hold(siteId);
        Optional<SetRanking> last = last(siteId, carrier);
        if (last.flatMap(SetRanking::ranking).equals(Optional.of(order))) {
            return false;
        }
        store(siteId, carrier, last, Optional.of(order), caller);
        return true;
    }

    /// Brings the usual order back.
    ///
    /// @throws UnknownRanking when none was set
    @Transactional
    void unset(String siteId, Optional<EnergyCarrier> carrier, String caller) {
        sites.get(siteId);
        sites.hold(siteId);
        Optional<SetRanking> last = last(siteId, carrier);
        if (last.flatMap(SetRanking::ranking).isEmpty()) {
            throw new UnknownRanking(siteId, carrier);
        }
        store(siteId, carrier, last, Optional.empty(), caller);
    }

    private void store(
            String siteId,
            Optional<EnergyCarrier> carrier,
            Optional<SetRanking> last,
            Optional<SourceRanking> order,
            String caller) {
        int revision = last.map(SetRanking::revision).orElse(0) + 1;
        table.insert(new SetRanking(siteId, carrier, revision, order, caller, clock.instant()));
        changes.fire(new SourceRankingChanged(siteId));
    }

    private Optional<SetRanking> last(String siteId, Optional<EnergyCarrier> carrier) {
        return table.standing(List.of(siteId)).stream()
                .filter(set -> set.carrier().equals(carrier))
                .findFirst();
    }

    List<SetRanking> history(String siteId) {
        sites.get(siteId);
        return table.history(siteId);
    }
}
