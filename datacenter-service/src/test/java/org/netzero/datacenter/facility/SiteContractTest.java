package org.netzero.datacenter.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netzero.platform.json.JsonConfiguration;

class SiteContractTest {

    private static final ObjectMapper JSON =
            JsonConfiguration.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void everyExampleOfASiteIsUnderstood() throws IOException, URISyntaxException {
        List<Path> examples = examples();

        assertThat(examples).isNotEmpty();
        for (Path example : examples) {
            SiteRegistered site =
                    JSON.treeToValue(
                            JSON.readTree(Files.readString(example)).path("data"),
                            SiteRegistered.class);
            assertThat(site.siteId()).as("%s", example).isNotBlank();
            assertThat(site.version()).as("%s", example).isPositive();
            assertThatCode(() -> ZoneId.of(site.timeZone())).doesNotThrowAnyException();
        }
    }

    private static List<Path> examples() throws IOException, URISyntaxException {
        URL contracts =
                Objects.requireNonNull(
                        SiteContractTest.class.getResource("/contracts/energy/energy-site/v1"),
                        "the contracts of the energy service");
        try (Stream<Path> files = Files.list(Path.of(contracts.toURI()))) {
            return files.filter(file -> file.getFileName().toString().startsWith("example-"))
                    .toList();
        }
    }
}
