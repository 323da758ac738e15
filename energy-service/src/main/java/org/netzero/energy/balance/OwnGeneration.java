package org.netzero.energy.balance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Flow;

/// Own generation that was used where it was generated. What a site hands over is taken from its
/// own generation, renewable first, never from that of another site: no line leads there. Only
/// generation that the group states as a whole may be of any site, so exports that exceed the
/// renewable generation of their site are taken from it, and exports that the group states from
/// what is left of all.
///
/// @param renewableKwh empty when none is on file
/// @param cogenerationKwh likewise
/// @param exceededKwh by site what it handed over beyond all generation it can be of
record OwnGeneration(
        Optional<BigDecimal> renewableKwh,
        Optional<BigDecimal> cogenerationKwh,
        Map<String, BigDecimal> exceededKwh) {

    static OwnGeneration of(Collection<BalanceLine> lines) {
        var tally = new Tally(lines.stream().filter(line -> line.item().ofGroup()).toList());
        lines.stream()
                .filter(line -> !line.item().ofGroup())
                .collect(
                        Collectors.groupingBy(
                                line -> line.item().series().siteId(),
                                TreeMap::new,
                                Collectors.toList()))
                .forEach(tally::settle);
        tally.settleGroup();
        return new OwnGeneration(
                isOnFile(lines, Flow.OWN_RENEWABLE)
                        ? Optional.of(tally.renewable.add(tally.groupRenewable))
                        : Optional.empty(),
                isOnFile(lines, Flow.OWN_COGENERATION)
                        ? Optional.of(tally.cogeneration.add(tally.groupCogeneration))
                        : Optional.empty(),
                tally.exceeded);
    }

    /// What is left of generation once the exports of some sites are taken from it.
    private static final class Tally {

        private final Map<String, BigDecimal> exceeded = new TreeMap<>();
        private final BigDecimal groupExported;
        private BigDecimal groupRenewable;
        private BigDecimal groupCogeneration;
        private BigDecimal renewable = BigDecimal.ZERO;
        private BigDecimal cogeneration = BigDecimal.ZERO;

        Tally(List<BalanceLine> group) {
            groupRenewable = sum(group, Flow.OWN_RENEWABLE);
            groupCogeneration = sum(group, Flow.OWN_COGENERATION);
            groupExported = sum(group, Flow.EXPORT);
        }

        void settle(String siteId, List<BalanceLine> site) {
            BigDecimal exported = sum(site, Flow.EXPORT);
            BigDecimal own = sum(site, Flow.OWN_RENEWABLE);
            BigDecimal combined = sum(site, Flow.OWN_COGENERATION);
            renewable = renewable.add(left(own, exported));
            BigDecimal rest = left(exported, own);
            BigDecimal ofGroup = rest.min(groupRenewable);
            groupRenewable = groupRenewable.subtract(ofGroup);
            rest = rest.subtract(ofGroup);
            cogeneration = cogeneration.add(left(combined, rest));
            rest = left(rest, combined);
            ofGroup = rest.min(groupCogeneration);
            groupCogeneration = groupCogeneration.subtract(ofGroup);
            BigDecimal beyond = left(rest.subtract(ofGroup), sum(site, Flow.STORAGE_DISCHARGE));
            if (beyond.signum() > 0) {
                exceeded.put(siteId, beyond);
            }
        }

        void settleGroup() {
            BigDecimal known = groupRenewable.add(renewable);
            BigDecimal rest = left(groupExported, known);
            groupRenewable = left(known, groupExported);
            renewable = BigDecimal.ZERO;
            groupCogeneration = left(groupCogeneration.add(cogeneration), rest);
            cogeneration = BigDecimal.ZERO;
        }

        private static BigDecimal left(BigDecimal of, BigDecimal taken) {
            return of.subtract(taken).max(BigDecimal.ZERO);
        }
    }

    private static BigDecimal sum(Collection<BalanceLine> lines, Flow flow) {
        return lines.stream()
                .filter(line -> isElectricityOf(line, flow))
                .flatMap(line -> line.energy().stream())
                .map(energy -> energy.energyKwh())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean isOnFile(Collection<BalanceLine> lines, Flow flow) {
        return lines.stream()
                .anyMatch(line -> isElectricityOf(line, flow) && line.energy().isPresent());
    }

    private static boolean isElectricityOf(BalanceLine line, Flow flow) {
        return line.isOf(flow) && line.item().series().carrier() == EnergyCarrier.ELECTRICITY;
    }
}
