package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path parent;

    private DataFolder folder() throws IOException {
        DataFolder folder = new DataFolder(parent.resolve("data"));
        folder.create();
        return folder;
    }

    @Test
    void stayTheSameFromStartToStart() throws IOException {
        Secrets first = Secrets.in(folder());
        String firstKeys = Files.readString(folder().privateKey());
        Secrets second = Secrets.in(folder());
        assertThat(second.adminKey()).isEqualTo(first.adminKey()).startsWith("nz_");
        assertThat(second.databasePassword("netzero_energy"))
                .isEqualTo(first.databasePassword("netzero_energy"));
        assertThat(Files.readString(folder().privateKey())).isEqualTo(firstKeys);
    }

    @Test
    void canBeReadByTheirOwnerOnly() throws IOException {
        Secrets.in(folder());
        List<Path> files =
                List.of(
                        folder().adminKey(),
                        folder().privateKey(),
                        folder().publicKey(),
                        folder().databasePasswords());
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(
                                        PosixFilePermissions.toString(
                                                Files.getPosixFilePermissions(file)))
                                .isEqualTo("rw-------"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().root())))
                .isEqualTo("rwx------");
    }

    @Test
    void differFromFolderToFolder() throws IOException {
        DataFolder other = new DataFolder(parent.resolve("other"));
        other.create();
        assertThat(Secrets.in(other).adminKey()).isNotEqualTo(Secrets.in(folder()).adminKey());
    }

    @Test
    void refuseARoleNobodyKnows() throws IOException {
        Secrets secrets = Secrets.in(folder());
        assertThatThrownBy(() -> secrets.databasePassword("somebody"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("somebody");
    }
}
