package org.netzero.energy.matching;

import java.util.List;

/// The sites of a grid zone and what is supplied to it by contract, hour by hour.
///
/// @param contracted eligible generation of plants under contract within the zone, in joules
// nobody compares two of them
@SuppressWarnings("ArrayRecordComponent")
public record ZoneHours(String zone, List<SiteHours> sites, long[] contracted) {

    public ZoneHours {
        sites = List.copyOf(sites);
        for (SiteHours site : sites) {
            if (site.hours() != contracted.length) {
                throw new IllegalArgumentException(
                        "'%s' has %d hours, the zone '%s' %d"
                                .formatted(site.siteId(), site.hours(), zone, contracted.length));
            }
        }
        for (long supplied : contracted) {
            if (supplied < 0) {
                throw new IllegalArgumentException("Negative supply in the zone " + zone);
            }
        }
    }

    /// The same without storage: the load is what was used, whatever storage took in and gave back.
    public ZoneHours withoutStorage() {
        var nothing = new long[contracted.length];
        return new ZoneHours(
                zone,
                sites.stream()
                        .map(site ->
                                new SiteHours(
                                        site.siteId(),
                                        site.known(),
                                        site.load(),
                                        site.own(),
                                        nothing,
                                        nothing))
                        .toList(),
                contracted);
    }

    /// Whether storage took in or gave back anything.
    public boolean hasStorage() {
        return sites.stream()
                .anyMatch(site ->
                        MatchedHours.sum(site.charged()) > 0
                                || MatchedHours.sum(site.discharged()) > 0);
    }

    int hours() {
        return contracted.length;
    }
}
