package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpOptionsTest {

    @Test
    void takeWhatTheScriptPasses() {
        assertThat(
                        UpOptions.parse(
                                List.of(
                                        "--empty",
                                        "--port",
                                        "9000",
                                        "--checkout",
                                        "/src",
                                        "--data-dir",
                                        "/data")))
                .isEqualTo(new UpOptions(Path.of("/src"), Path.of("/data"), 9000, true));
    }

    @Test
    void listenOnPort8080AndLoadTheDataSetUnlessToldOtherwise() {
        UpOptions options = UpOptions.parse(List.of("--checkout", "/src"));
        assertThat(options.gatewayPort()).isEqualTo(8080);
        assertThat(options.empty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http"})
    void refuseWhatIsNoPort(String port) {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port", port)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("--port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "9000", "--data-dir"})
    void refuseWhatTheyDoNotKnow(String option) {
        assertThatThrownBy(() -> UpOptions.parse(List.of(option)))
                .isInstanceOf(StackException.class)
                .hasMessageContaining(option);
    }
}
