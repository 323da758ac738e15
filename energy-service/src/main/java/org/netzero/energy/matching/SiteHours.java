package org.netzero.energy.matching;

import java.util.BitSet;

/// A site within a grid zone, hour by hour. Energy is whole joules; every array has as many hours
/// as its zone.
///
/// @param known the hours of which everything was measured; of the others nothing is said
/// @param load electricity used, apart from what storage took in and gave back
/// @param own eligible own generation that did not leave the site
/// @param charged what storage took in
/// @param discharged what it gave back
// nobody compares two of them
@SuppressWarnings("ArrayRecordComponent")
public record SiteHours(
        String siteId, BitSet known, long[] load, long[] own, long[] charged, long[] discharged) {

    public SiteHours {
        int hours = load.length;
        if (own.length != hours || charged.length != hours || discharged.length != hours) {
            throw new IllegalArgumentException(
                    "The series of '%s' have different lengths".formatted(siteId));
        }
        for (int hour = 0; hour < hours; hour++) {
            if (load[hour] < 0 || own[hour] < 0 || charged[hour] < 0 || discharged[hour] < 0) {
                throw new IllegalArgumentException(
                        "'%s' has negative energy in hour %d".formatted(siteId, hour));
            }
        }
    }

    int hours() {
        return load.length;
    }
}
