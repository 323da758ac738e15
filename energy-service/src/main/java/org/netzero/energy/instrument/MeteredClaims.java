package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.energy.carrier.Joules;
import org.netzero.energy.claim.Attributes;

/// The claims whose hours meters tell.
@ApplicationScoped
public class MeteredClaims {

    private final InstrumentTable instruments;

    MeteredClaims(InstrumentTable instruments) {
        this.instruments = instruments;
    }

    public List<MeteredClaim> all() {
        Map<String, List<HeldInstrument>> pools =
                instruments.sharingWithMetered().stream()
                        .map(HeldInstrument::of)
                        .collect(
                                Collectors.groupingBy(
                                        HeldInstrument::poolId, TreeMap::new, Collectors.toList()));
        return pools.values().stream().map(MeteredClaims::of).toList();
    }

    private static MeteredClaim of(List<HeldInstrument> members) {
        HeldInstrument proof =
                members.stream()
                        .filter(member -> member.facts().kind().isCertificate())
                        .findFirst()
                        .orElse(members.getFirst());
        boolean conveyed =
                members.stream()
                        .flatMap(member -> member.facts().attributes().stream())
                        .noneMatch(attributes -> attributes == Attributes.NOT_CONVEYED);
        BigDecimal claimable =
                proof.claimableKwh().subtract(proof.expiredKwh()).subtract(proof.transferredKwh());
        return new MeteredClaim(
                List.copyOf(members),
                proof.facts(),
                members.stream()
                        .flatMap(member -> member.generationMeters().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                proof.facts().vintage(),
                proof.bought() && conveyed ? joules(claimable) : 0);
    }

    /// Whole joules: a claim is never rounded up.
    public static long joules(BigDecimal kwh) {
        return Joules.of(kwh, RoundingMode.DOWN);
    }
}
