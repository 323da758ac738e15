package org.netzero.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.netzero.journey.Api;
import org.netzero.journey.Telemetry;

/// How many readings a second are acknowledged as durable, sent as JSON through the gateway by
/// several senders, each waiting for its answer, beside a plain Kafka producer that writes the same
/// bytes: body by body with as many senders, and reading by reading in one stream.
final class TelemetryIntake implements Benchmark {

    private static final int POINTS = 1_000;
    private static final int MINUTES_PER_BODY = 5;
    private static final int READINGS_PER_BODY = POINTS * MINUTES_PER_BODY;
    private static final int BODIES = 200;
    private static final int WARM_UP_BODIES = 40;
    private static final int SENDERS = 4;
    private static final int PARTITIONS = 6;
    private static final String TOPIC = "load.peer";

    @Override
    public String name() {
        return "telemetry";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        Api api = ground.api();
        String datacenter = "load-intake-" + Instant.now().getEpochSecond();
        define(api, datacenter);
        List<String> bodies = bodies(datacenter);
        List<String> warmUp = bodies.subList(0, WARM_UP_BODIES);
        List<String> measured = bodies.subList(WARM_UP_BODIES, bodies.size());
        together(warmUp, body -> push(api, body));
        double readings = (double) BODIES * READINGS_PER_BODY;
        var rate =
                new Row.Rate(readings / together(measured, body -> push(api, body)), "readings/s");
        try (var admin = Admin.create(kafka(ground))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1))).all().get();
            try (var producer = producer(ground)) {
                together(warmUp, body -> send(producer, body));
                double bodyByBody = readings / together(measured, body -> send(producer, body));
                stream(producer, warmUp);
                double oneByOne = readings / stream(producer, measured);
                return List.of(
                        Row.beside(
                                "Kafka, a record a body, %d senders".formatted(SENDERS),
                                bodyByBody,
                                "telemetry through the gateway",
                                rate),
                        Row.beside(
                                "Kafka, a record a reading, one stream",
                                oneByOne,
                                "telemetry through the gateway",
                                rate));
            } finally {
                admin.deleteTopics(List.of(TOPIC)).all().get();
            }
        }
    }

    private static void define(Api api, String datacenter) {
        Ground.good(
                api.put("/api/datacenters/" + datacenter, Telemetry.facility("tianjin-binhai")));
        String points =
                IntStream.range(0, POINTS)
                        .mapToObj(point ->
                                "{\"pointId\":\"%s-%d\",\"role\":\"IT\",\"quantity\":\"ENERGY_COUNTER\",\"unit\":\"kWh\"}"
                                        .formatted(datacenter, point))
                        .collect(Collectors.joining(",", "[", "]"));
        Ground.good(api.put("/api/datacenters/" + datacenter + "/points", points));
    }

    /// Every point once a minute, the oldest minutes first.
    private static List<String> bodies(String datacenter) {
        int count = WARM_UP_BODIES + BODIES;
        Instant start =
                Instant.now()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .minus((long) count * MINUTES_PER_BODY, ChronoUnit.MINUTES);
        var bodies = new ArrayList<String>();
        for (int body = 0; body < count; body++) {
            var readings = new Telemetry();
            for (int i = 0; i < MINUTES_PER_BODY; i++) {
                int minute = body * MINUTES_PER_BODY + i;
                Instant time = start.plus(minute, ChronoUnit.MINUTES);
                for (int point = 0; point < POINTS; point++) {
                    readings.add(datacenter + "-" + point, time, minute * 0.5 + point);
                }
            }
            bodies.add(readings.json());
        }
        return bodies;
    }

    private static void push(Api api, String body) {
        int accepted =
                Ground.good(api.post("/api/telemetry/readings", body))
                        .body()
                        .path("accepted")
                        .asInt();
        if (accepted != READINGS_PER_BODY) {
            throw new AssertionError(accepted + " readings of a body accepted");
        }
    }

    private static void send(Producer<byte[], byte[]> producer, String body) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, body.getBytes(StandardCharsets.UTF_8))).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /// Seconds that as many senders as there are take for all bodies, each waiting for its answer.
    private static double together(List<String> bodies, Consumer<String> sender) throws Exception {
        long start = System.nanoTime();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> sent = new ArrayList<>();
            bodies.forEach(body -> sent.add(senders.submit(() -> sender.accept(body))));
            for (Future<?> answer : sent) {
                answer.get();
            }
        }
        return Samples.secondsSince(start);
    }

    /// Seconds until the last of all readings, one record each, is acknowledged.
    private static double stream(Producer<byte[], byte[]> producer, List<String> bodies)
            throws Exception {
        long start = System.nanoTime();
        List<Future<?>> sent = new ArrayList<>();
        for (String body : bodies) {
            for (byte[] reading : readingsOf(body)) {
                sent.add(producer.send(new ProducerRecord<>(TOPIC, reading)));
            }
        }
        producer.flush();
        for (Future<?> answer : sent) {
            answer.get();
        }
        return Samples.secondsSince(start);
    }

    private static List<byte[]> readingsOf(String body) {
        var readings = new ArrayList<byte[]>();
        int at = body.indexOf("{\"point\"");
        while (at >= 0) {
            int end = body.indexOf('}', at) + 1;
            readings.add(body.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = body.indexOf("{\"point\"", end);
        }
        return readings;
    }

    private static Map<String, Object> kafka(Ground ground) {
        return Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, ground.kafka());
    }

    /// Tuned as the service tunes its own.
    private static Producer<byte[], byte[]> producer(Ground ground) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ground.kafka(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        256 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
