package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFolderTest {

    @TempDir Path temporary;

    private static ImportFolder at(Path folder) {
        return new ImportFolder(folder, new MemorySize(BigInteger.TEN));
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    /// One of another user: made where that is allowed, else one of the system's.
    private Path foreign() throws IOException {
        if (!Files.getOwner(temporary).getName().equals("root")) {
            return Path.of("/usr");
        }
        Path folder = Files.createDirectory(temporary.resolve("foreign"));
        return Files.setOwner(
                folder,
                folder.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName("nobody"));
    }

    @Test
    void aFolderIsMadeForTheOwnerOnly() throws Exception {
        Path folder = temporary.resolve("new/imports");
        at(folder).secure();
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void oneOfTheOwnersThatOthersMayEnterIsClosedToThem() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        at(folder).secure();
        assertThat(permissions(folder)).isEqualTo("rwx------");
    }

    @Test
    void oneOfAnotherUserIsRefusedWithTheSetting() throws Exception {
        Path folder = foreign();
        String before = permissions(folder);
        assertThatThrownBy(() -> at(folder).secure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("netzero.imports.folder");
        assertThat(permissions(folder)).isEqualTo(before);
    }

    @Test
    void aLinkToOneOfAnotherUserIsRefused() throws Exception {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), foreign());
        assertThatThrownBy(() -> at(link).secure()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFileInItsPlaceIsRefused() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> at(file).secure()).isInstanceOf(IllegalStateException.class);
    }
}
