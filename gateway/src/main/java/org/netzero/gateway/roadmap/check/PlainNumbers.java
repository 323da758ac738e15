package org.netzero.gateway.roadmap.check;

import java.util.List;
import java.util.Optional;
import org.netzero.gateway.roadmap.engine.Claim;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;

/// What the scenario's own figures say at its end.
final class PlainNumbers {

    private final ScenarioChecks.Subject subject;

    PlainNumbers(ScenarioChecks.Subject subject) {
        this.subject = subject;
    }

    void addTo(List<Statement> statements) {
        netTarget().ifPresent(net -> statements.add(credits(net)));
    }

    private Optional<TargetStanding> netTarget() {
        return subject.projection().targets().stream()
                .filter(standing -> standing.metric() == TargetMetric.NET_EMISSIONS)
                .reduce((earlier, later) -> later.year() >= earlier.year() ? later : earlier);
    }

    /// Whether a claim is allowed or not, what stays would need credits.
    private Statement credits(TargetStanding net) {
        ProjectionYear year = subject.projection().year(net.year()).orElseThrow();
        double tonnes = Math.max(0, year.grossTonnes() - net.targetValue());
        CreditPriceRange price = subject.price();
        boolean blocked = year.claim().status() == Claim.Status.BLOCKED;
        return new Statement(
                "credits-left",
                "In %d gross emissions of %s stay %s above the net target. Credits for them would cost %s a year (%s to %s)%s."
                        .formatted(
                                net.year(),
                                Words.tonnes(year.grossTonnes()),
                                Words.tonnes(tonnes),
                                Words.money(tonnes * price.expected(), price.currency()),
                                Words.money(tonnes * price.low(), price.currency()),
                                Words.money(tonnes * price.high(), price.currency()),
                                blocked
                                        ? ", and the claim is blocked: "
                                                + String.join(" ", year.claim().reasons())
                                        : ""),
                "credits = max(0, gross − net target); cost = credits·price",
                List.of(
                        Amount.tonnes("gross", year.grossTonnes()),
                        Amount.tonnes("credits", tonnes),
                        new Amount("pricePerTonne", price.expected(), price.currency()),
                        new Amount("cost", tonnes * price.expected(), price.currency()),
                        new Amount("costLow", tonnes * price.low(), price.currency()),
                        new Amount("costHigh", tonnes * price.high(), price.currency())),
                price.source());
    }
}
