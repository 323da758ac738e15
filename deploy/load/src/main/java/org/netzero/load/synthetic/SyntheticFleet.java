package org.netzero.load.synthetic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// Data centres that do not exist, and what their meters show: counters of kWh with three decimals.
///
/// Of each data centre the first meter measures what enters it, the second its cooling, and the
/// others its IT equipment, whose load follows the hours of the day and the days of the week.
/// Cooling takes more the warmer it is outside, and next to nothing where outside air is cold
/// enough. What enters is what all others take, and a twentieth of the IT load that is lost on the
/// way. Within an hour meters run evenly; so their hours are known exactly.
///
/// Safe for several threads.
public final class SyntheticFleet {

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int HOURS_PER_DAY = 24;
    private static final int DAYS_PER_WEEK = 7;

    private static final long LEAST_START_WH = 1_000_000_000L;
    private static final long START_RANGE_WH = 3_000_000_000L;

    private static final double FREE_COOLING_CELSIUS = 12;
    private static final double COOLING_SHARE_FREE = 0.06;
    private static final double COOLING_SHARE_PER_DEGREE = 0.012;
    private static final double LOST_SHARE = 0.05;

    private final long seed;
    private final int metersEach;
    private final long firstHour;
    private final List<Climate> climates = new ArrayList<>();
    private final List<SyntheticMeter> meters;

    /// What all meters show at the start of each hour, as far as anybody asked.
    private final List<long[]> atHour = new ArrayList<>();

    /// How large it is.
    ///
    /// @param seed the same seed makes the same values
    /// @param label begins the ids of its data centres
    /// @param datacenters at least one
    /// @param metersEach meters of each of them, at least three
    public record Plan(long seed, String label, int datacenters, int metersEach) {
        public Plan {
            if (datacenters < 1 || metersEach < 3) {
                throw new IllegalArgumentException(
                        "%d data centres with %d meters each".formatted(datacenters, metersEach));
            }
        }
    }

    /// @param start of an hour: nothing was measured before
    public SyntheticFleet(Plan plan, Instant start) {
        if (start.getEpochSecond() % SECONDS_PER_HOUR != 0 || start.getNano() != 0) {
            throw new IllegalArgumentException(start + " is not the start of an hour");
        }
        this.seed = plan.seed();
        this.metersEach = plan.metersEach();
        this.firstHour = start.getEpochSecond() / SECONDS_PER_HOUR;
        var all = new ArrayList<SyntheticMeter>();
        for (int datacenter = 0; datacenter < plan.datacenters(); datacenter++) {
            String id = String.format(Locale.ROOT, "%sdc%03d", plan.label(), datacenter);
            climates.add(Climate.drawn(seed, datacenter));
            for (int i = 0; i < metersEach; i++) {
                String number = String.format(Locale.ROOT, "m%05d", datacenter * metersEach + i);
                all.add(new SyntheticMeter(id, number, kind(i)));
            }
        }
        this.meters = List.copyOf(all);
        atHour.add(starts());
    }

    private static SyntheticMeter.Kind kind(int i) {
        return switch (i) {
            case 0 -> SyntheticMeter.Kind.UTILITY;
            case 1 -> SyntheticMeter.Kind.COOLING;
            default -> SyntheticMeter.Kind.IT;
        };
    }

    private long[] starts() {
        long[] starts = new long[meters.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = LEAST_START_WH + (long) (START_RANGE_WH * Chance.of(seed, 3, i));
        }
        return starts;
    }

    /// All meters, those of a data centre next to each other.
    public List<SyntheticMeter> meters() {
        return meters;
    }

    /// The ids of its data centres.
    public List<String> datacenters() {
        return meters.stream().map(SyntheticMeter::datacenter).distinct().toList();
    }

    /// What all meters show at a moment, in Wh.
    ///
    /// @param epochSecond not before the start
    /// @param into takes the values from `firstMeter` on, as many as it has room for
    public void read(long epochSecond, int firstMeter, long[] into) {
        int hour = (int) (epochSecond / SECONDS_PER_HOUR - firstHour);
        long second = epochSecond % SECONDS_PER_HOUR;
        long[] before = at(hour);
        long[] after = at(hour + 1);
        for (int i = 0; i < into.length; i++) {
            long shown = before[firstMeter + i];
            into[i] = shown + (after[firstMeter + i] - shown) * second / SECONDS_PER_HOUR;
        }
    }

    /// What a meter shows at a moment, in Wh.
    public long wattHours(int meter, long epochSecond) {
        long[] one = new long[1];
        read(epochSecond, meter, one);
        return one[0];
    }

    /// How warm it is outside of a data centre, by which its cooling goes.
    ///
    /// @param datacenter its number, from 0
    public double celsius(int datacenter, long epochSecond) {
        return climates.get(datacenter).celsius(Math.floorDiv(epochSecond, SECONDS_PER_HOUR));
    }

    /// Readings of a meter, one after the other.
    public List<SyntheticReading> readings(
            int meter, long firstSecond, long stepSeconds, int count) {
        return LongStream.range(0, count)
                .map(i -> firstSecond + i * stepSeconds)
                .mapToObj(second ->
                        SyntheticReading.of(meters.get(meter), second, wattHours(meter, second)))
                .toList();
    }

    /// What the meters show at the start of an hour since the fleet's.
    private long[] at(int hour) {
        synchronized (atHour) {
            while (atHour.size() <= hour) {
                atHour.add(anHourAfter(atHour.getLast(), firstHour + atHour.size() - 1));
            }
            return atHour.get(hour);
        }
    }

    private long[] anHourAfter(long[] shown, long hour) {
        long[] after = shown.clone();
        for (int datacenter = 0; datacenter < climates.size(); datacenter++) {
            int first = datacenter * metersEach;
            double load = load(datacenter, hour);
            long it = 0;
            for (int i = 2; i < metersEach; i++) {
                double share = 0.7 + 0.6 * Chance.of(seed, 4, first + i);
                long own = (long) (load / (metersEach - 2) * share);
                after[first + i] += own;
                it += own;
            }
            long cooling = (long) (it * coolingShare(climates.get(datacenter).celsius(hour)));
            after[first + 1] += cooling;
            after[first] += it + cooling + (long) (it * LOST_SHARE);
        }
        return after;
    }

    /// The IT load of an hour in Wh: half a megawatt to two, more by day than by night and less at
    /// weekends.
    private double load(int datacenter, long hour) {
        double size = 500_000 + 1_500_000 * Chance.of(seed, 5, datacenter);
        double day = 1 + 0.15 * Math.cos(2 * Math.PI * (hour % HOURS_PER_DAY - 14) / HOURS_PER_DAY);
        // 1970 began on a Thursday
        long weekday = (hour / HOURS_PER_DAY + 3) % DAYS_PER_WEEK;
        double week = weekday >= 5 ? 0.9 : 1;
        return size * day * week * (0.98 + 0.04 * Chance.of(seed, 6, datacenter, hour));
    }

    private static double coolingShare(double celsius) {
        return COOLING_SHARE_FREE
                + COOLING_SHARE_PER_DEGREE * Math.max(0, celsius - FREE_COOLING_CELSIUS);
    }
}
