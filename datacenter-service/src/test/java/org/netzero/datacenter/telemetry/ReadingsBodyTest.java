package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.problem.InvalidInput;

class ReadingsBodyTest {

    /// More than are looked at together; what each is stays in its place. Which of the values is
    /// meant nobody can tell.
    @Test
    void anItemThatStatesAFieldTwiceIsRefused() {
        String twice =
                """
                {"readings": [{"point": "p", "value": 1, "value": 2}, {"point": "p", "value": 1}]}
                """;
        var read = new ArrayList<SubmittedReading>();

        ReadingsBody.read(
                new ByteArrayInputStream(twice.getBytes(StandardCharsets.UTF_8)), read::addAll);

        assertThat(read)
                .extracting(SubmittedReading::malformed)
                .containsExactly("the field 'value' is stated twice", null);
    }

    @Test
    void allItemsAreGivenInTheirOrder() {
        String items =
                IntStream.range(0, 12_345)
                        .mapToObj(i -> "{\"point\":\"p%d\",\"value\":1}".formatted(i))
                        .collect(Collectors.joining(",", "{\"readings\":[", "]}"));
        var parts = new ArrayList<Integer>();
        var read = new ArrayList<SubmittedReading>();

        ReadingsBody.read(
                new ByteArrayInputStream(items.getBytes(StandardCharsets.UTF_8)),
                some -> {
                    parts.add(some.size());
                    read.addAll(some);
                });

        assertThat(parts).containsExactly(5_000, 5_000, 2_345);
        assertThat(read)
                .extracting(SubmittedReading::point)
                .startsWith("p0", "p1")
                .endsWith("p12344")
                .doesNotHaveDuplicates()
                .hasSize(12_345);
    }

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
                                new ByteArrayInputStream(HexFormat.of().parseHex(bytes)),
                                items -> {}))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.violations().getFirst().code())
                                        .isIn("MALFORMED_BODY", "NOT_READINGS"));
    }
}
