package org.netzero.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How much of the processors processes have used, those they started included. Unlike a rate it
/// hardly depends on what else the machine does.
///
/// @param byName seconds since each process began
record ProcessorSeconds(Map<String, Double> byName) {

    private static final double TICKS_PER_SECOND = 100;

    /// Where the times stand behind the name of the process: its own and those of its children that
    /// ended, as proc(5) has it.
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;

    /// @param processes the process ids of the parts
    static ProcessorSeconds now(Map<String, Long> processes) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        processes.forEach((name, pid) -> seconds.put(name, ofFamily(pid)));
        return new ProcessorSeconds(seconds);
    }

    private static double ofFamily(long pid) {
        if (pid == ProcessHandle.current().pid()) {
            // what it started is measured by itself
            return of(pid);
        }
        return ProcessHandle.of(pid)
                .map(process ->
                        of(pid) + process.descendants().mapToDouble(child -> of(child.pid())).sum())
                .orElse(0.0);
    }

    private static double of(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = 0; i < TIMES; i++) {
                ticks += Long.parseLong(fields[FIRST_TIME + i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What was used since an earlier look.
    ProcessorSeconds since(ProcessorSeconds earlier) {
        Map<String, Double> used = new LinkedHashMap<>();
        byName.forEach((name, seconds) ->
                used.put(name, seconds - earlier.byName.getOrDefault(name, 0.0)));
        return new ProcessorSeconds(used);
    }

    double total() {
        return byName.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /// Each part's share of a million things, and all together.
    String perMillion(long things) {
        double millions = things / 1e6;
        return String.format(Locale.ROOT, "%.2f s: ", total() / millions)
                + byName.entrySet().stream()
                        .map(part ->
                                String.format(
                                        Locale.ROOT,
                                        "%s %.2f",
                                        part.getKey(),
                                        part.getValue() / millions))
                        .collect(Collectors.joining(", "));
    }
}
