package org.netzero.platform.listing;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// Which part of a list is asked for, as the `@BeanParam` of its resource.
public class PageQuery {

    @QueryParam("limit")
    @Nullable String limit;

    @QueryParam("cursor")
    @Nullable String cursor;

    boolean namesLimit() {
        return limit != null;
    }

    /// @throws InvalidInput when it is no number of items that fits a page
    int limit() {
        if (limit == null) {
            return Page.DEFAULT_LIMIT;
        }
        if (limit.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= Page.MAX_LIMIT) {
                return number;
            }
        }
        throw new InvalidInput(
                "limit",
                "OUT_OF_RANGE",
                "'%s' is not a number between 1 and %d".formatted(limit, Page.MAX_LIMIT));
    }

    Optional<String> cursor() {
        return Optional.ofNullable(cursor).filter(text -> !text.isEmpty());
    }
}
