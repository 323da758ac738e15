package org.netzero.platform.imports;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.netzero.platform.input.Fields;
import org.netzero.platform.messaging.DatabaseFailure;

/// A kind of import as a service has them, which stores in a table and waits where a test wants it
/// to.
@Singleton
public class Gauges implements ImportKind {

    /// A reading of a gauge.
    record Gauge(String id, String value) {}

    /// A gauge that no memory holds.
    static final String HUGE = "huge";

    private final DataSource database;

    /// Batches that may be stored until the next one waits.
    final Semaphore batches = new Semaphore(Integer.MAX_VALUE);

    /// Whether the next batch breaks after it was stored.
    final AtomicBoolean breaking = new AtomicBoolean();

    Gauges(DataSource database) throws SQLException {
        this.database = database;
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists gauge (id text primary key, value text not null)");
        }
    }

    @Override
    public String name() {
        return "gauges";
    }

    @Override
    public Columns columns() {
        return Columns.of("id", "value", "on?");
    }

    @Override
    public Set<String> decimals() {
        return Set.of("value");
    }

    @Override
    public Set<String> dates() {
        return Set.of("on");
    }

    @Override
    public Import<Gauge> reading(Origin origin) {
        return new Import<>(columns(), Gauges::read, this::store);
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused("send what the gauge shows now");
    }

    private static Gauge read(Fields fields) {
        var id = fields.id("id");
        var value = fields.decimal("value");
        fields.optionalDate("on");
        fields.refuseIfInvalid();
        if (id.filter(HUGE::equals).isPresent()) {
            throw new OutOfMemoryError("Java heap space");
        }
        return new Gauge(id.orElseThrow(), value.orElseThrow().toString());
    }

    private List<RowOutcome> store(List<Gauge> batch) {
        batches.acquireUninterruptibly();
        var outcomes = new ArrayList<RowOutcome>();
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into gauge (id, value) values (?, ?) on conflict do nothing")) {
            for (Gauge gauge : batch) {
                insert.setString(1, gauge.id());
                insert.setString(2, gauge.value());
                insert.addBatch();
            }
            for (int inserted : insert.executeBatch()) {
                outcomes.add(
                        inserted == 1 ? new RowOutcome.Accepted() : new RowOutcome.Duplicate());
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Gauges", failed);
        }
        if (breaking.getAndSet(false)) {
            throw new ConcurrentIntake();
        }
        return outcomes;
    }
}
