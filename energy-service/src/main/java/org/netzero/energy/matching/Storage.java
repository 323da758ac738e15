package org.netzero.energy.matching;

/// How much of what a site's storage holds was eligible when it was taken in. What comes out is the
/// same mixture as what is in; losses are those of the whole period, spread evenly over what comes
/// out. What was in it before the period is not known, and so is not eligible.
final class Storage {

    private final long allCharged;
    private final long allDischarged;
    private long content;
    private long eligible;

    /// @param allCharged in the whole period
    /// @param allDischarged in the whole period
    Storage(long allCharged, long allDischarged) {
        this.allCharged = allCharged;
        this.allDischarged = allDischarged;
    }

    /// What left the eligible content.
    ///
    /// @param useful of it came out
    /// @param lost of it did not
    record Withdrawn(long useful, long lost) {}

    long eligible() {
        return eligible;
    }

    void charge(long energy, long eligiblePart) {
        content += energy;
        eligible += eligiblePart;
    }

    Withdrawn discharge(long energy) {
        if (energy == 0 || content == 0) {
            return new Withdrawn(0, 0);
        }
        boolean gains = allDischarged >= allCharged;
        long out = Math.min(content, gains ? energy : Shares.of(energy, allCharged, allDischarged));
        long eligibleOut = Shares.of(out, eligible, content);
        long useful =
                Math.min(
                        energy,
                        gains ? eligibleOut : Shares.of(eligibleOut, allDischarged, allCharged));
        content -= out;
        eligible -= eligibleOut;
        return new Withdrawn(useful, eligibleOut - useful);
    }
}
