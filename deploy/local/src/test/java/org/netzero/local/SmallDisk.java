package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk in memory, too small for a stack and full but for its first file. Only root can mount
/// one; where it cannot be done, the test that needs it is left out.
final class SmallDisk {

    private static final String SIZE = "64k";

    private SmallDisk() {}

    /// What is done while the disk is there.
    interface Work {
        void run() throws Exception;
    }

    static void mounted(Path folder, Work work) throws Exception {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", folder.toString()) == 0,
                "only root can mount a small disk");
        try {
            fill(folder.resolve("filling"));
            work.run();
        } finally {
            assertThat(run("umount", folder.toString())).isZero();
        }
    }

    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[1024]);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
