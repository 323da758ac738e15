package org.netzero.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A class data sharing archive that lets a JVM start in half the time: the first start lists the
/// classes it loads, the archive is made from the list in the background once everything runs, and
/// later starts use it.
///
/// The JVM itself ignores an archive that does not fit its version, its options or its jars.
final class StartCache {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path archive;
    private final Path classList;
    private final Path log;
    private final Path maker;
    private final Path newestInput;
    private final List<String> jvmOptions;
    private final String classPath;

    /// A cache for one program.
    ///
    /// @param newestInput the file that every build of the program writes anew
    StartCache(
            DataFolder folder,
            String name,
            List<String> jvmOptions,
            String classPath,
            Path newestInput) {
        this.archive = folder.startCaches().resolve(name + "-" + Runtime.version() + ".jsa");
        this.classList = folder.startCaches().resolve(name + ".classes");
        this.log = folder.log("start-caches").path();
        this.maker = folder.startCacheMaker();
        this.newestInput = newestInput;
        this.jvmOptions = jvmOptions;
        this.classPath = classPath;
    }

    /// The options of the program's JVM, with those that use the archive or prepare it.
    List<String> with(List<String> options) {
        List<String> all = new ArrayList<>(options);
        try {
            Files.createDirectories(archive.getParent());
            all.add(
                    isCurrent()
                            ? "-XX:SharedArchiveFile=" + archive
                            : "-XX:DumpLoadedClassList=" + classList);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    boolean isCurrent() throws IOException {
        return Files.exists(archive)
                && Files.getLastModifiedTime(archive)
                                .compareTo(Files.getLastModifiedTime(newestInput))
                        > 0;
    }

    /// Makes the archive from the classes of the run that goes on. Takes seconds of one core, at
    /// the lowest priority.
    void make() throws IOException, InterruptedException {
        if (isCurrent() || !Files.exists(classList)) {
            return;
        }
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        Process dump = ChildProcess.prepare(dumpCommand(unfinished), Map.of(), log).start();
        try {
            StartedProcess.of(dump.toHandle()).write(maker);
            if (dump.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && dump.exitValue() == 0) {
                Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
                Files.delete(classList);
            }
        } finally {
            dump.destroyForcibly();
            Files.deleteIfExists(maker);
        }
    }

    private List<String> dumpCommand(Path unfinished) {
        List<String> command = new ArrayList<>();
        Optional.of(Path.of("/usr/bin/nice"))
                .filter(Files::isExecutable)
                .ifPresent(nice -> command.addAll(List.of(nice.toString(), "-n", "19")));
        command.add(ChildProcess.java());
        command.addAll(jvmOptions);
        command.addAll(
                List.of(
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + classList,
                        "-XX:SharedArchiveFile=" + unfinished,
                        "-cp",
                        classPath));
        return command;
    }
}
