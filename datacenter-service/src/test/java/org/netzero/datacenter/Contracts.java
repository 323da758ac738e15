package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.messaging.Event;

/// What the producer tests of this service's contracts have in common: a real event's record,
/// written as it is sent, is the golden example and is valid.
public final class Contracts {

    private static final Path CONTRACTS = Path.of("src", "main", "contracts");
    private static final ObjectMapper JSON = JsonConfiguration.mapper();

    private Contracts() {}

    /// Writes a record into the envelope of an example and compares the two.
    public static void assertProduces(
            String contract, String example, String type, String key, Object data)
            throws IOException {
        Path folder = CONTRACTS.resolve(contract).resolve("v1");
        JsonNode golden = JSON.readTree(Files.readString(folder.resolve(example + ".json")));
        var event =
                new Event<>(
                        "1.0",
                        UUID.fromString(golden.get("id").asText()),
                        URI.create("/netzero/datacenter-service"),
                        type,
                        key,
                        golden.get("time").asText(),
                        "application/json",
                        data);
        String written = JSON.writeValueAsString(event);

        assertThat(JSON.readTree(written)).isEqualTo(golden);
        assertThat(schema(folder).validate(written, InputFormat.JSON)).isEmpty();
    }

    private static Schema schema(Path folder) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(folder.resolve("schema.json")));
    }
}
