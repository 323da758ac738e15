package org.netzero.local.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The messages that consumers gave up, in the `<topic>.dead-letter` topics of a Kafka.
///
/// A letter that was sent again stays where it is; a mark behind it says that it is settled.
/// Message and mark are one Kafka transaction, so a replay that dies halfway and is repeated sends
/// nothing twice, and of two replays at the same time the later one ends the earlier one.
public final class DeadLetters {

    static final String TRANSACTIONAL_ID = "netzero-dead-letter-replay";

    /// Letters sent in one transaction.
    private static final int BATCH_LETTERS = 200;

    static final int REQUEST_MILLIS = 5_000;
    static final int PATIENCE_MILLIS = 15_000;

    private final String bootstrapServers;
    private final TopicReader reader;

    public DeadLetters(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.reader = new TopicReader(bootstrapServers);
    }

    /// The topics that can have dead letters, without the suffix.
    ///
    /// @throws KafkaRefused when Kafka does not answer
    public SortedSet<String> topics() {
        return partitions().stream()
                .map(TopicPartition::topic)
                .map(name -> name.substring(0, name.length() - DeadLetter.SUFFIX.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those not settled yet, by topic, the oldest first.
    ///
    /// @throws KafkaRefused when Kafka does not answer
    public List<DeadLetter> waiting() {
        var letters = new ArrayList<DeadLetter>();
        Map<TopicPartition, Set<Long>> settled = new HashMap<>();
        reader.read(
                partitions(),
                message ->
                        Header.SETTLED
                                .of(message)
                                .ifPresentOrElse(
                                        offset ->
                                                settled.computeIfAbsent(
                                                                TopicReader.partition(message),
                                                                any -> new HashSet<>())
                                                        .add(Long.valueOf(offset)),
                                        () -> letters.add(DeadLetter.of(message))));
        letters.removeIf(letter ->
                settled.getOrDefault(letter.lies(), Set.of()).contains(letter.at().offset()));
        letters.sort(
                Comparator.comparing(DeadLetter::topic)
                        .thenComparingInt(letter -> letter.at().partition())
                        .thenComparingLong(letter -> letter.at().offset()));
        return letters;
    }

    /// Sends the chosen letters to the topics they came from, each once.
    ///
    /// @return what became of each
    /// @throws KafkaRefused when Kafka takes no more; the batches sent by then are settled, the
    ///   rest still waits
    public SequencedMap<DeadLetter, Outcome> replay(Predicate<DeadLetter> chosen) {
        KafkaProducer<String, String> producer = open();
        try {
            producer.initTransactions();
            List<DeadLetter> letters = waiting().stream().filter(chosen).toList();
            SequencedMap<DeadLetter, Outcome> outcomes = outcomes(letters);
            List<DeadLetter> going =
                    letters.stream()
                            .filter(letter -> outcomes.get(letter) != Outcome.LEFT)
                            .toList();
            for (int from = 0; from < going.size(); from += BATCH_LETTERS) {
                settle(
                        producer,
                        going.subList(from, Math.min(from + BATCH_LETTERS, going.size())),
                        outcomes);
            }
            return outcomes;
        } catch (KafkaException failed) {
            throw new KafkaRefused("The replay stopped, what was not sent still waits", failed);
        } finally {
            // ends a transaction that was not committed, and waits no longer for a Kafka that is
            // away
            producer.close(Duration.ofMillis(PATIENCE_MILLIS));
        }
    }

    private SequencedMap<DeadLetter, Outcome> outcomes(List<DeadLetter> letters) {
        Map<Business, Long> last = lastOffsets(letters);
        var outcomes = new LinkedHashMap<DeadLetter, Outcome>();
        for (DeadLetter letter : letters) {
            outcomes.put(
                    letter,
                    letter.origin()
                            .map(origin -> outcome(Business.of(letter, origin), origin, last))
                            .orElse(Outcome.LEFT));
        }
        return outcomes;
    }

    /// The second letter of a message that two consumers gave up goes with the first.
    private static Outcome outcome(
            Business business, DeadLetter.Position origin, Map<Business, Long> last) {
        if (last.getOrDefault(business, origin.offset()) > origin.offset()) {
            return Outcome.SUPERSEDED;
        }
        last.put(business, Long.MAX_VALUE);
        return Outcome.SENT;
    }

    /// Messages of one key, which lie in order in one partition.
    private record Business(TopicPartition partition, @Nullable String key) {

        static Business of(DeadLetter letter, DeadLetter.Position origin) {
            return new Business(
                    new TopicPartition(letter.topic(), origin.partition()), letter.key());
        }
    }

    private Map<Business, Long> lastOffsets(List<DeadLetter> letters) {
        Set<Business> asked = new HashSet<>();
        for (DeadLetter letter : letters) {
            letter.origin().ifPresent(origin -> asked.add(Business.of(letter, origin)));
        }
        Map<Business, Long> last = new HashMap<>();
        reader.read(
                asked.stream().map(Business::partition).collect(Collectors.toSet()),
                message -> {
                    var business = new Business(TopicReader.partition(message), message.key());
                    if (asked.contains(business)) {
                        last.put(business, message.offset());
                    }
                });
        return last;
    }

    /// The commit fails when one of the messages was not taken.
    private static void settle(
            Producer<String, String> producer,
            List<DeadLetter> batch,
            Map<DeadLetter, Outcome> outcomes) {
        var messages = new ArrayList<ProducerRecord<String, String>>();
        for (DeadLetter letter : batch) {
            Outcome outcome = Objects.requireNonNull(outcomes.get(letter));
            if (outcome == Outcome.SENT) {
                messages.add(new ProducerRecord<>(letter.topic(), letter.key(), letter.message()));
            }
            messages.add(mark(letter, outcome));
        }
        producer.beginTransaction();
        for (ProducerRecord<String, String> message : messages) {
            Future<RecordMetadata> _ = producer.send(message);
        }
        producer.commitTransaction();
    }

    private static ProducerRecord<String, String> mark(DeadLetter letter, Outcome outcome) {
        var mark =
                new ProducerRecord<String, String>(
                        letter.lies().topic(), letter.at().partition(), letter.key(), "");
        Header.SETTLED.put(mark, String.valueOf(letter.at().offset()));
        Header.OUTCOME.put(mark, outcome.name());
        return mark;
    }

    private List<TopicPartition> partitions() {
        try (var admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                                REQUEST_MILLIS,
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                                PATIENCE_MILLIS))) {
            List<String> names =
                    admin.listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).stream()
                            .filter(name -> name.endsWith(DeadLetter.SUFFIX))
                            .toList();
            return admin
                    .describeTopics(names)
                    .allTopicNames()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .values()
                    .stream()
                    .flatMap(topic ->
                            topic.partitions().stream()
                                    .map(part ->
                                            new TopicPartition(topic.name(), part.partition())))
                    .toList();
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaRefused(
                    "Kafka at %s does not answer".formatted(bootstrapServers), failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaRefused("Stopped while asking Kafka", stopping);
        }
    }

    private KafkaProducer<String, String> open() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        TRANSACTIONAL_ID,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        2 * PATIENCE_MILLIS,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        PATIENCE_MILLIS),
                new StringSerializer(),
                new StringSerializer());
    }
}
