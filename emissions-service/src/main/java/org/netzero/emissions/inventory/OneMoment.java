package org.netzero.emissions.inventory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.netzero.platform.messaging.DatabaseFailure;

/// Reads several things as they stand at one moment, whatever is stored meanwhile.
@ApplicationScoped
public class OneMoment {

    private final DataSource database;

    OneMoment(DataSource database) {
        this.database = database;
    }

    /// In a transaction of its own, whose first look at the database is the moment.
    public <T> T read(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    hold();
                    return reading.get();
                });
    }

    private void hold() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        } catch (SQLException failed) {
            throw new DatabaseFailure("What stands at a moment", failed);
        }
    }
}
