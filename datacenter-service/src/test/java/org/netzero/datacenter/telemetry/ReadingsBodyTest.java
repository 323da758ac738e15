package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.problem.InvalidInput;

class ReadingsBodyTest {

    /// A reader of JSON tells the encoding by the first four bytes.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FEFF0000",
                "0000FFFE",
                "FFFE0000FFFFFFFF",
                "0000007B00110000",
                "0000007BFFFFFFFF",
                "007B00",
                "0000007B00",
            })
    void bytesThatBreakTheEncodingTheyBeginWithAreRefused(String bytes) {
        assertThatThrownBy(() ->
                        ReadingsBody.read(
                                new ByteArrayInputStream(HexFormat.of().parseHex(bytes)), ""))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.violations().getFirst().code())
                                        .isIn("MALFORMED_BODY", "NOT_READINGS"));
    }
}
