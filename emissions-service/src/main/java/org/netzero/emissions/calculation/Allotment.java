package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Gives energy that may belong to several places to them, none of which takes more than it has
/// room for. What came earlier keeps all of its energy, but moves to another of its places where a
/// later one would otherwise find no room: so a year's certificate does not keep a month's contract
/// out of its month while other months are free. (Augmenting paths, the shortest first.)
///
/// @param <S> what has energy
/// @param <P> a place for it
final class Allotment<S, P> {

    private final Function<S, List<P>> placesOf;
    private final BiFunction<S, P, BigDecimal> mostKwh;
    private final Map<P, BigDecimal> roomKwh = new HashMap<>();
    private final Map<P, Map<S, BigDecimal>> givenKwh = new HashMap<>();

    /// @param placesOf where energy may belong, the preferred first; asked often
    /// @param roomKwh of every place
    Allotment(
            Collection<P> places, Function<P, BigDecimal> roomKwh, Function<S, List<P>> placesOf) {
        this(places, roomKwh, placesOf, (source, place) -> roomKwh.apply(place));
    }

    /// @param placesOf where energy may belong, the preferred first; asked often
    /// @param roomKwh of every place
    /// @param mostKwh what a place takes of a source at most; asked often
    Allotment(
            Collection<P> places,
            Function<P, BigDecimal> roomKwh,
            Function<S, List<P>> placesOf,
            BiFunction<S, P, BigDecimal> mostKwh) {
        this.placesOf = placesOf;
        this.mostKwh = mostKwh;
        places.forEach(place -> {
            this.roomKwh.put(place, roomKwh.apply(place));
            givenKwh.put(place, new LinkedHashMap<>());
        });
    }

    /// Finds room for energy, and says how much of it has none, in kWh.
    BigDecimal add(S source, BigDecimal kwh) {
        BigDecimal open = kwh;
        while (open.signum() > 0) {
            Optional<Way> way = way(source);
            if (way.isEmpty()) {
                return open;
            }
            BigDecimal moved = way.get().most(source, open);
            way.get().move(source, moved);
            open = open.subtract(moved);
        }
        return open;
    }

    /// What a place was given, in the order in which it first came.
    Map<S, BigDecimal> of(P place) {
        var given = new LinkedHashMap<>(givenKwh.getOrDefault(place, Map.of()));
        given.values().removeIf(kwh -> kwh.signum() == 0);
        return given;
    }

    /// How a place with room is reached from a source.
    private final class Way {

        private final P end;
        private final Map<P, S> takers;
        private final Map<S, P> left;

        /// @param end the place with room
        /// @param takers by which source each place was reached
        /// @param left the place that a source on the way would move out of
        Way(P end, Map<P, S> takers, Map<S, P> left) {
            this.end = end;
            this.takers = takers;
            this.left = left;
        }

        BigDecimal most(S source, BigDecimal open) {
            BigDecimal most = open.min(roomKwh(end));
            P place = end;
            S taker = taker(place);
            most = most.min(moreKwh(taker, place));
            while (!taker.equals(source)) {
                place = leftBy(taker);
                most = most.min(given(place, taker));
                taker = taker(place);
                most = most.min(moreKwh(taker, place));
            }
            return most;
        }

        void move(S source, BigDecimal kwh) {
            roomKwh.merge(end, kwh, BigDecimal::subtract);
            P place = end;
            S taker = taker(place);
            give(place, taker, kwh);
            while (!taker.equals(source)) {
                place = leftBy(taker);
                give(place, taker, kwh.negate());
                taker = taker(place);
                give(place, taker, kwh);
            }
        }

        private S taker(P place) {
            return Optional.ofNullable(takers.get(place)).orElseThrow();
        }

        private P leftBy(S taker) {
            return Optional.ofNullable(left.get(taker)).orElseThrow();
        }
    }

    private BigDecimal roomKwh(P place) {
        return roomKwh.getOrDefault(place, BigDecimal.ZERO);
    }

    /// What a place would take of a source beyond what it has of it.
    private BigDecimal moreKwh(S source, P place) {
        return mostKwh.apply(source, place).subtract(given(place, source));
    }

    private BigDecimal given(P place, S source) {
        return givenTo(place).getOrDefault(source, BigDecimal.ZERO);
    }

    private void give(P place, S source, BigDecimal kwh) {
        givenTo(place).merge(source, kwh, BigDecimal::add);
    }

    private Map<S, BigDecimal> givenTo(P place) {
        return Optional.ofNullable(givenKwh.get(place)).orElseThrow();
    }

    private Optional<Way> way(S source) {
        var takers = new HashMap<P, S>();
        var left = new HashMap<S, P>();
        var waiting = new ArrayDeque<S>(List.of(source));
        while (!waiting.isEmpty()) {
            S taker = waiting.remove();
            for (P place : placesOf.apply(taker)) {
                if (moreKwh(taker, place).signum() <= 0
                        || takers.putIfAbsent(place, taker) != null) {
                    continue;
                }
                if (roomKwh(place).signum() > 0) {
                    return Optional.of(new Way(place, takers, left));
                }
                of(place).keySet().stream()
                        .filter(other -> !other.equals(source) && !left.containsKey(other))
                        .forEach(other -> {
                            left.put(other, place);
                            waiting.add(other);
                        });
            }
        }
        return Optional.empty();
    }
}
