package org.netzero.gateway.health;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/// What the gateway stands on itself: its database and Kafka.
@ApplicationScoped
class Stores {

    private static final int PATIENCE_SECONDS = 2;
    private static final int PATIENCE_MILLIS = PATIENCE_SECONDS * 1_000;

    private final DataSource database;
    private final Admin kafka;

    Stores(DataSource database, @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.database = database;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.kafka = Admin.create(settings);
    }

    Status database() {
        try (Connection connection = database.getConnection()) {
            return Status.of(connection.isValid(PATIENCE_SECONDS));
        } catch (SQLException away) {
            return Status.DOWN;
        }
    }

    Status kafka() {
        try {
            var nodes =
                    kafka.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                            .nodes()
                            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Status.of(!nodes.isEmpty());
        } catch (ExecutionException | TimeoutException away) {
            return Status.DOWN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Status.DOWN;
        }
    }

    @PreDestroy
    void close() {
        kafka.close(Duration.ZERO);
    }
}
