package org.netzero.energy.operation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeteredEnergy;
import org.netzero.energy.storage.Storage;

/// A storage over a period.
///
/// @param expected the hours that its meters should have measured
/// @param measured those that they measured wholly
/// @param endKwh the state of charge at the end, where somebody stated it
/// @param findings what is doubtful
public record StorageOperation(
        Storage storage,
        HourlySeries.Hours hours,
        StorageRun run,
        BitSet expected,
        BitSet measured,
        Optional<RoundTrip> roundTrip,
        Optional<BigDecimal> endKwh,
        List<Finding> findings) {

    public StorageOperation {
        findings = List.copyOf(findings);
    }

    /// The sums of some hours.
    ///
    /// @param stateKwh at their end; empty when none of them was measured yet
    record Part(
            BigDecimal chargedKwh,
            BigDecimal dischargedKwh,
            BigDecimal lostKwh,
            BigDecimal stateKwh,
            int expectedHours,
            int missingHours) {

        boolean isKnown() {
            return expectedHours > missingHours;
        }
    }

    Part part(int from, int to) {
        long in = run.charged(from, to);
        long out = run.discharged(from, to);
        BigDecimal before = run.stateKwh(from);
        BigDecimal after = run.stateKwh(to);
        BigDecimal charged = MeteredEnergy.kwh(in);
        BigDecimal discharged = MeteredEnergy.kwh(out);
        return new Part(
                charged,
                discharged,
                charged.subtract(discharged).subtract(after.subtract(before)),
                after,
                expected.get(from, to).cardinality(),
                missing(from, to));
    }

    private int missing(int from, int to) {
        BitSet gaps = expected.get(from, to);
        gaps.andNot(measured.get(from, to));
        return gaps.cardinality();
    }

    /// What the states of charge say.
    static List<Finding> ofStates(Storage storage, StorageRun run, BigDecimal heldBeforeKwh) {
        var findings = new ArrayList<Finding>();
        BigDecimal excess = run.excessKwh(heldBeforeKwh);
        if (excess.signum() > 0) {
            findings.add(
                    new Finding(
                            FindingCode.CREATES_ENERGY,
                            storage.storageId(),
                            "%s kWh more came out than was in it and was put in%s; check its meters"
                                    .formatted(
                                            excess.stripTrailingZeros().toPlainString(),
                                            storage.initialStateOfChargeKwh().isPresent()
                                                    ? ""
                                                    : ", or state its initialStateOfChargeKwh")));
        }
        BigDecimal most = BigDecimal.ZERO;
        int above = 0;
        for (int hour = 1; hour <= run.hours(); hour++) {
            BigDecimal state = run.stateKwh(hour);
            most = most.max(state);
            above += state.compareTo(storage.usableCapacityKwh()) > 0 ? 1 : 0;
        }
        if (above > 0) {
            findings.add(
                    new Finding(
                            FindingCode.ABOVE_CAPACITY,
                            storage.storageId(),
                            "in %,d hours it would hold more than its %s kWh, up to %s kWh; check its capacity, its efficiency or its meters"
                                    .formatted(
                                            above,
                                            storage.usableCapacityKwh().toPlainString(),
                                            most.stripTrailingZeros().toPlainString())));
        }
        return findings;
    }
}
