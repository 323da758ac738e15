package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.xerial.snappy.Snappy;

class BytesInFlightTest {

    private static final int MANY = 1 << 20;

    @Test
    void aBodyThatNeedsMoreThanIsLeftIsNotStored() {
        var room = new BytesInFlight(2L * MANY);
        try (BytesInFlight.Share first = room.share();
                BytesInFlight.Share second = room.share()) {
            assertThat(TelemetryBody.read(body(MANY), "", first).length()).isEqualTo(MANY);

            assertThatThrownBy(() -> TelemetryBody.read(body(MANY), "", second))
                    .isInstanceOf(ReadingsNotStored.class)
                    .hasMessageContaining("2 MB");
        }
    }

    @Test
    void whatABodyTookIsFreeWhenItIsDone() {
        var room = new BytesInFlight(2L * MANY);
        for (int i = 0; i < 10; i++) {
            try (BytesInFlight.Share share = room.share()) {
                assertThat(TelemetryBody.read(body(MANY), "", share).length()).isEqualTo(MANY);
            }
        }
    }

    @Test
    void aBodyPackedWithGzipTakesWhatItUnpacksTo() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(packed)) {
            packing.write(new byte[2 * MANY]);
        }
        try (BytesInFlight.Share share = new BytesInFlight(2L * MANY).share()) {
            assertThatThrownBy(() ->
                            TelemetryBody.read(
                                    new ByteArrayInputStream(packed.toByteArray()), "gzip", share))
                    .isInstanceOf(ReadingsNotStored.class);
        }
    }

    @Test
    void aBodyPackedWithSnappyTakesWhatItUnpacksTo() throws IOException {
        byte[] packed = Snappy.compress(new byte[2 * MANY]);
        try (BytesInFlight.Share share = new BytesInFlight(2L * MANY).share()) {
            assertThatThrownBy(() ->
                            TelemetryBody.read(new ByteArrayInputStream(packed), "snappy", share))
                    .isInstanceOf(ReadingsNotStored.class);
        }
    }

    /// Sixteen were the limit once, however little they brought.
    @Test
    void hundredsOfLittleBodiesHaveRoomOnTheSmallestHeap() {
        BytesInFlight room = BytesInFlight.ofHeap(0);
        List<BytesInFlight.Share> shares = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            shares.add(room.share());
        }
        assertThat(shares)
                .allSatisfy(share ->
                        assertThat(TelemetryBody.read(body(1_000), "", share).length())
                                .isEqualTo(1_000));
    }

    @Test
    void aBodyOfTheLargestSizeHasRoomOnTheSmallestHeap() throws IOException {
        byte[] packed = Snappy.compress(new byte[TelemetryBody.MAX_BYTES]);
        try (BytesInFlight.Share share = BytesInFlight.ofHeap(0).share()) {
            assertThat(
                            TelemetryBody.read(new ByteArrayInputStream(packed), "snappy", share)
                                    .length())
                    .isEqualTo(TelemetryBody.MAX_BYTES);
        }
    }

    private static ByteArrayInputStream body(int bytes) {
        return new ByteArrayInputStream(new byte[bytes]);
    }
}
