package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.greenpower.GreenPowerTarget;
import org.netzero.energy.greenpower.GreenPowerTargets;
import org.netzero.energy.instrument.HeldInstrument;
import org.netzero.energy.progress.Growth;
import org.netzero.energy.progress.Progress;
import org.netzero.energy.progress.TargetPath;
import org.netzero.energy.progress.YearEnergy;

/// How far it is to green power, from what is on file.
@ApplicationScoped
class GreenPowerProgress {

    private final GreenPowerYears years;
    private final GreenPowerTargets targets;
    private final OpenInstruments open;

    GreenPowerProgress(GreenPowerYears years, GreenPowerTargets targets, OpenInstruments open) {
        this.years = years;
        this.targets = targets;
        this.open = open;
    }

    /// @param open what was bought and is not allocated yet
    record Answer(
            Progress progress,
            Growth growth,
            Optional<GreenPowerTarget> target,
            List<HeldInstrument> open,
            List<Finding> findings) {}

    /// @param to the last year
    Answer of(int from, int to, Growth growth) {
        Optional<GreenPowerTarget> target = targets.current();
        Optional<TargetPath> path = target.map(GreenPowerTarget::path);
        // the pace is told of all years of the path that are over
        int first = path.map(stated -> Math.min(from, stated.firstYear())).orElse(from);
        List<YearEnergy> energy =
                years.between(Math.max(first, to - GreenPowerQuery.MOST_YEARS + 1), to);
        Progress progress = Progress.of(energy, path, growth, from, to);
        return new Answer(progress, growth, target, open.all(), findings(progress, growth, path));
    }

    private static List<Finding> findings(
            Progress progress, Growth growth, Optional<TargetPath> path) {
        var findings = new ArrayList<Finding>();
        if (path.isEmpty()) {
            findings.add(
                    new Finding(
                            FindingCode.NO_TARGET_STATED,
                            "path",
                            "no path to green power is stated, so years have no share to be compared with; PUT /api/energy/green-power-target states one"));
        }
        for (Progress.Year year : progress.years()) {
            String subject = String.valueOf(year.year());
            switch (year.standing()) {
                case ON_FILE -> {}
                case PARTLY_ON_FILE ->
                        findings.add(
                                new Finding(
                                        FindingCode.YEAR_PARTLY_ON_FILE,
                                        subject,
                                        "electricity of a part of the year is on file; its share is of that part, and no pace is told from it"));
                case YEAR_TO_DATE ->
                        findings.add(
                                new Finding(
                                        FindingCode.YEAR_PARTLY_ON_FILE,
                                        subject,
                                        "the year is not over; its share is of what is on file so far, and no pace is told from it"));
                case NOT_ON_FILE ->
                        findings.add(
                                new Finding(
                                        FindingCode.NOTHING_ON_FILE,
                                        subject,
                                        "no electricity is on file for the year; this is missing, not zero"));
                case ASSUMED ->
                        findings.add(
                                new Finding(
                                        FindingCode.DEMAND_ASSUMED,
                                        subject,
                                        "demand is that of %d, %s a year (%s); own generation stays as it was then"
                                                .formatted(
                                                        progress.demandFrom().orElseThrow(),
                                                        growth.perYear().toPlainString(),
                                                        growth.source())));
            }
        }
        return List.copyOf(findings);
    }
}
