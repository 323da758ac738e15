package org.netzero.local;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.netzero.local.deadletter.DeadLetter;

/// What `netzero dead-letters` was asked for.
///
/// @param topic only letters that came from there; empty: all
/// @param offsets only letters at these offsets of the topic's dead letters; empty: all
record DeadLettersOptions(boolean replay, Optional<String> topic, Set<Long> offsets) {

    DeadLettersOptions {
        if (!offsets.isEmpty() && topic.isEmpty()) {
            throw new StackException("--offset needs --topic: every topic counts its own");
        }
    }

    static DeadLettersOptions parse(List<String> arguments) {
        boolean replay = false;
        Optional<String> topic = Optional.empty();
        Set<Long> offsets = new TreeSet<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "list" -> replay = false;
                case "replay" -> replay = true;
                case "--topic" -> topic = Optional.of(value(option, rest));
                case "--offset" -> offsets.add(offset(value(option, rest)));
                default -> throw new StackException("Unknown option for dead-letters: " + option);
            }
        }
        return new DeadLettersOptions(replay, topic, offsets);
    }

    boolean chooses(DeadLetter letter) {
        return topic.map(letter.topic()::equals).orElse(true)
                && (offsets.isEmpty() || offsets.contains(letter.at().offset()));
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new StackException(option + " needs a value");
        }
        return rest.next();
    }

    private static long offset(String value) {
        OptionalLong parsed =
                value.matches("[0-9]{1,18}")
                        ? OptionalLong.of(Long.parseLong(value))
                        : OptionalLong.empty();
        return parsed.orElseThrow(() ->
                new StackException(
                        "--offset must be one of the listed offsets, such as 0, not " + value));
    }
}
