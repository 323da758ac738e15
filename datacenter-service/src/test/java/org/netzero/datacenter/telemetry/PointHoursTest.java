package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.Quarters;
import org.netzero.datacenter.telemetry.PointHours.PointHour;

class PointHoursTest {

    private static final HourAmount HOUR =
            new HourAmount(
                    480_000,
                    10,
                    0.5,
                    1,
                    Set.of(HourFlag.ESTIMATED, HourFlag.REVISED),
                    Optional.of(new Quarters(1, 2, 3, 4)));
    private static final HourAmount BEFORE =
            new HourAmount(480_000, 7, 0.5, 0.5, Set.of(), Optional.of(new Quarters(1, 2, 3, 1)));

    @Test
    void hoursTravelWithQuartersAndWhatWasToldBefore() {
        var hours =
                new PointHours(
                        List.of(
                                new PointHour(3, HOUR, Optional.of(BEFORE), false),
                                new PointHour(4, BEFORE, Optional.empty(), true)));

        assertThat(PointHours.of(hours.toBytes())).isEqualTo(hours);
    }

    @Test
    void settledHoursThatGotReadingsTravelByThemselves() {
        var tooLate = PointHours.ofTooLate(List.of(new PointHours.TooLate(3, 480_000, 480_007)));

        assertThat(PointHours.of(tooLate.toBytes())).isEqualTo(tooLate);
    }

    @Test
    void recordsOfTheFirstVersionAreRead() {
        byte[] first =
                ByteBuffer.allocate(41)
                        .put((byte) 1)
                        .putInt(1)
                        .putInt(3)
                        .putInt(480_000)
                        .putDouble(10)
                        .putDouble(0.5)
                        .putDouble(1)
                        .putInt(HourFlag.toBits(Set.of(HourFlag.ESTIMATED)))
                        .array();

        assertThat(PointHours.of(first).hours())
                .containsExactly(
                        new PointHour(
                                3,
                                new HourAmount(
                                        480_000,
                                        10,
                                        0.5,
                                        1,
                                        Set.of(HourFlag.ESTIMATED),
                                        Optional.empty()),
                                Optional.empty(),
                                false));
    }

    @Test
    void aRecordOfALaterVersionIsRefused() {
        byte[] later = new PointHours(List.of()).toBytes();
        later[0] = 4;

        assertThatThrownBy(() -> PointHours.of(later))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("version 4");
    }

    @Test
    void aRecordWithMoreThanItsHoursIsRefused() {
        byte[] longer = ByteBuffer.allocate(6).put(new PointHours(List.of()).toBytes()).array();

        assertThatThrownBy(() -> PointHours.of(longer))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("6 bytes");
    }
}
