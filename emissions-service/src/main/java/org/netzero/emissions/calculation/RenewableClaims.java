package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Purchased renewable electricity that is claimed at 0: first against the purchases of the site
/// that states it, then against the group's remainder. A kilowatt-hour is claimed once and never
/// beyond what was purchased.
final class RenewableClaims {

    private final Map<String, BigDecimal> openKwhOfSite = new TreeMap<>();
    private final Map<String, BigDecimal> claimedKwhOfRecord = new TreeMap<>();

    RenewableClaims(List<Slice> claims, List<Slice> purchases, List<String> groupSites) {
        claims.forEach(claim ->
                openKwhOfSite.merge(claim.siteId(), claim.knownEnergyKwh(), BigDecimal::add));
        purchases.forEach(purchase -> claim(purchase.siteId(), purchase));
        purchases.stream()
                .filter(purchase -> groupSites.contains(purchase.siteId()))
                .forEach(purchase ->
                        List.copyOf(openKwhOfSite.keySet()).forEach(site -> claim(site, purchase)));
    }

    private void claim(String site, Slice purchase) {
        BigDecimal open = openKwhOfSite.getOrDefault(site, BigDecimal.ZERO);
        BigDecimal free = purchase.knownEnergyKwh().subtract(claimedKwh(purchase));
        BigDecimal claimed = open.min(free);
        if (claimed.signum() > 0) {
            openKwhOfSite.put(site, open.subtract(claimed));
            claimedKwhOfRecord.merge(purchase.record(), claimed, BigDecimal::add);
        }
    }

    /// What of a purchase is claimed, in kWh.
    BigDecimal claimedKwh(Slice purchase) {
        return claimedKwhOfRecord.getOrDefault(purchase.record(), BigDecimal.ZERO);
    }

    /// Per site what is claimed but was never purchased, in kWh.
    Map<String, BigDecimal> unmatchedKwhOfSite() {
        var unmatched = new TreeMap<>(openKwhOfSite);
        unmatched.values().removeIf(open -> open.signum() == 0);
        return unmatched;
    }
}
