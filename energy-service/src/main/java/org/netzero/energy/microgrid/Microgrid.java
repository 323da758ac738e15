package org.netzero.energy.microgrid;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The streams of a site, hour by hour, in joules. Load = imported + generated + discharged −
/// charged − exported, so that the balance closes by construction; in hours in which the site
/// meters its load itself, that is its load, and what the balance does not close by is its
/// residual.
///
/// @param streams those that the site has meters of
/// @param known the hours of which everything was measured; of the others nothing is added up
/// @param expected the hours of which something should have been
/// @param loadMetered the hours in which a meter of the load was in service
// nobody compares two of them
@SuppressWarnings("ArrayRecordComponent")
record Microgrid(Map<SiteFlow, long[]> streams, BitSet known, BitSet expected, BitSet loadMetered) {

    Microgrid {
        long lengths = streams.values().stream().mapToInt(hours -> hours.length).distinct().count();
        if (lengths > 1) {
            throw new IllegalArgumentException("The streams have different lengths");
        }
        if (!loadMetered.isEmpty() && !streams.containsKey(SiteFlow.METERED_LOAD)) {
            throw new IllegalArgumentException("A metered load without its stream");
        }
    }

    /// The sums of some hours. A stream that the site has no meter of is in none of them.
    ///
    /// @param sums joules
    /// @param loadJoules as metered in the hours in which it was, else what reached it
    /// @param hours how many hours were added up
    /// @param missingHours how many were not, because a part of them was not measured
    record Part(Map<SiteFlow, Long> sums, long loadJoules, int hours, int missingHours) {

        /// Empty where no hour was added up, or there is no such meter.
        Optional<Long> of(SiteFlow stream) {
            return hours == 0 ? Optional.empty() : Optional.ofNullable(sums.get(stream));
        }

        /// What reached the load as all other streams tell. Below zero where more left the site
        /// than came in.
        Optional<Long> reachingLoad() {
            if (hours == 0) {
                return Optional.empty();
            }
            long reaching = 0;
            for (Map.Entry<SiteFlow, Long> stream : sums.entrySet()) {
                reaching = Math.addExact(reaching, stream.getKey().direction() * stream.getValue());
            }
            return Optional.of(reaching);
        }

        Optional<Long> load() {
            return hours == 0 ? Optional.empty() : Optional.of(loadJoules);
        }

        /// What came in less what went out and what was used: zero where the load is not metered.
        Optional<Long> residual() {
            return reachingLoad().flatMap(reaching -> load().map(load -> reaching - load));
        }
    }

    Part part(int from, int to) {
        Map<SiteFlow, Long> sums = new EnumMap<>(SiteFlow.class);
        streams.forEach((stream, hours) -> sums.put(stream, sum(hours, from, to)));
        int added = known.get(from, to).cardinality();
        return new Part(sums, load(from, to), added, expected.get(from, to).cardinality() - added);
    }

    private long load(int from, int to) {
        long sum = 0;
        for (int hour = known.nextSetBit(from);
                hour >= 0 && hour < to;
                hour = known.nextSetBit(hour + 1)) {
            for (Map.Entry<SiteFlow, long[]> stream : streams.entrySet()) {
                boolean metered = stream.getKey() == SiteFlow.METERED_LOAD;
                int counts = metered ? 1 : stream.getKey().direction();
                if (metered == loadMetered.get(hour)) {
                    sum = Math.addExact(sum, counts * stream.getValue()[hour]);
                }
            }
        }
        return sum;
    }

    private long sum(long[] hours, int from, int to) {
        long sum = 0;
        for (int hour = known.nextSetBit(from);
                hour >= 0 && hour < to;
                hour = known.nextSetBit(hour + 1)) {
            sum = Math.addExact(sum, hours[hour]);
        }
        return sum;
    }
}
