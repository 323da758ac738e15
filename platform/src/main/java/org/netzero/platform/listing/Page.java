package org.netzero.platform.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// One page of a list that is ordered by id.
///
/// @param items what stands on this page, in the list's order
/// @param nextCursor what to send as `cursor` to get the next page; absent on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /// Items on a page when the caller names no limit, as a query parameter's default.
    public static final String DEFAULT_LIMIT = "100";

    /// Items on a page at most.
    public static final int MAX_LIMIT = 1_000;

    /// The page of a list that is looked up page by page.
    ///
    /// @param found up to one item more than the limit, which tells whether there is a next page
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> id) {
        return found.size() <= limit
                ? new Page<>(List.copyOf(found), null)
                : new Page<>(List.copyOf(found.subList(0, limit)), id.apply(found.get(limit - 1)));
    }

    /// The page of a list that is there as a whole.
    ///
    /// @param cursor the id of the last item of the page before
    /// @throws InvalidInput when the limit is out of range or no item has the cursor's id
    public static <T> Page<T> within(
            List<T> all, int limit, Optional<String> cursor, Function<T, String> id) {
        checkLimit(limit);
        int from = cursor.map(last -> positionAfter(all, id, last)).orElse(0);
        return of(all.subList(from, Math.min(all.size(), from + limit + 1)), limit, id);
    }

    /// @throws InvalidInput when the limit is out of range
    public static void checkLimit(int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidInput(
                    "limit",
                    "OUT_OF_RANGE",
                    "'%d' is not between 1 and %d".formatted(limit, MAX_LIMIT));
        }
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
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
