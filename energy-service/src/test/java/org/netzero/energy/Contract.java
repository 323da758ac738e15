package org.netzero.energy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.netzero.platform.json.JsonConfiguration;

/// A contract between services: the schema of an event and its golden examples.
public record Contract(String folder) {

    public String example(String name) {
        return read(folder + "/example-" + name + ".json");
    }

    /// What the schema finds wrong with an event.
    public List<String> violations(Object event) {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(read(folder + "/schema.json"));
        return schema.validate(json(event), InputFormat.JSON).stream()
                .map(error -> error.toString())
                .toList();
    }

    public static String json(Object event) {
        try {
            return event instanceof String text
                    ? text
                    : JsonConfiguration.mapper().writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String read(String resource) {
        try (InputStream stream =
                Objects.requireNonNull(Contract.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
