package org.netzero.datacenter.telemetry;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The private topics of telemetry, created before Streams starts, since Streams takes the number
/// of its tasks from them: that number of partitions can never change, or points would leave their
/// state behind.
@ApplicationScoped
public class TelemetryTopics {

    /// Readings as they came, packed.
    static final String READING = "telemetry.reading";

    /// Readings of long ago, and what else may wait for fresh ones.
    static final String HISTORY = "telemetry.history";

    /// Hours per point, packed.
    public static final String POINT_HOUR = "telemetry.point-hour";

    private static final Logger LOG = Logger.getLogger(TelemetryTopics.class);

    private final Map<String, Object> kafka;
    private final int partitions;
    private final Duration readingRetention;
    private final Duration pointHourRetention;
    private final StreamsState state;
    private final Event<TelemetryBegins> begins;
    private volatile boolean exist;

    TelemetryTopics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions,
            @ConfigProperty(name = "netzero.telemetry.reading-retention") Duration readingRetention,
            @ConfigProperty(name = "netzero.telemetry.point-hour-retention")
                    Duration pointHourRetention,
            StreamsState state,
            Event<TelemetryBegins> begins) {
        this.kafka = kafka;
        this.partitions = partitions;
        this.readingRetention = readingRetention;
        this.pointHourRetention = pointHourRetention;
        this.state = state;
        this.begins = begins;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void create() {
        if (exist) {
            return;
        }
        try (Admin admin = Admin.create(kafka)) {
            if (!admin.listTopics().names().get(10, TimeUnit.SECONDS).contains(READING)) {
                state.forget();
                begins.fire(new TelemetryBegins());
            }
            create(admin, HISTORY, readingRetention);
            create(admin, READING, readingRetention);
            create(admin, POINT_HOUR, pointHourRetention);
            exist = true;
        } catch (ExecutionException | TimeoutException away) {
            LOG.warnf("Kafka is not there yet: %s", away.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void create(Admin admin, String name, Duration retention)
            throws ExecutionException, InterruptedException, TimeoutException {
        var topic =
                new NewTopic(name, Optional.of(partitions), Optional.empty())
                        .configs(
                                Map.of(
                                        TopicConfig.RETENTION_MS_CONFIG,
                                        String.valueOf(retention.toMillis())));
        try {
            admin.createTopics(List.of(topic), new CreateTopicsOptions().timeoutMs(5_000))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }
}
