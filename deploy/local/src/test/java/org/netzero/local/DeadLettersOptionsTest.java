package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadLettersOptionsTest {

    @Test
    void listsEverythingUnlessToldOtherwise() {
        DeadLettersOptions options = DeadLettersOptions.parse(List.of());
        assertThat(options.replay()).isFalse();
        assertThat(options.topic()).isEmpty();
        assertThat(options.offsets()).isEmpty();
    }

    @Test
    void takesSeveralOffsetsOfATopic() {
        DeadLettersOptions options =
                DeadLettersOptions.parse(
                        List.of(
                                "replay",
                                "--topic",
                                "energy.site",
                                "--offset",
                                "3",
                                "--offset",
                                "0"));
        assertThat(options.replay()).isTrue();
        assertThat(options.topic()).contains("energy.site");
        assertThat(options.offsets()).containsExactly(0L, 3L);
    }

    @ParameterizedTest
    @CsvSource({
        "replay --offset 3, --topic",
        "replay --topic, --topic",
        "--topic energy.site --offset -1, -1",
        "--topic energy.site --offset all, all",
        "replay --everything, --everything"
    })
    void namesWhatItRefuses(String arguments, String named) {
        assertThatThrownBy(() -> DeadLettersOptions.parse(List.of(arguments.split(" ", -1))))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(named);
    }
}
