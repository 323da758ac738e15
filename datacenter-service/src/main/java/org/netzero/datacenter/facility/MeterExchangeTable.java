package org.netzero.datacenter.facility;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.netzero.datacenter.metering.Meter;
import org.netzero.platform.database.Statements;

/// The table of exchanged meters. One that was corrected stays on file and counts no more.
@ApplicationScoped
class MeterExchangeTable {

    private static final String COLUMNS = "at, last_reading, first_reading, new_maximum";

    private final Statements statements;

    MeterExchangeTable(DataSource database) {
        this.statements = new Statements(database, "Exchanges of meters");
    }

    /// What counts of a point, in the order of time.
    List<MeterExchange> of(int point) {
        return statements.query(
                "select "
                        + COLUMNS
                        + " from meter_exchange where point = ? and not superseded order by at",
                select -> select.setInt(1, point),
                MeterExchangeTable::exchange);
    }

    /// Those of points, as metering takes them, by the number of the point.
    Map<Integer, List<Meter.Exchange>> of(Collection<Integer> points) {
        var byPoint = new HashMap<Integer, List<Meter.Exchange>>();
        statements.query(
                "select "
                        + COLUMNS
                        + ", point from meter_exchange where point = any (?) and not superseded order by point, at",
                select ->
                        select.setArray(
                                1,
                                select.getConnection().createArrayOf("integer", points.toArray())),
                row ->
                        byPoint.computeIfAbsent(row.getInt(5), point -> new ArrayList<>())
                                .add(metered(exchange(row))));
        return byPoint;
    }

    private static Meter.Exchange metered(MeterExchange exchange) {
        Instant at = exchange.at();
        return new Meter.Exchange(
                TimeUnit.SECONDS.toNanos(at.getEpochSecond()) + at.getNano(),
                exchange.lastReading().doubleValue(),
                exchange.firstReading().doubleValue(),
                exchange.newMaximum()
                        .map(maximum -> OptionalDouble.of(maximum.doubleValue()))
                        .orElse(OptionalDouble.empty()));
    }

    void insert(int point, MeterExchange exchange, Instant notedAt) {
        statements.update(
                "insert into meter_exchange (point, "
                        + COLUMNS
                        + ", noted_at) values (?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setInt(1, point);
                    insert.setTimestamp(2, Timestamp.from(exchange.at()));
                    insert.setBigDecimal(3, exchange.lastReading());
                    insert.setBigDecimal(4, exchange.firstReading());
                    insert.setBigDecimal(5, exchange.newMaximum().orElse(null));
                    insert.setTimestamp(6, Timestamp.from(notedAt));
                });
    }

    /// @return whether there was one that counted
    boolean supersede(int point, Instant at) {
        return statements.update(
                        "update meter_exchange set superseded = true where point = ? and at = ? and not superseded",
                        update -> {
                            update.setInt(1, point);
                            update.setTimestamp(2, Timestamp.from(at));
                        })
                == 1;
    }

    private static MeterExchange exchange(ResultSet row) throws SQLException {
        return new MeterExchange(
                row.getTimestamp(1).toInstant(),
                row.getBigDecimal(2),
                row.getBigDecimal(3),
                Optional.<BigDecimal>ofNullable(row.getBigDecimal(4)));
    }
}
