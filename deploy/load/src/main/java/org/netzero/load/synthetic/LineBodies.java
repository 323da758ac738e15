package org.netzero.load.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bodies of line protocol for some meters of a fleet, one reading each, written into the same
/// bytes again and again: only digits change, since values and times always have as many. For one
/// thread.
public final class LineBodies {

    private static final int WHOLE_DIGITS = 7;
    private static final int DECIMALS = 3;
    private static final int TIME_DIGITS = 19;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final SyntheticFleet fleet;
    private final int firstMeter;
    private final byte[] bytes;
    private final int[] valueAt;
    private final long[] wattHours;
    private final byte[] time = new byte[TIME_DIGITS];

    /// @param head bytes that stand before the lines
    public LineBodies(SyntheticFleet fleet, int firstMeter, int count, byte[] head) {
        this.fleet = fleet;
        this.firstMeter = firstMeter;
        this.valueAt = new int[count];
        this.wattHours = new long[count];
        var lines = new ByteArrayOutputStream();
        lines.writeBytes(head);
        for (int i = 0; i < count; i++) {
            lines.writeBytes(
                    fleet.meters()
                            .get(firstMeter + i)
                            .linePrefix()
                            .getBytes(StandardCharsets.US_ASCII));
            valueAt[i] = lines.size();
            lines.writeBytes(
                    "0000000.000 0000000000000000000\n".getBytes(StandardCharsets.US_ASCII));
        }
        this.bytes = lines.toByteArray();
    }

    /// The lengths of the lines of some meters together.
    public static int length(SyntheticFleet fleet, int firstMeter, int count) {
        return new LineBodies(fleet, firstMeter, count, new byte[0]).bytes.length;
    }

    /// The head and a line of each meter as of a moment; valid until the next call.
    public byte[] at(long epochSecond) {
        fleet.read(epochSecond, firstMeter, wattHours);
        digits(epochSecond * NANOS_PER_SECOND, time, 0, TIME_DIGITS);
        for (int i = 0; i < valueAt.length; i++) {
            int at = valueAt[i];
            digits(wattHours[i] / 1_000, bytes, at, WHOLE_DIGITS);
            digits(wattHours[i] % 1_000, bytes, at + WHOLE_DIGITS + 1, DECIMALS);
            System.arraycopy(time, 0, bytes, at + WHOLE_DIGITS + DECIMALS + 2, TIME_DIGITS);
        }
        return bytes;
    }

    private static void digits(long number, byte[] into, int from, int count) {
        long rest = number;
        for (int at = from + count - 1; at >= from; at--) {
            into[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
