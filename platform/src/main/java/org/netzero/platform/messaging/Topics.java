package org.netzero.platform.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// The business topics a service reads and writes, created when they are missing: compacted, since
/// their events carry absolute values, and each with a topic for dead letters. The service is ready
/// once they exist.
@Readiness
@ApplicationScoped
public class Topics implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Topics.class);

    static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private final Map<String, Object> kafka;
    private final List<String> names;
    private final int partitions;
    private volatile boolean exist;

    Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "netzero.topics") Optional<List<String>> names,
            @ConfigProperty(name = "netzero.topic-partitions") int partitions) {
        this.kafka = kafka;
        this.names = names.orElse(List.of());
        this.partitions = partitions;
        this.exist = this.names.isEmpty();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void create() {
        if (exist) {
            return;
        }
        try (Admin admin = Admin.create(kafka)) {
            for (NewTopic topic : names.stream().flatMap(this::withDeadLetters).toList()) {
                create(admin, topic);
            }
            exist = true;
        } catch (ExecutionException | TimeoutException away) {
            LOG.warnf("Kafka is not there yet: %s", away.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<NewTopic> withDeadLetters(String name) {
        return Stream.of(
                new NewTopic(name, Optional.of(partitions), Optional.empty())
                        .configs(
                                Map.of(
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_COMPACT)),
                new NewTopic(name + DEAD_LETTER_SUFFIX, Optional.of(1), Optional.empty())
                        .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1")));
    }

    private static void create(Admin admin, NewTopic topic)
            throws ExecutionException, InterruptedException, TimeoutException {
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

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("topics").status(exist).build();
    }
}
