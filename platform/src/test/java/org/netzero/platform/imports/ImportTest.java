package org.netzero.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

class ImportTest {

    private static final MediaType CSV = MediaType.valueOf(Table.CSV);

    private record Meter(String id, BigDecimal value) {}

    private final List<Integer> batches = new ArrayList<>();
    private final Set<String> stored = new HashSet<>();

    private final Import<Meter> meters =
            new Import<>(Columns.of("id", "value", "note?"), ImportTest::read, this::store);

    private static Meter read(Fields fields) {
        var id = fields.id("id");
        var value = fields.decimal("value");
        fields.refuseIfInvalid();
        return new Meter(id.orElseThrow(), value.orElseThrow());
    }

    private List<RowOutcome> store(List<Meter> batch) {
        batches.add(batch.size());
        return batch.stream()
                .map(meter ->
                        stored.add(meter.id())
                                ? new RowOutcome.Accepted()
                                : (RowOutcome) new RowOutcome.Duplicate())
                .toList();
    }

    private ImportOutcome importing(String file) {
        return importing(file.getBytes(StandardCharsets.UTF_8));
    }

    private ImportOutcome importing(byte[] file) {
        return meters.run(new ImportFile(CSV, new ByteArrayInputStream(file)));
    }

    @Test
    void oneBadRowInAThousandLeaves999AndItsPlaceAndReason() {
        String rows =
                IntStream.rangeClosed(1, 1_000)
                        .mapToObj(i -> "m%d,%s".formatted(i, i == 500 ? "a lot" : "1.5"))
                        .collect(Collectors.joining("\n"));
        ImportOutcome outcome = importing("id,value\n" + rows);
        assertThat(outcome.accepted()).isEqualTo(999);
        assertThat(outcome.rejected())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo(501);
                    assertThat(error.column()).isEqualTo("value");
                    assertThat(error.code()).isEqualTo("NOT_A_DECIMAL");
                    assertThat(error.message()).contains("'a lot'");
                });
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String file = "id,value\na,1\nb,2\n";
        importing(file);
        assertThat(importing(file)).isEqualTo(new ImportOutcome(0, 2, List.of(), 0));
    }

    @Test
    void rowsAreHandedOnInBatches() {
        String rows =
                IntStream.range(0, 2 * Import.BATCH_ROWS + 500)
                        .mapToObj(i -> "m" + i + ",1")
                        .collect(Collectors.joining("\n"));
        importing("id,value\n" + rows);
        assertThat(batches).containsExactly(Import.BATCH_ROWS, Import.BATCH_ROWS, 500);
    }

    @Test
    void aBatchIsPreparedBeforeTheTransactionThatStoresIt() throws Exception {
        // Given
        var steps = new ArrayList<String>();
        var store =
                new Import.BatchStore<Meter>() {
                    @Override
                    public Supplier<List<RowOutcome>> prepared(List<Meter> batch) {
                        steps.add("prepared " + batch.size());
                        return () -> {
                            steps.add("stored " + batch.size());
                            return ImportTest.this.store(batch);
                        };
                    }

                    @Override
                    public List<RowOutcome> store(List<Meter> batch) {
                        throw new AssertionError("It was not prepared");
                    }
                };
        var kind = new Import<>(meters.columns(), ImportTest::read, store);
        RowForm form = RowForm.of(kind.columns());
        byte[] file = "id,value\na,1\nb,2\n".getBytes(StandardCharsets.UTF_8);

        // When
        try (Rows rows = new ImportFile(CSV, new ByteArrayInputStream(file)).rows(form)) {
            kind.run(
                    rows,
                    form,
                    0,
                    stretch -> {
                        steps.add("begun");
                        steps.add("accepted " + stretch.get().accepted());
                    });
        }

        // Then
        assertThat(steps).containsExactly("prepared 2", "begun", "stored 2", "accepted 2");
    }

    private static final class Unreadable extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("The medium is worn");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }

    /// Seven rows, and what cannot be read behind them, in batches of two.
    private static void readUpToABrokenPlace(Import.BatchStore<Meter> store, Journal journal)
            throws IOException {
        var columns = Columns.of("id", "value", "note?");
        RowForm form = RowForm.of(columns);
        byte[] readable =
                "id,value\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\ng,1\n".getBytes(StandardCharsets.UTF_8);
        var file =
                new ImportFile(
                        CSV,
                        new SequenceInputStream(
                                new ByteArrayInputStream(readable), new Unreadable()));
        try (Rows rows = file.rows(form)) {
            new Import<>(columns, ImportTest::read, store, 2).runAhead(rows, form, 0, journal);
        }
    }

    private static void storing(Supplier<Stretch> stretch) {
        var _ = stretch.get();
    }

    @RepeatedTest(20)
    void theBatchesBeforeAPlaceThatCannotBeReadAreStored() {
        // Given
        Journal slow =
                stretch -> {
                    LockSupport.parkNanos(2_000_000);
                    storing(stretch);
                };
        // When
        assertThatThrownBy(() -> readUpToABrokenPlace(this::store, slow))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("record that started in line 9");
        // Then
        assertThat(stored).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
    }

    @RepeatedTest(20)
    void aBatchThatIsPreparedAfterTheReadingBrokeOffIsStored() {
        // Given
        Import.BatchStore<Meter> slow =
                Import.BatchStore.preparing(batch -> {
                    LockSupport.parkNanos(2_000_000);
                    return () -> store(batch);
                });
        // When
        assertThatThrownBy(() -> readUpToABrokenPlace(slow, ImportTest::storing))
                .isInstanceOf(InvalidInput.class);
        // Then
        assertThat(stored).containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f");
    }

    @Test
    void aBatchThatFailsBeforeAPlaceThatCannotBeReadIsTheReason() {
        Import.BatchStore<Meter> store =
                batch -> {
                    if (batch.getFirst().id().equals("e")) {
                        throw new ConcurrentIntake();
                    }
                    return store(batch);
                };
        assertThatThrownBy(() -> readUpToABrokenPlace(store, ImportTest::storing))
                .isInstanceOf(ConcurrentIntake.class)
                .satisfies(failed ->
                        assertThat(failed.getSuppressed())
                                .singleElement()
                                .isInstanceOf(InvalidInput.class));
        assertThat(stored).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void byteOrderMarkWindowsLineEndsAndAnyColumnOrderAreAccepted() {
        assertThat(importing("\uFEFFvalue,id\r\n1,a\r\n\r\n2,b\r\n").accepted()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkBeforeAQuotedNameIsNoPartOfIt() {
        assertThat(importing("\uFEFF\"id\",\"value\"\r\n\"a\",\"1\"\r\n").accepted()).isEqualTo(1);
    }

    @Test
    void emptyColumnsAtTheEndAreNoneAndAValueUnderThemRejectsItsRow() {
        ImportOutcome outcome = importing("id,value,,\na,1,,\nb,2\nc,3,,x\n,,,\nd,4,,,,\n");
        assertThat(stored).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(outcome.rejected())
                .extracting(RowError::line, RowError::code)
                .containsExactly(tuple(4L, "COLUMN_COUNT"));
    }

    @Test
    void aColumnWithoutANameBetweenOthersRefusesTheFile() {
        assertThatThrownBy(() -> importing("id,,value\na,,1\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("column 2 has no name");
    }

    @Test
    void aColumnThatStandsTwiceRefusesTheFileByName() {
        assertThatThrownBy(() -> importing("id,value,id\na,1,a\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("id: stands twice");
    }

    @Test
    void rowsOfAnotherEncodingAreReadWhereItIsStated() {
        var gbk = Charset.forName("GB18030");
        var file =
                new ImportFile(
                        MediaType.valueOf("text/csv;charset=GB18030"),
                        new ByteArrayInputStream("id,value\n北京,1\n".getBytes(gbk)));
        assertThat(meters.run(file).accepted()).isEqualTo(1);
        assertThat(stored).containsExactly("北京");
    }

    @Test
    void anUnknownColumnIsRefusedByNameAndNothingIsStored() {
        assertThatThrownBy(() -> importing("id,value,colour\na,1,red"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'colour'")
                .hasMessageContaining("id, value, note");
        assertThat(stored).isEmpty();
    }

    @Test
    void aMissingColumnAndAnEmptyFileAreRefused() {
        assertThatThrownBy(() -> importing("id\na")).hasMessageContaining("'value' is missing");
        assertThatThrownBy(() -> importing("")).hasMessageContaining("empty");
    }

    @Test
    void aRowWithAnotherNumberOfFieldsIsRejectedAlone() {
        assertThat(importing("id,value\na,1,5\nb,2").rejected())
                .extracting(RowError::line, RowError::code)
                .containsExactly(tuple(2L, "COLUMN_COUNT"));
    }

    @Test
    void bytesThatAreNotUtf8RejectTheirRowAlone() {
        byte[] file = {
            'i', 'd', ',', 'v', 'a', 'l', 'u', 'e', '\n', (byte) 0xC3, ',', '1', '\n', 'b', ',', '2'
        };
        ImportOutcome outcome = importing(file);
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejected()).extracting(RowError::code).containsExactly("NOT_UTF8");
    }

    @Test
    void columnsNamedInAnotherEncodingAreRefusedWithTheWayOut() {
        assertThatThrownBy(() -> importing("id,value,备注\na,1,".getBytes(Charset.forName("GBK"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("not UTF-8")
                .hasMessageContaining("save the file as 'CSV UTF-8");
        assertThatThrownBy(() -> importing("id,value\na,1".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id;value\na;1", "id\tvalue\na\t1"})
    void otherSeparatorsAreRefusedByNameAndNotAsMissingColumns(String file) {
        assertThatThrownBy(() -> importing(file))
                .hasMessageMatching(".*separated by (semicolons|tabs).*")
                .hasMessageNotContaining("missing");
    }

    @Test
    void aWorkbookSentAsCsvIsToldItsMediaType() {
        assertThatThrownBy(() -> importing("PK\u0003\u0004rest"))
                .hasMessageContaining("media type of XLSX");
    }

    @Test
    void aQuoteThatIsNeverClosedRejectsItsRowAndSaysWhichLinesWereNotRead() {
        // When
        ImportOutcome outcome =
                importing("id,value,note\na,1,\nb,2,\"half\nc,3,\nd,4,\"\"\ne,5,\n");
        // Then
        assertThat(stored).containsExactly("a");
        assertThat(outcome.accepted()).isEqualTo(1);
        assertThat(outcome.rejected())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.line()).isEqualTo(3);
                    assertThat(error.column()).isEqualTo("note");
                    assertThat(error.code()).isEqualTo("UNCLOSED_QUOTE");
                    assertThat(error.message())
                            .contains("the quote in line 3, character 5 is never closed")
                            .contains("lines 3 to 6 were not read");
                });
    }

    @Test
    void aQuoteThatTheNextQuotedFieldClosesIsNotTakenForOneLongField() {
        ImportOutcome outcome =
                importing("id,value,note\r\na,1,x\r\nb,2,\"half\r\nc,3,\"whole\"\r\nd,4,\r\n");
        assertThat(stored).containsExactly("a");
        assertThat(outcome.rejected())
                .extracting(RowError::line, RowError::column, RowError::code)
                .containsExactly(tuple(3L, "note", "UNCLOSED_QUOTE"));
        assertThat(outcome.rejected().getFirst().message())
                .contains("closed in line 4 before 'w'")
                .contains("lines 3 to 5 were not read");
    }

    @Test
    void aQuotedFieldOfMoreThanAHundredLinesEndsTheReadingAndTheRowsBeforeItStay() {
        String rows =
                IntStream.range(0, 1_500)
                        .mapToObj(i -> "m" + i + (i == 1_200 ? ",1,\"" : ",1,"))
                        .collect(Collectors.joining("\n"));
        ImportOutcome outcome = importing("id,value,note\n" + rows);
        assertThat(outcome.accepted()).isEqualTo(1_200);
        assertThat(outcome.rejected())
                .extracting(RowError::line, RowError::code)
                .containsExactly(tuple(1_202L, "UNCLOSED_QUOTE"));
        assertThat(outcome.rejected().getFirst().message())
                .contains("not closed within 100 lines")
                .contains("lines 1202 to 1501 were not read");
    }

    @Test
    void aFieldLongerThanAnyTextEndsTheReading() {
        ImportOutcome outcome =
                importing("id,value,note\na,1,\"" + "x".repeat(200_000) + "\"\nb,2,\n");
        assertThat(outcome.accepted()).isZero();
        assertThat(outcome.rejected().getFirst().message())
                .contains("not closed within 100000 characters")
                .contains("lines 2 to 3 were not read");
    }

    @Test
    void aQuoteThatIsNotClosedInTheFirstRowRefusesTheFile() {
        assertThatThrownBy(() -> importing("id,\"value\na,1\n"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the quote in line 1, character 4 is never closed");
    }

    @Test
    void quotedFieldsWithCommasLinesAndQuotesInThemAreRead() {
        ImportOutcome outcome =
                importing(
                        "\"id\",\"value\",note\r\n\"a\",\"1\",\"one, \"\"two\"\"\r\nthree\"\r\nb,2,5\" pipe\r\nc,3,\"\"");
        assertThat(outcome).isEqualTo(new ImportOutcome(3, 0, List.of(), 0));
    }

    @Test
    void rowsWithoutAnyValueAreSkipped() {
        assertThat(importing("id,value\n,\na,1\n , \n"))
                .isEqualTo(new ImportOutcome(1, 0, List.of(), 0));
    }

    @Test
    void reasonsAreListedUpToTheirLimitAndCountedBeyondIt() {
        String rows =
                IntStream.range(0, 1_500)
                        .mapToObj(i -> "m" + i + ",x")
                        .collect(Collectors.joining("\n"));
        ImportOutcome outcome = importing("id,value\n" + rows);
        assertThat(outcome.rejected()).hasSize(ImportOutcome.MAX_LISTED);
        assertThat(outcome.rejectedRows()).isEqualTo(1_500);
    }
}
