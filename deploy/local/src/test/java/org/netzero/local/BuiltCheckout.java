package org.netzero.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A checkout as the build leaves it, with stand-ins in the place of the services.
record BuiltCheckout(Path root) {

    static BuiltCheckout in(Path root) throws IOException {
        for (SuiteService service : SuiteService.values()) {
            write(service.jar(root), StandInService.class);
        }
        Path kafka = root.resolve("deploy/local/target/kafka");
        Files.createDirectories(kafka.getParent());
        Files.createSymbolicLink(kafka, Given.kafkaHome());
        return new BuiltCheckout(root);
    }

    BuiltCheckout withFailing(SuiteService service) throws IOException {
        write(service.jar(root), FailingService.class);
        return this;
    }

    private static void write(Path jar, Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            String name = main.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            out.write(bytes(main));
            out.closeEntry();
        }
    }

    private static byte[] bytes(Class<?> type) {
        try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
