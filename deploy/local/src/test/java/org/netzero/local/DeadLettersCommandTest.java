package org.netzero.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Dead letters on a real broker; every test has a topic of its own.
class DeadLettersCommandTest {

    @TempDir static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static LocalKafka kafka;

    private String topic = "";

    @BeforeAll
    static void start() {
        kafka = LocalKafka.start(Given.kafka(folder));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @BeforeEach
    void createTopics() throws Exception {
        topic = newTopic();
    }

    private static String newTopic() throws Exception {
        String name = "test." + UUID.randomUUID();
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(name, 2, (short) 1),
                                    new NewTopic(name + ".dead-letter", 1, (short) 1)))
                    .all()
                    .get();
        }
        return name;
    }

    @Test
    void saysThatNothingIsThere() throws Exception {
        assertThat(run("list", "--topic", topic)).isEqualTo("No dead letters\n");
        assertThat(run("replay", "--topic", topic)).isEqualTo("No dead letters\n");
    }

    @Test
    void listsPlaceKeyAndReason() throws Exception {
        giveUp(topic, 1, 0, "beijing", "no such\nsite", "{}");
        assertThat(run("list", "--topic", topic))
                .containsPattern(topic + " +0 +0 +[0-9TZ:-]+ +beijing +1:0 +no such site\n");
    }

    @Test
    void sendsALetterOnceHoweverOftenItIsAsked() throws Exception {
        giveUp(topic, 1, 0, "beijing", "no such site", "{\"name\":\"Beijing\"}");
        assertThat(run("replay", "--topic", topic)).contains("1 of 1 sent again");
        assertThat(run("replay", "--topic", topic)).isEqualTo("No dead letters\n");
        assertThat(run("list", "--topic", topic)).isEqualTo("No dead letters\n");
        assertThat(messages(topic)).containsExactly("{\"name\":\"Beijing\"}");
    }

    @Test
    void sendsTheChosenOneAndLeavesTheOthers() throws Exception {
        giveUp(topic, 0, 0, "beijing", "no", "b");
        giveUp(topic, 0, 1, "shanghai", "no", "s");
        giveUp(topic, 0, 2, "tianjin", "no", "t");
        run("replay", "--topic", topic, "--offset", "1");
        assertThat(messages(topic)).containsExactly("s");
        assertThat(run("list", "--topic", topic))
                .contains("beijing", "tianjin")
                .doesNotContain("shanghai");
    }

    @Test
    void sendsNoMessageThatALaterOneOfItsKeyHasReplaced() throws Exception {
        // Given
        send(new ProducerRecord<>(topic, 0, "beijing", "old"));
        send(new ProducerRecord<>(topic, 0, "beijing", "new"));
        giveUp(topic, 0, 0, "beijing", "no", "old");
        // When
        String printed = run("replay", "--topic", topic);
        // Then
        assertThat(printed).contains("later message").contains("0 of 1 sent again");
        assertThat(messages(topic)).containsExactly("old", "new");
        assertThat(run("list", "--topic", topic)).isEqualTo("No dead letters\n");
    }

    @Test
    void sendsAMessageOnceThatTwoConsumersGaveUp() throws Exception {
        giveUp(topic, 0, 0, "beijing", "one says no", "b");
        giveUp(topic, 0, 0, "beijing", "another says no", "b");
        assertThat(run("replay", "--topic", topic)).contains("1 of 2 sent again");
        assertThat(messages(topic)).containsExactly("b");
    }

    @Test
    void leavesALetterThatDoesNotSayWhereItCameFrom() throws Exception {
        send(new ProducerRecord<>(topic + ".dead-letter", "beijing", "b"));
        assertThat(run("replay", "--topic", topic)).contains("0 of 1 sent again");
        assertThat(run("list", "--topic", topic)).contains("beijing");
        assertThat(messages(topic)).isEmpty();
    }

    @Test
    void sendsWhatAReplayThatDiedHadNotCommitted() throws Exception {
        // Given
        giveUp(topic, 0, 0, "beijing", "no", "b");
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "transactional.id",
                        "netzero-dead-letter-replay");
        var dead = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        dead.initTransactions();
        dead.beginTransaction();
        dead.send(new ProducerRecord<>(topic, "beijing", "b")).get();
        dead.close(Duration.ZERO);
        // When
        String printed = run("replay", "--topic", topic);
        // Then
        assertThat(printed).contains("1 of 1 sent again");
        assertThat(messages(topic)).containsExactly("b");
    }

    @Test
    void keepsWhatKafkaDoesNotTakeAndSendsItOnceThatIsMended() throws Exception {
        // Given
        giveUp(topic, 0, 0, "beijing", "no", "x".repeat(5_000));
        limitMessages(100);
        // When, Then
        assertThatThrownBy(() -> run("replay", "--topic", topic))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("still waits");
        assertThat(run("list", "--topic", topic)).contains("beijing");
        // When
        limitMessages(1_000_000);
        run("replay", "--topic", topic);
        // Then
        assertThat(messages(topic)).hasSize(1);
        assertThat(run("list", "--topic", topic)).isEqualTo("No dead letters\n");
    }

    @Test
    void namesTheTopicsThatThereAre() {
        assertThatThrownBy(() -> run("list", "--topic", "energy.sites"))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("'energy.sites'")
                .hasMessageContaining(topic);
    }

    @Test
    void saysHowToStartAStackThatIsDown(@TempDir Path empty) {
        var command =
                new DeadLettersCommand(
                        new DataFolder(empty),
                        Map.of(),
                        new Progress(new PrintStream(new ByteArrayOutputStream()), false));
        assertThatThrownBy(() -> command.run(DeadLettersOptions.parse(List.of())))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("./netzero up");
    }

    private static String run(String... arguments) throws IOException {
        var printed = new ByteArrayOutputStream();
        new DeadLettersCommand(
                        new DataFolder(folder),
                        Map.of("NETZERO_KAFKA_BOOTSTRAP", kafka.bootstrapServers()),
                        new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), false))
                .run(DeadLettersOptions.parse(List.of(arguments)));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    /// As the inbox of a service and its Kafka connector do.
    private static void giveUp(
            String topic, int partition, long offset, String key, String reason, String message)
            throws Exception {
        var letter = new ProducerRecord<>(topic + ".dead-letter", key, message);
        Map.of(
                        "dead-letter-topic",
                        topic,
                        "dead-letter-partition",
                        String.valueOf(partition),
                        "dead-letter-offset",
                        String.valueOf(offset),
                        "dead-letter-reason",
                        reason)
                .forEach((name, value) ->
                        letter.headers()
                                .add(
                                        new RecordHeader(
                                                name, value.getBytes(StandardCharsets.UTF_8))));
        send(letter);
    }

    private static void send(ProducerRecord<String, String> message) throws Exception {
        try (var producer =
                new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        }
    }

    private void limitMessages(int bytes) throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.incrementalAlterConfigs(
                            Map.of(
                                    new ConfigResource(ConfigResource.Type.TOPIC, topic),
                                    List.of(
                                            new AlterConfigOp(
                                                    new ConfigEntry(
                                                            "max.message.bytes",
                                                            String.valueOf(bytes)),
                                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    /// What a consumer sees that passes over transactions that were not committed. What is
    /// committed, with what a transaction that is on its way to be will show.
    private static List<String> messages(String topic) {
        List<TopicPartition> partitions =
                List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
        Map<TopicPartition, Long> ends;
        try (var consumer = consumer("read_uncommitted")) {
            ends = consumer.endOffsets(partitions);
        }
        var found = new ArrayList<String>();
        try (var consumer = consumer("read_committed")) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(m -> found.add(m.value()));
            }
        }
        return found;
    }

    private static KafkaConsumer<String, String> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", isolation),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
