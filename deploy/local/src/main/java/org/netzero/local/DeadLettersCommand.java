package org.netzero.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import org.netzero.local.deadletter.DeadLetter;
import org.netzero.local.deadletter.DeadLetters;
import org.netzero.local.deadletter.KafkaRefused;
import org.netzero.local.deadletter.Outcome;

/// Lists the messages that consumers gave up, or sends them again.
final class DeadLettersCommand {

    private static final String LINE = "  %-28s %9s %6s  %-20s %-32s %8s  %s";

    private final DataFolder folder;
    private final Map<String, String> environment;
    private final Progress progress;

    DeadLettersCommand(DataFolder folder, Map<String, String> environment, Progress progress) {
        this.folder = folder;
        this.environment = environment;
        this.progress = progress;
    }

    int run(DeadLettersOptions options) throws IOException {
        var letters = new DeadLetters(kafka());
        try {
            options.topic().ifPresent(topic -> refuseUnless(letters.topics(), topic));
            if (options.replay()) {
                replayed(letters.replay(options::chooses));
            } else {
                listed(letters.waiting().stream().filter(options::chooses).toList());
            }
            return 0;
        } catch (KafkaRefused refused) {
            throw new StackException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private void listed(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            progress.say("No dead letters");
            return;
        }
        progress.say(
                LINE.formatted(
                        "topic", "partition", "offset", "given up at", "key", "was at", "reason"));
        for (DeadLetter letter : letters) {
            progress.say(
                    LINE.formatted(
                            letter.topic(),
                            letter.at().partition(),
                            letter.at().offset(),
                            letter.time().toString().replaceFirst("\\.[0-9]+Z", "Z"),
                            String.valueOf(letter.key()),
                            letter.origin().map(DeadLetter.Position::toString).orElse("?"),
                            oneLine(letter.reason())));
        }
        progress.say(
                "When the cause is mended: ./netzero dead-letters replay [--topic T [--offset N]...]");
    }

    private void replayed(SequencedMap<DeadLetter, Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            progress.say("No dead letters");
            return;
        }
        outcomes.forEach((letter, outcome) ->
                progress.say(
                        "  %s %s %s: %s"
                                .formatted(
                                        letter.topic(), letter.at(), letter.key(), said(outcome))));
        long sent = outcomes.values().stream().filter(Outcome.SENT::equals).count();
        progress.say("%d of %d sent again".formatted(sent, outcomes.size()));
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case SENT -> "sent again";
            case SUPERSEDED -> "not sent, a later message of this key has taken its place";
            case LEFT -> "left, its headers do not say where it came from";
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static void refuseUnless(SortedSet<String> topics, String topic) {
        if (!topics.contains(topic)) {
            throw new StackException(
                    "'%s' has no topic of dead letters; these have: %s"
                            .formatted(topic, String.join(", ", topics)));
        }
    }

    private String kafka() throws IOException {
        Optional<String> external = ExternalServers.from(environment).kafka();
        return external.isPresent() ? Servers.reachable(external.get()) : embedded();
    }

    private String embedded() throws IOException {
        int port =
                StackRecord.read(folder.stackRecord()).stream()
                        .flatMap(stack -> stack.parts().stream())
                        .filter(part -> part.name().equals(Servers.KAFKA))
                        .mapToInt(StackRecord.Part::port)
                        .findFirst()
                        .orElseThrow(this::down);
        if (!Ports.answers(port)) {
            throw new StackException(
                    "Kafka does not answer on port %d: ./netzero status shows what runs"
                            .formatted(port));
        }
        return Ports.HOST + ":" + port;
    }

    private StackException down() {
        return new StackException(
                "No Kafka runs in %s: ./netzero up starts it, NETZERO_KAFKA_BOOTSTRAP names one of your own"
                        .formatted(folder.root()));
    }
}
