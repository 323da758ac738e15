package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Electricity claimed as bought renewable. A purchase stated as renewable and the instruments
/// allocated to the same site and period tell of one claim: the larger of the two counts, never
/// both.
///
/// @param claims what is claimed once each
record RenewablePurchases(List<OneClaim> claims) {

    /// Stated purchases and instruments that tell of the same electricity.
    record OneClaim(List<BalanceLine> stated, List<InstrumentUse> instruments) {

        BigDecimal statedKwh() {
            return stated.stream()
                    .flatMap(line -> line.energy().stream())
                    .map(energy -> energy.energyKwh())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        BigDecimal coveredKwh() {
            return instruments.stream()
                    .map(InstrumentUse::energyKwh)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private boolean touches(OneClaim other) {
            return stated.stream()
                            .anyMatch(line ->
                                    other.instruments.stream().anyMatch(use -> isSame(line, use)))
                    || instruments.stream()
                            .anyMatch(use ->
                                    other.stated.stream().anyMatch(line -> isSame(line, use)));
        }

        private static boolean isSame(BalanceLine line, InstrumentUse use) {
            EnergyItem item = line.item();
            return item.period().overlaps(use.period())
                    && (item.ofGroup()
                            || use.ofGroup()
                            || item.series().siteId().equals(use.siteId()));
        }

        private OneClaim and(OneClaim other) {
            return new OneClaim(
                    Stream.concat(stated.stream(), other.stated.stream()).toList(),
                    Stream.concat(instruments.stream(), other.instruments.stream()).toList());
        }
    }

    /// @param stated the lines of electricity bought as renewable
    /// @param instruments those that count
    static RenewablePurchases of(List<BalanceLine> stated, List<InstrumentUse> instruments) {
        List<OneClaim> claims = new ArrayList<>();
        Stream.concat(
                        stated.stream().map(line -> new OneClaim(List.of(line), List.of())),
                        instruments.stream().map(use -> new OneClaim(List.of(), List.of(use))))
                .forEach(claim -> {
                    List<OneClaim> same = claims.stream().filter(claim::touches).toList();
                    claims.removeAll(same);
                    claims.add(
                            same.stream()
                                    .reduce(OneClaim::and)
                                    .map(o -> o.and(claim))
                                    .orElse(claim));
                });
        return new RenewablePurchases(List.copyOf(claims));
    }

    /// Empty when nothing is claimed.
    Optional<BigDecimal> countedKwh() {
        return claims.stream()
                .map(claim -> claim.statedKwh().max(claim.coveredKwh()))
                .reduce(BigDecimal::add);
    }

    /// What is claimed as stated, without an instrument that covers it.
    List<Finding> findings() {
        return claims.stream().flatMap(RenewablePurchases::findings).toList();
    }

    private static Stream<Finding> findings(OneClaim claim) {
        BigDecimal rest = claim.statedKwh().subtract(claim.coveredKwh());
        if (claim.instruments().isEmpty()) {
            return claim.stated().stream().map(RenewablePurchases::uncovered);
        }
        return rest.signum() <= 0
                ? Stream.empty()
                : Stream.of(
                        new Finding(
                                FindingCode.NO_INSTRUMENT_ON_FILE,
                                claim.stated().getFirst().item().subject(),
                                "%s kWh are claimed as renewable and %s kWh of them covered by instruments; the other %s kWh the share counts as stated"
                                        .formatted(
                                                claim.statedKwh().toPlainString(),
                                                claim.coveredKwh().toPlainString(),
                                                rest.toPlainString())));
    }

    private static Finding uncovered(BalanceLine line) {
        return new Finding(
                FindingCode.NO_INSTRUMENT_ON_FILE,
                line.item().subject(),
                "%s are claimed as renewable without a certificate or contract allocated to them that conveys the attributes; the share counts them as stated"
                        .formatted(line.item().quantity()));
    }
}
