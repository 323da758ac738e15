package org.netzero.emissions.tabular;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// A stretch of a list that is ordered by id.
///
/// @param items at most [#MAX_LIMIT]
/// @param nextCursor where the next stretch starts; null after the last
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public static final int DEFAULT_LIMIT = 100;
    public static final int MAX_LIMIT = 1_000;

    /// @param limit how many items are wanted; empty for [#DEFAULT_LIMIT]
    /// @param cursor id of the last item of the stretch before
    /// @throws InvalidInput when the limit or the cursor is none
    public static <T> Page<T> of(
            List<T> all,
            Function<T, String> idOf,
            Optional<String> limit,
            Optional<String> cursor) {
        int from = cursor.map(id -> after(all, idOf, id)).orElse(0);
        int to = Math.min(all.size(), from + limit.map(Page::size).orElse(DEFAULT_LIMIT));
        String next = to < all.size() ? idOf.apply(all.get(to - 1)) : null;
        return new Page<>(List.copyOf(all.subList(from, to)), next);
    }

    private static <T> int after(List<T> all, Function<T, String> idOf, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (idOf.apply(all.get(i)).equals(cursor)) {
                return i + 1;
            }
        }
        throw new InvalidInput(
                "cursor",
                "UNKNOWN_CURSOR",
                "'%s' is no cursor of this list; start without one".formatted(cursor));
    }

    private static int size(String limit) {
        if (limit.matches("\\d{1,4}")) {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MAX_LIMIT) {
                return size;
            }
        }
        throw new InvalidInput(
                "limit",
                "NOT_A_LIMIT",
                "'%s' is no number from 1 to %d".formatted(limit, MAX_LIMIT));
    }
}
