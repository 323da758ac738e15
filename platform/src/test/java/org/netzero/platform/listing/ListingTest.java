package org.netzero.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.problem.InvalidInput;

class ListingTest {

    private static final List<String> IDS =
            IntStream.range(0, 2_500).mapToObj(i -> "id" + i).toList();

    private final Listing<String> listing =
            Listing.of(IDS, Function.identity(), List.of("id"), Table::row);

    private static PageQuery query(@Nullable String limit, @Nullable String cursor) {
        var query = new PageQuery();
        query.limit = limit;
        query.cursor = cursor;
        return query;
    }

    @Test
    void followingTheCursorsShowsEveryItemOnce() {
        var seen = new ArrayList<String>();
        Page<String> page = listing.page(query("999", null));
        seen.addAll(page.items());
        while (page.nextCursor() != null) {
            page = listing.page(query("999", page.nextCursor()));
            seen.addAll(page.items());
        }
        assertThat(seen).isEqualTo(IDS);
    }

    @Test
    void aFileGoesOnToTheEndOfTheListUnlessALimitIsNamed() {
        assertThat(listing.page(query(null, "id9")).items()).hasSize(100);
        assertThat(listing.page(query(null, "id9")).table().rows()).hasSize(2_490);
        assertThat(listing.page(query("7", null)).table().rows()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "ten", ""})
    void aLimitThatFitsNoPageIsRefused(String limit) {
        assertThatThrownBy(() -> listing.page(query(limit, null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'%s' is not a number between 1 and 1000".formatted(limit));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        assertThatThrownBy(() -> listing.page(query(null, "x")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'x'");
    }
}
