package org.netzero.energy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// One page of a list.
///
/// @param items what stands on this page, in the list's order
/// @param nextCursor what to send as `cursor` to get the next page; absent on the last one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /// Items on a page at most.
    public static final int MAX_ITEMS = 1_000;

    /// The page that a look-up of one item more than wanted found.
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor.apply(found.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }

    /// Reads the parameter `limit`.
    ///
    /// @throws InvalidInput when it is no number of items that fits a page
    public static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_ITEMS) {
                return limit;
            }
        } catch (NumberFormatException malformed) {
            // refused below, like a number out of range
        }
        throw new InvalidInput(
                "limit",
                "OUT_OF_RANGE",
                "'%s' is not a number between 1 and %d".formatted(text, MAX_ITEMS));
    }
}
