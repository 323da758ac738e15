package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The watch over quotes, of which [CsvRows] says what becomes of a file.
class QuoteWatchTest {

    private static final String ALPHABET = "ab,;\n\r\"";
    private static final int WHOLE = 1_000;

    /// What came through, where it was stopped, and the last line.
    private record Watched(String text, Optional<QuoteWatch.Broken> broken, long lastLine) {}

    private static Watched watched(String text, int pieces) throws IOException {
        try (var watch = new QuoteWatch(new StringReader(text), ',')) {
            var passed = new StringBuilder();
            char[] buffer = new char[pieces];
            for (int count = watch.read(buffer, 0, pieces);
                    count > 0;
                    count = watch.read(buffer, 0, pieces)) {
                passed.append(buffer, 0, count);
            }
            return new Watched(passed.toString(), watch.broken(), watch.lastLine());
        }
    }

    private static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameIsFoundHoweverManyCharactersAreReadAtOnce(int seed) throws IOException {
        var random = new SplittableRandom(seed);
        var text = new StringBuilder();
        random.ints(60, 0, ALPHABET.length()).forEach(i -> text.append(ALPHABET.charAt(i)));

        Watched whole = watched(text.toString(), WHOLE);

        for (int pieces = 1; pieces < 12; pieces++) {
            assertThat(watched(text.toString(), pieces))
                    .as("pieces of %d", pieces)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b\nc,d\n\"e', 3, 0, line 3",
        "'a,b\r\nc,\"d', 2, 1, line 2",
        "'a\r\rc,d,\"\nx\n', 3, 2, line 3",
        "'\"a\"x,b\n', 1, 0, closed in line 1 before"
    })
    void aQuoteThatIsNotClosedIsNamedWithItsRowAndField(
            String text, long row, int field, String part) throws IOException {
        QuoteWatch.Broken broken = watched(text, WHOLE).broken().orElseThrow();

        assertThat(broken.rowLine()).isEqualTo(row);
        assertThat(broken.field()).isEqualTo(field);
        assertThat(broken.reason()).contains(part);
    }

    @Test
    void quotesThatAreClosedOrStandWithinAFieldChangeNothing() throws IOException {
        String text = "a,\"b\"\"\nb\"\r\nc,5\" pipe\n";

        assertThat(watched(text, WHOLE)).isEqualTo(new Watched(text, Optional.empty(), 3));
    }
}
