package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.platform.problem.InvalidInput;

/// All exchanges of meters.
@ApplicationScoped
class MeterExchanges {

    /// Exchanges of one point: a meter lives for years.
    private static final int MOST_OF_POINT = 1_000;

    private static final Duration ALLOWED_SKEW = Duration.ofMinutes(5);

    private final MeterExchangeTable table;
    private final MeasuringPoints points;
    private final Clock clock;
    private final Event<MeterExchanged> exchanged;

    MeterExchanges(
            MeasuringPoints points,
            MeterExchangeTable table,
            Clock clock,
            Event<MeterExchanged> exchanged) {
        this.points = points;
        this.table = table;
        this.clock = clock;
        this.exchanged = exchanged;
    }

    List<MeterExchange> of(String datacenterId, String pointId) {
        int number = points.get(datacenterId, pointId).number();
        return QuarkusTransaction.joiningExisting().call(() -> table.of(number));
    }

    /// Notes an exchange, and has the hours around it computed again. The same once more changes
    /// nothing, and has them computed again.
    ///
    /// @param supersedes when the exchange was that this one corrects
    /// @throws ExchangeConflict when the point has another exchange of this moment
    /// @throws InvalidInput when the point has no counter, or its counters cannot have shown that
    void note(
            String datacenterId,
            String pointId,
            MeterExchange exchange,
            Optional<Instant> supersedes) {
        RegisteredPoint point = points.get(datacenterId, pointId);
        check(point.point(), exchange);
        points.change(() -> store(point, exchange, supersedes));
        // the maximum decides of each fall since then; that of one that is superseded did as well
        boolean onwards = exchange.newMaximum().isPresent() || supersedes.isPresent();
        Stream.concat(Stream.of(exchange.at()), supersedes.stream())
                .distinct()
                .forEach(at -> exchanged.fire(new MeterExchanged(point.number(), at, onwards)));
    }

    private void store(
            RegisteredPoint point, MeterExchange exchange, Optional<Instant> supersedes) {
        List<MeterExchange> known = table.of(point.number());
        if (known.contains(exchange)) {
            return;
        }
        supersedes.ifPresent(at -> supersede(point, at));
        if (known.stream()
                .map(MeterExchange::at)
                .filter(at -> !supersedes.equals(Optional.of(at)))
                .anyMatch(exchange.at()::equals)) {
            throw new ExchangeConflict(point.point().pointId(), exchange.at());
        }
        if (known.size() >= MOST_OF_POINT) {
            throw new InvalidInput(
                    "at",
                    "TOO_MANY",
                    "'%s' has %d exchanges already; define a point of its own"
                            .formatted(point.point().pointId(), MOST_OF_POINT));
        }
        table.insert(point.number(), exchange, clock.instant());
    }

    private void supersede(RegisteredPoint point, Instant at) {
        if (!table.supersede(point.number(), at)) {
            throw new InvalidInput(
                    "supersedes",
                    "NOTHING_TO_SUPERSEDE",
                    "'%s' has no exchange at %s".formatted(point.point().pointId(), at));
        }
    }

    private void check(MeasuringPoint point, MeterExchange exchange) {
        if (!point.quantity().isCounter()) {
            throw new InvalidInput(
                    "pointId",
                    "NOT_A_COUNTER",
                    "'%s' measures %s, which has no counter to go on; its readings go on by themselves"
                            .formatted(point.pointId(), point.quantity()));
        }
        Instant latest = clock.instant().plus(ALLOWED_SKEW);
        if (exchange.at().isAfter(latest)) {
            throw new InvalidInput(
                    "at",
                    "IN_THE_FUTURE",
                    "%s is ahead of this service's clock; note the exchange when it has happened"
                            .formatted(exchange.at()));
        }
    }
}
