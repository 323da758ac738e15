package org.netzero.datacenter.metering;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Turns readings into amounts per hour.
///
/// Between two neighbouring readings a counter's amount is their difference and a gauge's the area
/// of the trapezoid below them. A step is shared out to the hours it touches: a counter's by time,
/// which is to say that its value at the hour's boundary is interpolated linearly; a gauge's by the
/// area on either side. So an hour depends on the readings within it and on [#NEIGHBOURS] readings
/// on either side, and on nothing else: not on the order in which they arrived. The amounts of the
/// hours sum up to last − first.
///
/// Steps of up to [#LONGEST_MEASURED_NANOS] count as measured. A longer one is a gap: it is bridged
/// and flagged [HourFlag#ESTIMATED], up to [#LONGEST_BRIDGED_NANOS] for counters, whose total is
/// exact, and up to [#LONGEST_BRIDGED_GAUGE_NANOS] for gauges. A gap beyond is left open, since
/// missing is never zero, and flagged [HourFlag#GAP] as far as the readings on either side are
/// found.
///
/// Where a counter gave way to another one between two readings, the old one's last reading is the
/// end of the step before and the new one's first reading the start of the step after it: (last −
/// before) + (after − first).
public final class HourlyAmounts {

    public static final long HOUR_NANOS = 3_600_000_000_000L;

    private static final long QUARTER_NANOS = HOUR_NANOS / Quarters.COUNT;

    /// Hourly readings that come a little early or late are no gap; one that is missing is.
    public static final long LONGEST_MEASURED_NANOS = HOUR_NANOS * 3 / 2;

    /// Forty days: a meter read by hand once a month.
    public static final long LONGEST_BRIDGED_NANOS = 40 * 24 * HOUR_NANOS;

    /// Six hours: beyond, the power between two readings is anybody's guess.
    public static final long LONGEST_BRIDGED_GAUGE_NANOS = 6 * HOUR_NANOS;

    /// Readings needed on either side of the hours in question. One more than the next: whether a
    /// counter's fall is a dropout is seen from both its neighbours, and two dropouts never stand
    /// side by side.
    public static final int NEIGHBOURS = 2;

    /// What a meter may exceed its rated power by.
    private static final double POSSIBLE = 1.2;

    /// Below this time a step is judged as if it took so long: counters move in whole digits.
    private static final long SHORTEST_JUDGED_NANOS = HOUR_NANOS / 60;

    /// A counter that starts anew is found at less than this share of its last value.
    private static final double NEAR_ZERO = 0.5;

    /// Without a rated power, a counter is believed to have passed its maximum if that took at most
    /// this share of it.
    private static final double PLAUSIBLE_ROLLOVER = 0.25;

    private final Meter meter;
    private final int firstHour;
    private final double[] amounts;
    private final double[] quarters;
    private final long[] measuredNanos;
    private final long[] coveredNanos;
    private final boolean[] changed;
    private final int[] flags;

    private HourlyAmounts(Meter meter, int firstHour, int lastHour) {
        int hours = lastHour - firstHour + 1;
        this.meter = meter;
        this.firstHour = firstHour;
        this.amounts = new double[hours];
        this.quarters = new double[hours * Quarters.COUNT];
        this.measuredNanos = new long[hours];
        this.coveredNanos = new long[hours];
        this.changed = new boolean[hours];
        this.flags = new int[hours];
    }

    /// The hour in which a time lies, counted from 1970-01-01T00:00Z.
    public static int hourOf(long epochNanos) {
        return (int) Math.floorDiv(epochNanos, HOUR_NANOS);
    }

    /// The amounts of the hours from the first to the last, both included.
    ///
    /// @param readings those within the hours and [#NEIGHBOURS] on either side, where there are so
    ///   many
    public static List<HourAmount> of(Meter meter, Readings readings, int firstHour, int lastHour) {
        var hours = new HourlyAmounts(meter, firstHour, lastHour);
        switch (meter.kind()) {
            case COUNTER -> hours.addCounter(readings);
            case GAUGE -> hours.addGauge(readings);
        }
        return hours.result();
    }

    private void addCounter(Readings readings) {
        List<Readings> meters = ExchangedMeters.apart(meter.exchanges(), readings);
        for (int i = 0; i < meters.size(); i++) {
            addCounter(meters.get(i), i == meters.size() - 1);
        }
    }

    /// @param readings of one counter; where another one follows, the last of them is what it
    ///   showed when it gave way, which nothing has to confirm
    /// @param last whether no other one follows
    private void addCounter(Readings readings, boolean last) {
        int before = -1;
        for (int i = 0; i < readings.count(); i++) {
            if (last && !meter.bidirectional() && isHeld(readings, i)) {
                flag(readings.epochNanos()[i], HourFlag.HELD);
            } else if (!meter.bidirectional() && isDropout(readings, i)) {
                flag(readings.epochNanos()[i], HourFlag.DROPOUT);
            } else {
                if (before == i - 1 && UnitJump.isBefore(readings, i, meter.kind())) {
                    leaveOut(readings, i, HourFlag.UNIT_JUMP);
                } else if (before >= 0) {
                    addCounterStep(
                            readings.epochNanos()[before],
                            readings.epochNanos()[i],
                            readings.values()[before],
                            readings.values()[i]);
                }
                before = i;
            }
        }
    }

    /// Whether the last reading fell: alone it does not tell a reset from a dropout.
    private static boolean isHeld(Readings readings, int i) {
        double[] values = readings.values();
        return i > 0 && i == values.length - 1 && values[i] < values[i - 1];
    }

    /// Whether the counter fell once and then went on as if it had not.
    private static boolean isDropout(Readings readings, int i) {
        double[] values = readings.values();
        return i > 0
                && i < values.length - 1
                && values[i] < values[i - 1]
                && values[i + 1] >= values[i - 1];
    }

    /// Leaves out the step that ends at a reading.
    private void leaveOut(Readings readings, int i, HourFlag cause) {
        long from = readings.epochNanos()[i - 1];
        long to = readings.epochNanos()[i];
        flag(from, to, HourFlag.QUARANTINED);
        flag(from, to, cause);
    }

    private void addCounterStep(long from, long to, double before, double after) {
        if (to - from > LONGEST_BRIDGED_NANOS) {
            return;
        }
        double difference = after - before;
        HourFlag cause = null;
        if (difference < 0 && !meter.bidirectional()) {
            OptionalDouble maximum = ExchangedMeters.maximumAt(meter, from);
            double rollover = maximum.orElse(Double.NaN) - before + after;
            if (isPlausibleRollover(rollover, maximum, from, to)) {
                difference = rollover;
                cause = HourFlag.ROLLOVER;
            } else if (after <= before * NEAR_ZERO) {
                difference = after;
                cause = HourFlag.COUNTER_RESET;
            } else {
                flag(from, to, HourFlag.COUNTER_FELL);
                return;
            }
        }
        double amount = difference * meter.baseUnits();
        if (!isPossible(Math.abs(amount), from, to)) {
            flag(from, to, HourFlag.QUARANTINED);
            return;
        }
        if (cause != null) {
            flag(from, to, cause);
        }
        for (int hour = first(from); hour <= last(to); hour++) {
            long overlap = overlap(hour, from, to);
            double share = amount * ((double) overlap / (to - from));
            add(hour, share, overlap, to - from);
            addQuarters(hour, from, to, share, amount / (to - from), 0);
            changed[hour - firstHour] |= difference != 0;
        }
    }

    private boolean isPlausibleRollover(
            double rollover, OptionalDouble maximum, long from, long to) {
        if (maximum.isEmpty() || rollover < 0) {
            return false;
        }
        return meter.ratedPowerKw().isPresent()
                ? isPossible(rollover * meter.baseUnits(), from, to)
                : rollover <= maximum.getAsDouble() * PLAUSIBLE_ROLLOVER;
    }

    private boolean isPossible(double amount, long from, long to) {
        if (meter.ratedPowerKw().isEmpty()) {
            return true;
        }
        double hours = (double) Math.max(to - from, SHORTEST_JUDGED_NANOS) / HOUR_NANOS;
        return amount <= meter.ratedPowerKw().getAsDouble() * hours * POSSIBLE;
    }

    private void addGauge(Readings readings) {
        for (int i = 1; i < readings.count(); i++) {
            if (UnitJump.isBefore(readings, i, meter.kind())) {
                leaveOut(readings, i, HourFlag.UNIT_JUMP);
            } else {
                addGaugeStep(
                        readings.epochNanos()[i - 1],
                        readings.epochNanos()[i],
                        readings.values()[i - 1] * meter.baseUnits(),
                        readings.values()[i] * meter.baseUnits());
            }
        }
    }

    private void addGaugeStep(long from, long to, double before, double after) {
        if (to - from > LONGEST_BRIDGED_GAUGE_NANOS) {
            if (to - from <= LONGEST_BRIDGED_NANOS) {
                flag(from, to, HourFlag.GAP);
            }
            return;
        }
        if (!isPossiblePower(before) || !isPossiblePower(after)) {
            flag(from, to, HourFlag.QUARANTINED);
            if (!meter.bidirectional() && Math.min(before, after) < 0) {
                flag(from, to, HourFlag.WRONG_SIGN);
            }
            return;
        }
        double slope = (after - before) / (to - from);
        for (int hour = first(from); hour <= last(to); hour++) {
            long start = Math.max(from, hour * HOUR_NANOS);
            long overlap = overlap(hour, from, to);
            double mean = before + slope * (start - from + overlap / 2.0);
            double area = mean * ((double) overlap / HOUR_NANOS);
            add(hour, area, overlap, to - from);
            addQuarters(hour, from, to, area, before / HOUR_NANOS, slope / HOUR_NANOS);
            changed[hour - firstHour] |= after != before;
        }
    }

    private boolean isPossiblePower(double power) {
        return (power >= 0 || meter.bidirectional())
                && Math.abs(power)
                        <= meter.ratedPowerKw().orElse(Double.POSITIVE_INFINITY) * POSSIBLE;
    }

    private void add(int hour, double amount, long overlap, long step) {
        int i = hour - firstHour;
        amounts[i] += amount;
        coveredNanos[i] += overlap;
        if (step <= LONGEST_MEASURED_NANOS) {
            measuredNanos[i] += overlap;
        } else if (overlap > 0) {
            flags[i] |= HourFlag.ESTIMATED.bit();
        }
    }

    /// Shares out what of a step fell into an hour to the quarters of the hour.
    ///
    /// @param share the whole of it
    /// @param rate amount per nanosecond at the step's beginning
    /// @param rise of the rate, per nanosecond
    private void addQuarters(int hour, long from, long to, double share, double rate, double rise) {
        long start = hour * HOUR_NANOS;
        int first = (int) ((Math.max(from, start) - start) / QUARTER_NANOS);
        int last = (int) ((Math.min(to, start + HOUR_NANOS) - 1 - start) / QUARTER_NANOS);
        int base = (hour - firstHour) * Quarters.COUNT;
        if (first == last) {
            quarters[base + first] += share;
            return;
        }
        for (int quarter = first; quarter <= last; quarter++) {
            long quarterStart = start + quarter * QUARTER_NANOS;
            long begin = Math.max(from, quarterStart);
            long length = Math.min(to, quarterStart + QUARTER_NANOS) - begin;
            quarters[base + quarter] += (rate + rise * (begin - from + length / 2.0)) * length;
        }
    }

    private void flag(long from, long to, HourFlag flag) {
        for (int hour = first(from); hour <= last(to); hour++) {
            flags[hour - firstHour] |= flag.bit();
        }
    }

    private void flag(long at, HourFlag flag) {
        int hour = hourOf(at);
        if (hour >= firstHour && hour - firstHour < flags.length) {
            flags[hour - firstHour] |= flag.bit();
        }
    }

    private int first(long from) {
        return Math.max(firstHour, hourOf(from));
    }

    /// The last hour of which a step ending at this time has a part.
    private int last(long to) {
        return Math.min(firstHour + flags.length - 1, hourOf(to - 1));
    }

    private static long overlap(int hour, long from, long to) {
        long start = hour * HOUR_NANOS;
        return Math.min(to, start + HOUR_NANOS) - Math.max(from, start);
    }

    private Quarters quarters(int i) {
        int base = i * Quarters.COUNT;
        return new Quarters(
                quarters[base], quarters[base + 1], quarters[base + 2], quarters[base + 3]);
    }

    private List<HourAmount> result() {
        var result = new ArrayList<HourAmount>(amounts.length);
        for (int i = 0; i < amounts.length; i++) {
            if (measuredNanos[i] == HOUR_NANOS && !changed[i]) {
                flags[i] |= HourFlag.UNCHANGED.bit();
            }
            Set<HourFlag> set =
                    flags[i] == 0 ? EnumSet.noneOf(HourFlag.class) : HourFlag.ofBits(flags[i]);
            result.add(
                    new HourAmount(
                            firstHour + i,
                            amounts[i],
                            (double) measuredNanos[i] / HOUR_NANOS,
                            (double) coveredNanos[i] / HOUR_NANOS,
                            set,
                            Optional.of(quarters(i))));
        }
        return result;
    }
}
