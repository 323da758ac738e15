package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Market;
import org.netzero.energy.instrument.HeldInstrument;
import org.netzero.energy.instrument.HeldInstruments;

/// Renewable instruments that were bought and are not wholly allocated yet.
@ApplicationScoped
class OpenInstruments {

    private final HeldInstruments instruments;
    private final Clock clock;

    OpenInstruments(HeldInstruments instruments, Clock clock) {
        this.instruments = instruments;
        this.clock = clock;
    }

    /// One of each claim: a contract and its certificate are one.
    List<HeldInstrument> all() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, HeldInstrument> byPool = new LinkedHashMap<>();
        instruments.all().stream()
                .filter(held -> held.bought() && held.leftKwh().signum() > 0)
                .filter(HeldInstrument::isGreen)
                .filter(held ->
                        held.facts().expiresOn().filter(last -> last.isBefore(today)).isEmpty())
                .forEach(held -> byPool.merge(held.poolId(), held, OpenInstruments::proof));
        return List.copyOf(byPool.values());
    }

    private static HeldInstrument proof(HeldInstrument one, HeldInstrument other) {
        return other.facts().kind().isCertificate() ? other : one;
    }

    /// Whether it is of the year, a certificate generated in it or a contract that delivers in it,
    /// and of the market, or of another that may be one with it: which of Europe's and North
    /// America's markets are one is not decided here.
    static boolean couldServe(HeldInstrument held, Market market, Span year) {
        Span vintage = held.facts().vintage();
        boolean ofTheYear =
                year.contains(vintage)
                        || (!held.facts().kind().isCertificate() && year.overlaps(vintage));
        return ofTheYear && held.facts().market().to(market) != Market.Relation.OTHER;
    }
}
