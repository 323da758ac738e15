package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;

/// What stands against the instruments of a year.
final class InstrumentFindings {

    private final Entries entries;

    InstrumentFindings(Entries entries) {
        this.entries = entries;
    }

    void ofCoverage(List<ContractualInstrument> instruments, MarketCoverage coverage) {
        for (ContractualInstrument its : instruments) {
            if (!its.isAccepted()) {
                notAccepted(its);
            } else {
                surplus(its, coverage.surplusKwh(its));
                if (coverage.usedKwh(its).signum() > 0) {
                    notRetired(its);
                }
            }
        }
    }

    void ofSales(List<ContractualInstrument> sales) {
        sales.forEach(this::notRetired);
    }

    private void notAccepted(ContractualInstrument its) {
        entries.add(
                Finding.note(
                        "INSTRUMENT_NOT_ACCEPTED",
                        its.ref(),
                        "%s kWh of '%s' for '%s' in %s do not meet the quality criteria of the Scope 2 Guidance (%s) and were not used: %s"
                                .formatted(
                                        its.energyKwh().toPlainString(),
                                        its.instrumentId(),
                                        its.siteId(),
                                        its.period(),
                                        its.verdict(),
                                        its.reasons().isEmpty()
                                                ? "no reason is stated"
                                                : String.join(" ", its.reasons()))));
    }

    private void surplus(ContractualInstrument its, BigDecimal kwh) {
        if (kwh.signum() > 0) {
            entries.add(
                    Finding.open(
                            "INSTRUMENT_EXCEEDS_PURCHASED",
                            its.ref(),
                            "%s kWh of the %s kWh of '%s' for '%s' in %s have no purchased electricity to cover and were not counted; allocate them elsewhere, or record the purchase"
                                    .formatted(
                                            kwh.toPlainString(),
                                            its.energyKwh().toPlainString(),
                                            its.instrumentId(),
                                            its.siteId(),
                                            its.period())));
        }
    }

    private void notRetired(ContractualInstrument its) {
        if (!its.retired()) {
            entries.add(
                    Finding.open(
                            Finding.INSTRUMENT_NOT_RETIRED,
                            its.ref(),
                            "%s kWh of '%s' for '%s' in %s count, but are not yet retired; retire them, or the year cannot be locked"
                                    .formatted(
                                            its.energyKwh().toPlainString(),
                                            its.instrumentId(),
                                            its.siteId(),
                                            its.period())));
        }
    }
}
