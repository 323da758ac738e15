package org.netzero.platform.imports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.platform.problem.InvalidInput;

/// Imports in the background, and what becomes of them when the service stops on the way.
@QuarkusTest
@TestProfile(ImportsTest.SmallFiles.class)
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class ImportsTest {

    /// Limits that a test reaches, and no worker that looks again by itself.
    public static final class SmallFiles implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "netzero.imports.background-rows", "1500",
                    "netzero.imports.max-bytes", "1M",
                    "netzero.imports.max-waiting", String.valueOf(MOST_WAITING),
                    "netzero.imports.max-mappings", "2",
                    "netzero.imports.max-mapping-revisions", "3",
                    "quarkus.scheduler.enabled", "false");
        }
    }

    private static final MediaType CSV = MediaType.valueOf(Table.CSV);
    private static final MediaType XLSX = MediaType.valueOf(Table.XLSX);
    private static final int MOST_WAITING = 6;
    private static final int BATCH = Import.BATCH_ROWS;
    private static final int ROWS = 5 * BATCH;
    private static final Duration GONE_AFTER = Duration.ofMinutes(10);

    @Inject Imports imports;
    @Inject ImportTable table;
    @Inject ImportFolder folder;
    @Inject ImportRun run;
    @Inject ImportWorker worker;
    @Inject ColumnMappings mappings;
    @Inject Gauges gauges;
    @Inject DataSource database;
    @Inject Clock clock;

    @AfterEach
    void letGo() {
        gauges.batches.drainPermits();
        gauges.batches.release(Integer.MAX_VALUE);
    }

    private static ImportFile file(String text) {
        return new ImportFile(CSV, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Every hundredth row is bad, and the last of each batch is there twice.
    private static String rows(String prefix) {
        return IntStream.range(0, ROWS)
                .mapToObj(i ->
                        "%s-%d,%s\n"
                                .formatted(
                                        prefix,
                                        i % BATCH == BATCH - 1 ? i - 1 : i,
                                        i % 100 == 50 ? "x" : "1"))
                .collect(Collectors.joining("", "id,value\n", ""));
    }

    private UUID queue(String text) {
        return imports.receive(gauges, file(text), Optional.empty(), "tester").importId();
    }

    private ImportView view(UUID importId) {
        return imports.find(gauges, importId).orElseThrow();
    }

    private static void await(BooleanSupplier met) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!met.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(met.getAsBoolean()).isTrue();
    }

    private void assertDoneAsIfRunOnce(UUID importId) {
        await(() -> view(importId).status() == ImportStatus.DONE);
        ImportView view = view(importId);
        assertThat(view.rowsRead()).isEqualTo(ROWS);
        assertThat(view.rejectedRows()).isEqualTo(ROWS / 100);
        assertThat(view.duplicates()).isEqualTo(5);
        assertThat(view.accepted()).isEqualTo(ROWS - ROWS / 100 - 5);
        assertThat(table.errorsAfter(importId, 0, ROWS)).hasSize(ROWS / 100);
        await(() -> !Files.exists(folder.file(importId)));
    }

    @Test
    void aFileOfMoreRowsThanTheLimitRunsBehindItsRequestAndOneOfFewerInIt() {
        assertThat(
                        imports.receive(
                                gauges,
                                file(rows("few").substring(0, 1_000)),
                                Optional.empty(),
                                "t"))
                .isInstanceOf(Imports.Receipt.Finished.class);
        UUID importId = queue(rows("many"));
        assertThat(view(importId).background()).isTrue();
        assertDoneAsIfRunOnce(importId);
    }

    @Test
    void theColumnsOfFewFilesAreLookedAtAtOnceAndNothingOfThemStays() {
        var looking = new AtomicInteger();
        var file =
                new ByteArrayInputStream(new byte[0]) {
                    @Override
                    public synchronized int read(byte[] bytes, int offset, int length) {
                        looking.incrementAndGet();
                        imports.columnsOf(new ImportFile(XLSX, this));
                        return -1;
                    }
                };
        int before = folder.held().size();

        assertThatThrownBy(() -> imports.columnsOf(new ImportFile(XLSX, file)))
                .isInstanceOf(TooManyImports.class);
        assertThat(looking).hasValue(Imports.MOST_LOOKED_AT);
        assertThat(folder.held()).hasSize(before);
        assertThat(imports.columnsOf(file("a,b\n")).columns()).containsExactly("a", "b");
    }

    @Test
    void theFileOfAWaitingImportIsTheOwnersOnly() throws Exception {
        gauges.batches.drainPermits();
        UUID importId = queue(rows("owner"));
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.file(importId))))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.file(importId).getParent())))
                .isEqualTo("rwx------");
        gauges.batches.release(100);
        assertDoneAsIfRunOnce(importId);
    }

    @Test
    void anImportThatTheServiceLeftOnTheWayGoesOnBehindItsLastBatch() {
        // Given
        ImportWorker first = newWorker();
        gauges.batches.drainPermits();
        gauges.batches.release(2);
        UUID importId = waiting(rows("resume"));
        first.wake();
        await(() -> view(importId).rowsRead() == 2L * BATCH && gauges.batches.hasQueuedThreads());

        // When
        var stopping = new Thread(() -> first.stop(new ShutdownEvent()));
        stopping.start();
        await(first::isStopping);
        gauges.batches.release(1);
        await(() -> !stopping.isAlive());

        // Then
        assertThat(view(importId).status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(view(importId).rowsRead()).isEqualTo(3L * BATCH);
        gauges.batches.release(100);
        newWorker().wake();
        assertDoneAsIfRunOnce(importId);
    }

    @Test
    void aBatchThatBreaksAfterItWasStoredIsStoredAgainAndCountedOnce() {
        gauges.breaking.set(true);
        assertDoneAsIfRunOnce(queue(rows("again")));
    }

    @Test
    void anImportThatTakesAllMemoryIsFailedAndNotTriedForEver() {
        UUID importId = queue(rows("before") + Gauges.HUGE + ",1\n");
        await(() -> view(importId).status() == ImportStatus.FAILED);
        assertThat(view(importId).problem())
                .extracting(ImportView.Failure::code)
                .isEqualTo("INTERNAL");
        await(() -> !Files.exists(folder.file(importId)));
    }

    @Test
    void anImportThatTakesAllMemoryWhileItsSenderWaitsIsFailed() {
        assertThatThrownBy(() ->
                        imports.receive(
                                gauges,
                                file("id,value\n" + Gauges.HUGE + ",1\n"),
                                Optional.empty(),
                                "tester"))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(table.before(gauges.name(), Optional.empty(), 1).getFirst().status())
                .isEqualTo(ImportStatus.FAILED);
    }

    @Test
    void whatHasEndedDoesNotEndAnotherWay() throws Exception {
        UUID done = waiting(rows("ended"));
        UUID failed = waiting(rows("ended"));
        update("update import_record set status = 'DONE' where import_id = ?", done);
        update("update import_record set status = 'FAILED' where import_id = ?", failed);

        table.fail(done, clock.instant(), new ImportView.Failure("INSTANCE_GONE", "Too late"));
        assertThatThrownBy(() -> table.done(failed, clock.instant()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was ended");

        assertThat(view(done).status()).isEqualTo(ImportStatus.DONE);
        assertThat(view(failed).status()).isEqualTo(ImportStatus.FAILED);
        List.of(done, failed).forEach(folder::drop);
    }

    @Test
    void whatWasStoredWithoutBeingNotedIsNotStoredAtAll() throws Exception {
        // Given
        gauges.batches.drainPermits();
        gauges.batches.release(1);
        UUID importId = queue(rows("atomic"));
        await(() -> view(importId).rowsRead() == BATCH);

        // When
        update("update import_record set through_line = 7 where import_id = ?", importId);
        gauges.batches.release(100);

        // Then
        await(() -> view(importId).status() == ImportStatus.FAILED);
        assertThat(view(importId).problem())
                .extracting(ImportView.Failure::code)
                .isEqualTo("INTERNAL");
        assertThat(view(importId).accepted()).isEqualTo(stored("atomic-%"));
    }

    @Test
    void anImportWhoseSenderWaitedWhenTheProcessEndedIsFailedAtTheNextStart() throws Exception {
        // Given
        UUID importId = waiting(rows("waited"));
        update(
                "update import_record set background = false, status = 'RUNNING' where import_id = ?",
                importId);

        // When
        newWorker().tidy();

        // Then
        assertThat(view(importId).status()).isEqualTo(ImportStatus.FAILED);
        assertThat(view(importId).problem())
                .extracting(ImportView.Failure::detail)
                .asString()
                .contains("Send the file again");
        assertThat(folder.file(importId)).doesNotExist();
    }

    @Test
    void anImportWhoseEndCouldNotBeNotedKeepsItsFileAndIsFailedAtTheNextStart() throws Exception {
        // Given
        execute(
                """
                create function no_end() returns trigger language plpgsql as
                    $$ begin raise exception 'the database is away'; end $$;
                create trigger no_end before update on import_record
                    for each row when (new.recorded_by = 'cut off') execute function no_end()
                """);
        UUID importId;
        try {
            assertThatThrownBy(() ->
                            imports.receive(
                                    gauges,
                                    file("id,value\ncut-1,1\n"),
                                    Optional.empty(),
                                    "cut off"))
                    .isInstanceOf(DatabaseFailure.class);
            importId = table.before(gauges.name(), Optional.empty(), 1).getFirst().importId();
            assertThat(view(importId).status()).isEqualTo(ImportStatus.RUNNING);
            assertThat(folder.file(importId)).exists();
        } finally {
            execute("drop trigger no_end on import_record; drop function no_end()");
        }

        // When
        newWorker().tidy();

        // Then
        assertThat(view(importId).status()).isEqualTo(ImportStatus.FAILED);
        assertThat(view(importId).problem())
                .extracting(ImportView.Failure::code)
                .isEqualTo("INTERRUPTED");
        assertThat(folder.file(importId)).doesNotExist();
    }

    @Test
    void anImportWhoseFileIsGoneIsFailedAtTheNextStartOfItsInstanceOnly() throws Exception {
        // Given
        UUID own = waiting(rows("gone"));
        UUID waitedFor = waiting(rows("gone"));
        UUID others = waiting(rows("gone"));
        UUID whole = waiting(rows("gone"));
        update("update import_record set background = false where import_id = ?", waitedFor);
        update("update import_record set folder = 'elsewhere' where import_id = ?", others);
        List.of(own, waitedFor, others).forEach(folder::drop);

        // When
        newWorker().tidy();

        // Then
        assertThat(view(own).problem()).extracting(ImportView.Failure::code).isEqualTo("FILE_GONE");
        assertThat(view(waitedFor).problem())
                .extracting(ImportView.Failure::code)
                .isEqualTo("INTERRUPTED");
        assertThat(view(others).status()).isEqualTo(ImportStatus.QUEUED);
        newWorker().wake();
        assertDoneAsIfRunOnce(whole);
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndLeavesNothing() {
        List<UUID> before = folder.held();
        assertThatThrownBy(() -> queue("id,value\n" + "a,1\n".repeat(300_000)))
                .isInstanceOf(FileTooLarge.class)
                .hasMessageContaining("1048576 bytes");
        given().auth()
                .oauth2(LocalStack.token("tester", "steward"))
                .contentType(Table.CSV)
                .body("id,value\n" + "a,1\n".repeat(300_000))
                .post("/api/imports/gauges")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"))
                .body("detail", containsString("split it"));
        assertThat(folder.held()).isEqualTo(before);
    }

    @Test
    void aFileThatNoImportAsksForGoesAfterADay() throws Exception {
        // Given
        UUID fresh = UUID.randomUUID();
        UUID stray = UUID.randomUUID();
        for (UUID importId : List.of(fresh, stray)) {
            folder.spool(importId, new ByteArrayInputStream(new byte[] {1}));
        }
        Files.setLastModifiedTime(
                folder.file(stray), FileTime.from(clock.instant().minus(Duration.ofDays(2))));

        // When
        newWorker().tidy();

        // Then
        assertThat(folder.file(fresh)).exists();
        assertThat(folder.file(stray)).doesNotExist();
        folder.drop(fresh);
    }

    @Test
    void aFileWithAWrongFirstRowIsRefusedBeforeItIsQueued() {
        assertThatThrownBy(() -> queue(rows("wrong").replaceFirst("value", "colour")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("'colour'");
        assertThatThrownBy(() ->
                        imports.tryOut(gauges, file(rows("trial")), Optional.empty(), "tester"))
                .hasMessageContaining("at most 1500 are tried out");
    }

    @Test
    void anImportThatWouldWaitBehindTooManyIsRefusedAndLeavesNothing() throws Exception {
        // Given
        execute("update import_record set status = 'FAILED' where status in ('QUEUED', 'RUNNING')");
        List<UUID> waiting =
                IntStream.range(0, MOST_WAITING).mapToObj(i -> waiting(rows("queue"))).toList();
        List<UUID> before = folder.held();

        // When
        given().auth()
                .oauth2(LocalStack.token("tester", "steward"))
                .contentType(Table.CSV)
                .body(rows("beyond"))
                .post("/api/imports/gauges")
                .then()
                .statusCode(429)
                .header("Retry-After", "5")
                .body("code", equalTo("TOO_MANY_IMPORTS"))
                .body("detail", containsString("6 imports wait"));

        // Then
        assertThat(folder.held()).isEqualTo(before);
        assertThat(imports.receive(gauges, file("id,value\nqueue-x,1\n"), Optional.empty(), "t"))
                .isInstanceOf(Imports.Receipt.Finished.class);
        for (UUID importId : waiting) {
            update("update import_record set status = 'FAILED' where import_id = ?", importId);
            folder.drop(importId);
        }
        assertDoneAsIfRunOnce(queue(rows("after")));
    }

    @Test
    void importsOfAnInstanceThatIsGoneAreInNobodysWay() throws Exception {
        // Given
        List<UUID> stranded =
                IntStream.range(0, MOST_WAITING).mapToObj(i -> waiting(rows("gone"))).toList();
        for (UUID importId : stranded) {
            update(
                    "update import_record set folder = 'elsewhere:/imports' where import_id = ?",
                    importId);
            folder.drop(importId);
        }

        // When
        UUID importId = queue(rows("lives"));

        // Then
        assertDoneAsIfRunOnce(importId);
        assertThat(stranded).allMatch(id -> view(id).status() == ImportStatus.QUEUED);
        for (UUID id : stranded) {
            update("update import_record set status = 'FAILED' where import_id = ?", id);
        }
    }

    private static StatedMapping mapping(String column) {
        return new StatedMapping(
                Map.of("Nr", "id", column, "value"), null, null, null, null, null, null, null);
    }

    @Test
    void mappingsBeyondTheirNumberAreRefusedAndThoseOnFileMayBeStatedAnew() {
        mappings.put(gauges, "one", mapping("Wert"), "tester");
        mappings.put(gauges, "two", mapping("Wert"), "tester");

        assertThatThrownBy(() -> mappings.put(gauges, "three", mapping("Wert"), "tester"))
                .isInstanceOf(TooManyMappings.class)
                .hasMessageContaining("2 mappings of gauges");
        mappings.put(gauges, "two", mapping("Value"), "tester");
        mappings.put(gauges, "two", mapping("Wert"), "tester");
        assertThatThrownBy(() -> mappings.put(gauges, "two", mapping("Value"), "tester"))
                .isInstanceOf(TooManyMappings.class)
                .hasMessageContaining("stated 3 times");
        assertThat(mappings.put(gauges, "two", mapping("Wert"), "tester").revision()).isEqualTo(3);
    }

    /// An import in another instance's folder, which was last there some minutes ago.
    private UUID strandedFor(String minutes) throws SQLException {
        UUID importId = waiting(rows("stranded"));
        folder.drop(importId);
        String elsewhere = "elsewhere:/" + importId;
        update(
                "update import_record set folder = '%s' where import_id = ?".formatted(elsewhere),
                importId);
        update(
                "insert into import_folder (folder, seen_at) select folder, now() - interval '%s minutes' from import_record where import_id = ?"
                        .formatted(minutes),
                importId);
        return importId;
    }

    @Test
    void anImportWhoseInstanceIsGoneIsEndedByAnotherOneThatSaysWhatToDo() throws SQLException {
        UUID gone = strandedFor("11");
        UUID slow = strandedFor("9");
        newWorker().endAbandoned();

        newWorker().endAbandoned();

        assertThat(view(gone).status()).isEqualTo(ImportStatus.FAILED);
        assertThat(view(gone).problem())
                .isEqualTo(
                        new ImportView.Failure(
                                "INSTANCE_GONE",
                                "The instance that had its file has not been there for PT10M; rows before that are stored. Send the file again"));
        assertThat(view(slow).status()).isEqualTo(ImportStatus.QUEUED);
        update("update import_record set status = 'FAILED' where import_id = ?", slow);
    }

    @Test
    void whoeverWasAwayItselfEndsNobodysImports() throws SQLException {
        UUID gone = strandedFor("11");
        newWorker().endAbandoned();
        update("update import_record set status = 'QUEUED' where import_id = ?", gone);
        update(
                "update import_folder set seen_at = now() - interval '6 minutes' where folder <> (select folder from import_record where import_id = ?)",
                gone);

        newWorker().endAbandoned();

        assertThat(view(gone).status()).isEqualTo(ImportStatus.QUEUED);
        update("update import_record set status = 'FAILED' where import_id = ?", gone);
    }

    @Test
    void anImportThatWasEndedDoesNotStartAgain() throws SQLException {
        UUID importId = waiting(rows("ended"));
        update("update import_record set status = 'FAILED' where import_id = ?", importId);

        assertThat(table.start(importId, clock.instant())).isFalse();

        assertThat(view(importId).status()).isEqualTo(ImportStatus.FAILED);
        folder.drop(importId);
    }

    /// Whether a transaction is there when a batch is prepared, and when it is stored.
    private final class Watched implements ImportKind, Import.BatchStore<String> {

        final List<Boolean> prepared = new ArrayList<>();
        final List<Boolean> stored = new ArrayList<>();
        int collisions;

        @Override
        public String name() {
            return gauges.name();
        }

        @Override
        public Columns columns() {
            return gauges.columns();
        }

        @Override
        public Set<String> decimals() {
            return gauges.decimals();
        }

        @Override
        public Set<String> dates() {
            return gauges.dates();
        }

        @Override
        public Import<String> reading(Origin origin) {
            return new Import<>(columns(), fields -> fields.id("id").orElseThrow(), this);
        }

        @Override
        public Reversal reversal() {
            return gauges.reversal();
        }

        @Override
        public Supplier<List<RowOutcome>> prepared(List<String> batch) {
            prepared.add(QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE);
            return () -> store(batch);
        }

        @Override
        public List<RowOutcome> store(List<String> batch) {
            stored.add(QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE);
            if (collisions-- > 0) {
                throw new DatabaseFailure("Gauges", new SQLException("deadlock detected", "40P01"));
            }
            return batch.stream().<RowOutcome>map(id -> new RowOutcome.Accepted()).toList();
        }
    }

    @Test
    void aTrialWaitsForWhatItsBatchesNeedBeforeItsTransaction() {
        var watched = new Watched();

        ImportOutcome outcome =
                imports.tryOut(watched, file("id,value\na,1\nb,2\n"), Optional.empty(), "tester");

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(watched.prepared).containsExactly(false);
        assertThat(watched.stored).containsExactly(true);
    }

    @Test
    void aDeadlockIsTriedAgainAndShownWhereItStays() {
        var watched = new Watched();
        watched.collisions = 2;
        assertThat(
                        imports.tryOut(watched, file("id,value\na,1\n"), Optional.empty(), "t")
                                .accepted())
                .isEqualTo(1);
        watched.collisions = 2;
        assertThat(imports.receive(watched, file("id,value\na,1\n"), Optional.empty(), "t"))
                .isInstanceOfSatisfying(
                        Imports.Receipt.Finished.class,
                        finished -> assertThat(finished.outcome().accepted()).isEqualTo(1));
        watched.collisions = 100;
        assertThatThrownBy(() ->
                        imports.tryOut(watched, file("id,value\na,1\n"), Optional.empty(), "t"))
                .isInstanceOf(DatabaseFailure.class);
        assertThat(watched.collisions).isEqualTo(95);
    }

    /// Takes a file down as a request does, for a worker of the test's own.
    private UUID waiting(String text) {
        UUID importId = com.github.f4b6a3.uuid.UuidCreator.getTimeOrderedEpoch();
        try {
            var spooled = folder.spool(importId, file(text).body());
            table.add(
                    new ImportTable.Taken(
                            importId,
                            gauges.name(),
                            clock.instant(),
                            "tester",
                            Table.CSV,
                            spooled,
                            spooled.lines(),
                            Optional.empty(),
                            Optional.empty(),
                            ImportStatus.QUEUED,
                            true));
            return importId;
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private ImportWorker newWorker() {
        return new ImportWorker(
                table, folder, run, mappings, List.of(gauges), database, clock, GONE_AFTER);
    }

    private void update(String sql, UUID importId) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long stored(String pattern) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("select count(*) from gauge where id like ?")) {
            statement.setString(1, pattern);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
