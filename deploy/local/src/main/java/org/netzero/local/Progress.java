package org.netzero.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What the user sees while the stack starts, runs and stops: one line a step, with the time it
/// took.
public final class Progress {

    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintStream out;
    private final boolean coloured;

    Progress(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /// On standard output; the script knows whether that is a terminal and says so.
    static Progress onStandardOutput() {
        return new Progress(System.out, Boolean.getBoolean("netzero.colour"));
    }

    public void say(String line) {
        out.println(line);
        out.flush();
    }

    void done(String part, String what, Duration took) {
        say(
                String.format(
                        Locale.ROOT,
                        "  %s %-11s %-24s %6.1f s",
                        in(GREEN, "✓"),
                        part,
                        what,
                        took.toMillis() / 1000.0));
    }

    void fact(String name, String value) {
        say(String.format(Locale.ROOT, "    %-11s %s", name, value));
    }

    public void problem(String message) {
        say("  " + in(RED, "✗") + " " + message);
    }

    private String in(String colour, String text) {
        return coloured ? colour + text + PLAIN : text;
    }
}
