package org.netzero.platform.listing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a [Listing].
///
/// @param items what stands on this page, in the list's order
/// @param nextCursor what to send as `cursor` to get the next page; absent on the last one
/// @param table the list from here on as a file
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String nextCursor, @JsonIgnore Table table)
        implements Tabular {

    /// Items on a page when the caller names no limit.
    public static final int DEFAULT_LIMIT = 100;

    /// Items on a page at most.
    public static final int MAX_LIMIT = 1_000;
}
