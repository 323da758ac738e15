package org.netzero.platform.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netzero.platform.problem.InvalidInput;

class PageTest {

    private static final List<String> IDS = IntStream.range(0, 25).mapToObj(i -> "id" + i).toList();

    @Test
    void followingTheCursorsShowsEveryItemOnce() {
        var seen = new ArrayList<String>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<String> page = Page.within(IDS, 10, cursor, Function.identity());
            seen.addAll(page.items());
            cursor = Optional.ofNullable(page.nextCursor());
        } while (cursor.isPresent());
        assertThat(seen).isEqualTo(IDS);
    }

    @Test
    void aCursorOfAnotherListAndALimitOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Page.within(IDS, 10, Optional.of("x"), Function.identity()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> Page.within(IDS, 0, Optional.empty(), Function.identity()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("1 and 1000");
    }

    @Test
    void aTextThatASpreadsheetWouldRunIsMadeHarmless() {
        var table = new CsvTable(List.of("a", "b"), List.of(CsvTable.row("=1+1", null)));
        assertThat(table.text()).isEqualTo("a,b\r\n'=1+1,\r\n");
    }
}
