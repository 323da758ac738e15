package org.netzero.emissions;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The contracts of this service and its neighbours, as their producers keep them.
public final class Contracts {

    private static final Path FOLDER = Path.of("target", "test-classes", "contracts");

    private Contracts() {}

    /// Schema of version 1: `emissions/emissions-inventory`.
    public static Schema schema(String contract) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read(FOLDER.resolve(contract).resolve("v1").resolve("schema.json")));
    }

    /// Whether the producer is in this checkout yet.
    public static boolean exists(String contract) {
        return Files.isDirectory(FOLDER.resolve(contract));
    }

    /// Golden example of version 1.
    public static String example(String contract, String name) throws IOException {
        return read(FOLDER.resolve(contract).resolve("v1").resolve("example-" + name + ".json"));
    }

    /// All golden examples of version 1.
    public static Stream<String> examples(String contract) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(contract).resolve("v1"))) {
            List<Path> examples =
                    files.filter(file -> file.getFileName().toString().startsWith("example-"))
                            .sorted()
                            .toList();
            return examples.stream().map(Contracts::read);
        }
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No contract " + file, e);
        }
    }
}
