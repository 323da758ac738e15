package org.netzero.energy.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The rules of China's green electricity certificate (GEC):
///
/// - one certificate is 1,000 kWh, and the only proof of renewable power consumed in mainland China
///   (document 1044 of 2023, article 2); Hong Kong has a market of its own;
/// - it is valid for two years from the month of generation on, for power generated before 2024
///   until the end of 2025; hydropower commissioned before 2023 gets none that can be traded
///   (document 67 of 2024);
/// - the same energy gets a certificate or a carbon credit, not both (notice of August 2024);
/// - for consumption from 2026 on, certificate and consumption are reported to have to be of the
///   same year (trial rules of January 2026, known from the press only).
final class ChineseCertificateRules {

    private static final LocalDate LONGER_VALID_BEFORE = LocalDate.of(2024, 1, 1);
    private static final LocalDate LONGER_VALID_UNTIL = LocalDate.of(2025, 12, 31);
    private static final LocalDate HYDRO_TRADED_FROM = LocalDate.of(2023, 1, 1);
    private static final LocalDate SAME_YEAR_FROM = LocalDate.of(2026, 1, 1);
    private static final int VALID_YEARS = 2;

    private ChineseCertificateRules() {}

    static Judgement judge(Claim claim) {
        Optional<Instrument> proof = claim.trackedProof();
        boolean about =
                claim.siteMarket().equals(Market.MAINLAND_CHINA)
                        || proof.filter(p -> p.kind() == InstrumentKind.GEC).isPresent();
        if (proof.isEmpty() || !about) {
            return new Judgement(RuleSet.CN_GEC, Verdict.NOT_APPLICABLE, List.of());
        }
        var reasons = new Reasons();
        if (proof.get().kind() == InstrumentKind.GEC) {
            place(claim, proof.get(), reasons);
            technology(claim, proof.get(), reasons);
            wholeCertificates(claim, reasons);
            carbonCredit(proof.get(), reasons);
            validity(claim, proof.get(), reasons);
            year(claim, reasons);
        } else {
            reasons.broken(
                    "%s is no proof of renewable power consumed in mainland China; the GEC alone is."
                            .formatted(proof.get().kind()));
        }
        return reasons.judgement(RuleSet.CN_GEC);
    }

    private static void place(Claim claim, Instrument proof, Reasons reasons) {
        if (!proof.market().equals(Market.MAINLAND_CHINA)) {
            reasons.broken(
                    "A GEC is issued in mainland China, not in %s.".formatted(proof.market()));
        }
        if (!claim.siteMarket().equals(Market.MAINLAND_CHINA)) {
            reasons.broken(
                    "A GEC covers consumption in mainland China, not in %s."
                            .formatted(claim.siteMarket()));
        }
    }

    private static void technology(Claim claim, Instrument proof, Reasons reasons) {
        if (!claim.instrument().isRenewable() && !proof.isRenewable()) {
            reasons.broken("A GEC is issued for renewable power.");
        }
        if (proof.technology() == Technology.HYDRO) {
            proof.commissioned()
                    .or(claim.instrument()::commissioned)
                    .ifPresentOrElse(
                            day -> {
                                if (day.isBefore(HYDRO_TRADED_FROM)) {
                                    reasons.broken(
                                            "Hydropower commissioned before 2023 has no GEC that can be traded; the plant is of %s."
                                                    .formatted(day));
                                }
                            },
                            () ->
                                    reasons.unknown(
                                            "Whether the hydropower was commissioned before 2023, and so cannot be traded, is not stated."));
        }
    }

    private static void wholeCertificates(Claim claim, Reasons reasons) {
        if (claim.energyKwh().remainder(InstrumentKind.KWH_PER_CERTIFICATE).signum() != 0) {
            reasons.broken(
                    "%s kWh are no whole number of certificates of 1,000 kWh."
                            .formatted(claim.energyKwh().toPlainString()));
        }
    }

    private static void carbonCredit(Instrument proof, Reasons reasons) {
        proof.carbonCreditIssued()
                .ifPresentOrElse(
                        issued -> {
                            if (issued) {
                                reasons.broken(
                                        "A carbon credit was issued for the same energy; it gets a certificate or a credit, not both.");
                            }
                        },
                        () ->
                                reasons.unknown(
                                        "Whether a carbon credit was issued for the same energy is not stated."));
    }

    private static void validity(Claim claim, Instrument proof, Reasons reasons) {
        LocalDate first = lastValidDay(proof.vintage().start());
        LocalDate last = lastValidDay(proof.vintage().end().minusDays(1));
        if (claim.retiredOn().isEmpty()) {
            reasons.condition(
                    "It is allocated and not yet retired; met if it is retired by %s."
                            .formatted(first));
            return;
        }
        LocalDate retired = claim.retiredOn().get();
        if (retired.isAfter(last)) {
            reasons.broken("It was retired on %s and valid until %s.".formatted(retired, last));
        } else if (retired.isAfter(first)) {
            reasons.unknown(
                    "It was retired on %s; the certificates of its first month were valid until %s."
                            .formatted(retired, first));
        }
    }

    private static LocalDate lastValidDay(LocalDate generated) {
        return generated.isBefore(LONGER_VALID_BEFORE)
                ? LONGER_VALID_UNTIL
                : generated.withDayOfMonth(1).plusYears(VALID_YEARS).minusDays(1);
    }

    private static void year(Claim claim, Reasons reasons) {
        if (!claim.period().start().isBefore(SAME_YEAR_FROM)
                && claim.vintage() != Claim.Vintage.OF_THE_YEAR) {
            reasons.unknown(
                    "It is of another year than the consumption of %s; from 2026 on that is reported not to be accepted."
                            .formatted(claim.period()));
        }
    }
}
