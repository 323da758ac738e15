package org.netzero.platform.listing;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// A list in the order of its ids, looked up a stretch at a time, and its form as a table.
///
/// @param lookUp finds what follows the item of an id
/// @param id what a cursor names an item by
/// @param columns the first row of its table
/// @param row an item as a row of that table
public record Listing<T>(
        LookUp<T> lookUp,
        Function<T, String> id,
        List<String> columns,
        Function<T, List<@Nullable Object>> row) {

    @FunctionalInterface
    public interface LookUp<T> {
        /// @param cursor the id of the item before the first one wanted; empty for the first
        /// @return at most so many items
        List<T> after(Optional<String> cursor, int count);
    }

    /// A list that is there as a whole.
    public static <T> Listing<T> of(
            List<T> all,
            Function<T, String> id,
            List<String> columns,
            Function<T, List<@Nullable Object>> row) {
        return new Listing<>(
                (cursor, count) -> {
                    int from = cursor.map(last -> positionAfter(all, id, last)).orElse(0);
                    return all.subList(from, Math.min(all.size(), from + count));
                },
                id,
                columns,
                row);
    }

    /// The part that is asked for. As a table it goes on to the end of the list, unless the caller
    /// named a limit: a file has no next page.
    ///
    /// @throws InvalidInput when the limit is out of range or the cursor unknown
    public Page<T> page(PageQuery query) {
        int limit = query.limit();
        List<T> found = lookUp.after(query.cursor(), limit + 1);
        List<T> items = List.copyOf(found.subList(0, Math.min(limit, found.size())));
        boolean last = found.size() <= limit;
        Stream<T> whole = last || query.namesLimit() ? items.stream() : from(items);
        return new Page<>(
                items, last ? null : id.apply(items.getLast()), new Table(columns, whole.map(row)));
    }

    private Stream<T> from(List<T> first) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Stretches(first), Spliterator.ORDERED),
                false);
    }

    private final class Stretches implements Iterator<T> {

        private List<T> stretch;
        private int next;

        Stretches(List<T> first) {
            this.stretch = first;
        }

        @Override
        public boolean hasNext() {
            if (next == stretch.size() && !stretch.isEmpty()) {
                Optional<String> last = Optional.of(id.apply(stretch.getLast()));
                stretch = new ArrayList<>(lookUp.after(last, Page.MAX_LIMIT));
                next = 0;
            }
            return next < stretch.size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return stretch.get(next++);
        }
    }

    private static <T> int positionAfter(List<T> all, Function<T, String> id, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (id.apply(all.get(i)).equals(cursor)) {
                return i + 1;
            }
        }
        throw new InvalidInput(
                "cursor",
                "UNKNOWN_CURSOR",
                "'%s' is no cursor of this list; start without one".formatted(cursor));
    }
}
