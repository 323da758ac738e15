package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

class ColumnMappingTest {

    /// A kind with a number, a date and a text.
    private record Kind() implements ImportKind {
        @Override
        public String name() {
            return "readings";
        }

        @Override
        public Columns columns() {
            return Columns.of("id", "value", "on", "note?");
        }

        @Override
        public Set<String> decimals() {
            return Set.of("value");
        }

        @Override
        public Set<String> dates() {
            return Set.of("on");
        }

        @Override
        public Import<?> reading(Origin origin) {
            throw new UnsupportedOperationException("no file is read here");
        }

        @Override
        public Reversal reversal() {
            return new Reversal.Refused("nothing is stored here");
        }
    }

    private static final ColumnMapping MAPPING =
            ColumnMapping.of(
                    new StatedMapping(
                            Map.of("Nr", "id", "Wert", "value", "Tag", "on", "Text", "note"),
                            null,
                            null,
                            Map.of("note", Map.of("ja", "yes")),
                            ";",
                            ",",
                            ".",
                            "dd.MM.yyyy"),
                    new Kind());

    private static Rows.Row row(String value, String day, String... typed) {
        return MAPPING.read(
                new Rows.Row(
                        2,
                        Map.of("Nr", "a", "Wert", value, "Tag", day, "Text", "ja"),
                        Set.of(typed),
                        List.of()));
    }

    @Test
    void aTextIsReadAsTheMappingSpellsIt() {
        assertThat(row("1.234,5", "14.03.2021").values())
                .isEqualTo(Map.of("id", "a", "value", "1234.5", "on", "2021-03-14", "note", "yes"));
    }

    @Test
    void aNumberOrDateOfAWorkbookIsWhatItIsWhateverTheMappingSpells() {
        assertThat(row("1.234", "2021-03-04", "Wert", "Tag").values())
                .containsEntry("value", "1.234")
                .containsEntry("on", "2021-03-04");
        assertThat(row("1.234", "04.03.2021").values()).containsEntry("value", "1234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.23,4", "1,234.5", "1.2345", "1 234", "1e3", "1.234.5", "--1", "١"})
    void aNumberThatIsSpelledOtherwiseIsRefusedAndNotGuessed(String number) {
        assertThat(row(number, "14.03.2021").refused())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.field()).isEqualTo("Wert");
                    assertThat(violation.code()).isEqualTo("NOT_A_DECIMAL");
                    assertThat(violation.message())
                            .contains("'" + number + "'")
                            .contains("',' before the fraction");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-03-14", "3.14.2021", "31.02.2021", "14.03.21", "14/03/2021"})
    void aDateThatIsSpelledOtherwiseIsRefusedAndNotGuessed(String day) {
        assertThat(row("1", day).refused())
                .extracting(Violation::code)
                .containsExactly("NOT_A_DATE");
    }

    @ParameterizedTest
    @CsvSource({
        "M/d/yyyy, 3/14/2021, 2021-03-14",
        "MM/yyyy, 03/2021, 2021-03",
        "yyyyMMdd, 20210314, 2021-03-14",
        "yyyy年M月d日, 2021年3月14日, 2021-03-14",
        "yyyy, 2021, 2021",
    })
    void aPatternMayBeOfDaysMonthsOrYears(String pattern, String text, String read) {
        assertThat(new DateSpelling(pattern).read(text)).isEqualTo(Optional.of(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dd.MM",
                "dd.MM.yy",
                "dd.mm.yyyy",
                "yyyy-dd",
                "yyyy-MM-dd HH",
                "dd.MM.yyyy.MM",
                ""
            })
    void aPatternWithoutAYearOrWithOtherLettersIsRefused(String pattern) {
        assertThatThrownBy(() -> new DateSpelling(pattern))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("no pattern of dates");
    }

    @Test
    void aControlCharacterIsRefusedWhereverAMappingHasText() {
        assertThatThrownBy(() ->
                        ColumnMapping.of(
                                new StatedMapping(
                                        Map.of("a\0", "id", "b", "value"),
                                        Map.of("on", "2021\0"),
                                        List.of("\0"),
                                        Map.of("value", Map.of("x\0", "1")),
                                        null,
                                        null,
                                        null,
                                        null),
                                new Kind()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.violations())
                                        .filteredOn(v -> v.code().equals("CONTROL_CHARACTER"))
                                        .extracting(Violation::field)
                                        .containsExactlyInAnyOrder(
                                                "columns",
                                                "constants.on",
                                                "ignored",
                                                "values.value"));
    }

    @Test
    void blanksBetweenThousandsMayBeUnbreakable() {
        var spelling = new NumberSpelling(",", " ");
        assertThat(spelling.read("1 234\u00A0567,5")).contains("1234567.5");
        assertThat(spelling.read("1\u202F234")).contains("1234");
    }

    @Test
    void linesBelowTheFirstAreCountedWhateverEndsThem() {
        assertThat(lines("id\na\nb\n")).isEqualTo(2);
        assertThat(lines("id\r\na\r\n\r\nb")).isEqualTo(2);
        assertThat(lines("id\ra\rb\r")).isEqualTo(2);
        assertThat(lines("")).isZero();
    }

    private static long lines(String text) {
        var count = new RowCount.OfLines();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count.write(bytes, 0, bytes.length);
        return count.rows();
    }
}
