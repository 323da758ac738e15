package org.netzero.gateway.roadmap.plan;

/// The input of a plan breaks a rule. The message names the value and the remedy.
public final class PlanInputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;

    PlanInputRefused(String path, String broken, String remedy) {
        super(path + " " + broken + ": " + remedy);
        this.path = path;
    }

    /// Where the value is, such as `levers[2].cuts[0].depth`.
    public String path() {
        return path;
    }
}
