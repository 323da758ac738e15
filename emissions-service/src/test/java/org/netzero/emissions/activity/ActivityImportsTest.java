package org.netzero.emissions.activity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// Imports of activities as a sustainability team works with them: on record, with columns of their
/// own, taken back, and in the background. Its records are of years that no other test uses.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class ActivityImportsTest {

    private static final RestAssuredConfig STATED_CHARSETS_ONLY =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private static final String IMPORT = "/api/imports/activities";
    private static final String HISTORY = IMPORT + "/history";
    private static final String HEADER =
            "activityId,activity,quantity,unit,region,start,provenance\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject DataSource database;

    private static RequestSpecification as(String... roles) {
        return given().config(STATED_CHARSETS_ONLY)
                .auth()
                .oauth2(LocalStack.token("importer", roles));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static ValidatableResponse send(String address, String contentType, byte[] body) {
        return as("steward").contentType(contentType).body(body).post(address).then();
    }

    private static ValidatableResponse csv(String body) {
        return send(IMPORT, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse mapped(String mapping, String body) {
        return send(
                IMPORT + "?mapping=" + mapping, "text/csv", body.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse putMapping(String name, String json) {
        return as("steward")
                .contentType("application/json")
                .body(json)
                .put(IMPORT + "/mappings/" + name)
                .then();
    }

    private static ValidatableResponse reverse(String importId, String reason) {
        return as("steward")
                .contentType("application/json")
                .body("{\"reason\": \"%s\"}".formatted(reason))
                .post("%s/%s/reversal".formatted(HISTORY, importId))
                .then();
    }

    private static String accepted(String body, int rows) {
        return csv(body)
                .statusCode(200)
                .body("accepted", equalTo(rows))
                .body("rejectedRows", equalTo(0))
                .extract()
                .path("importId");
    }

    private static String row(String id, String quantity, int year) {
        return "%s,diesel,%s,L,GB,%d,MEASURED\n".formatted(id, quantity, year);
    }

    private static String scope1(int year) {
        return get("/api/emissions/inventory?period=" + year)
                .statusCode(200)
                .extract()
                .path("scope1.kgCo2e");
    }

    private static void eventually(BooleanSupplier met) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!met.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(met.getAsBoolean()).isTrue();
    }

    @Test
    void theColumnsOfAFileAreToldForAMappingOntoThoseOfActivities() {
        get(IMPORT + "/columns")
                .statusCode(200)
                .body("columns.description", everyItem(not(emptyString())))
                .body(
                        "columns.findAll { it.required }.name",
                        contains(
                                "activityId",
                                "activity",
                                "quantity",
                                "unit",
                                "start",
                                "provenance"));
        send(
                        IMPORT + "/columns",
                        "text/csv; charset=GB18030",
                        "编号\t数量\nA-1\t5\n".getBytes(Charset.forName("GB18030")))
                .statusCode(200)
                .body("columns", contains("编号", "数量"))
                .body("rows[0]", contains("A-1", "5"))
                .body("fieldSeparator", equalTo("\t"));
        send(IMPORT + "/columns", Table.XLSX, new byte[] {1})
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_XLSX"));
    }

    @Test
    void anImportIsOnRecordWithItsFileItsSenderAndItsCounts() {
        // When
        String importId =
                csv(HEADER + row("rec-1", "10", 2051) + row("rec-1", "10", 2051) + "rec-2,,,,,,\n")
                        .statusCode(200)
                        .body("accepted", equalTo(1))
                        .body("duplicates", equalTo(1))
                        .body("rejectedRows", equalTo(1))
                        .extract()
                        .path("importId");

        // Then
        get(HISTORY + "/" + importId)
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("kind", equalTo("activities"))
                .body("recordedBy", equalTo("importer"))
                .body("fileSha256.length()", equalTo(64))
                .body("background", equalTo(false))
                .body("rowsTotal", equalTo(3))
                .body("rowsRead", equalTo(3))
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejectedRows", equalTo(1))
                .body("startedAt", notNullValue())
                .body("endedAt", notNullValue());
        get(HISTORY + "?limit=1").body("items", hasSize(1)).body("nextCursor", notNullValue());
        as("viewer")
                .accept("text/csv")
                .get(HISTORY)
                .then()
                .body(startsWith("importId,status,recordedAt,recordedBy"))
                .body(containsString(importId));
        get("%s/%s/records".formatted(HISTORY, importId))
                .body("items.activityId", contains("rec-1"))
                .body("items[0].counts", equalTo(true));
        get(HISTORY + "/0198f000-0000-7000-8000-000000000000")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT"));
        get(HISTORY + "/nonsense").statusCode(404).body("code", equalTo("UNKNOWN_IMPORT"));
    }

    @Test
    void aFileThatIsRefusedAsAWholeIsOnRecordAsFailed() {
        csv("activityId,colour\na,red\n")
                .statusCode(400)
                .body("violations.code", hasItems("UNKNOWN_COLUMN", "MISSING_COLUMN"));
        get(HISTORY)
                .body(
                        "items.find { it.status == 'FAILED' }.problem.code",
                        equalTo("UNKNOWN_COLUMN"));
    }

    @Test
    void everyReasonIsKeptBeyondThoseThatTheAnswerLists() {
        // Given
        String rows =
                IntStream.range(0, 1_200)
                        .mapToObj(i -> "bad-%d,diesel,x,L,GB,2052,MEASURED\n".formatted(i))
                        .collect(Collectors.joining());

        // When
        String importId =
                csv(HEADER + rows)
                        .statusCode(200)
                        .body("rejectedRows", equalTo(1_200))
                        .body("rejected", hasSize(1_000))
                        .extract()
                        .path("importId");

        // Then
        String rejected = "%s/%s/rejected".formatted(HISTORY, importId);
        String file = as("viewer").accept("text/csv").get(rejected).asString();
        assertThat(file.lines()).hasSize(1_201).startsWith("line,column,code,message");
        assertThat(file.lines().skip(1_200))
                .first()
                .asString()
                .startsWith("1201,quantity,NOT_A_DECIMAL");
        assertThat(as("viewer").accept(Table.XLSX).get(rejected).asByteArray())
                .startsWith('P', 'K');
        get(rejected + "?limit=2").body("items.line", contains(2, 3));
    }

    @Test
    void aLongFileIsAnsweredAtOnceAndWorkedThroughBehindIt() throws InterruptedException {
        // Given
        int rows = 50_001;
        byte[] file =
                (HEADER
                                + IntStream.range(0, rows)
                                        .mapToObj(i ->
                                                row("long-" + i, i == 40_000 ? "x" : "1", 2053))
                                        .collect(Collectors.joining()))
                        .getBytes(StandardCharsets.UTF_8);

        // When
        ValidatableResponse first = sendWithKey(file).statusCode(202).body("rows", equalTo(rows));
        String progress = first.extract().path("progress");

        // Then
        assertThat(first.extract().header("Location")).endsWith(progress);
        sendWithKey(file)
                .statusCode(202)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.extract().header("Location")))
                .body("progress", equalTo(progress));
        eventually(() -> get(progress).extract().path("status").equals("DONE"));
        get(progress)
                .body("background", equalTo(true))
                .body("bytesRead", equalTo(file.length))
                .body("bytesTotal", equalTo(file.length))
                .body("rowsRead", equalTo(rows))
                .body("accepted", equalTo(rows - 1))
                .body("duplicates", equalTo(0))
                .body("rejectedRows", equalTo(1));
        get(progress + "/rejected").body("items.line", contains(40_002));
    }

    private static ValidatableResponse sendWithKey(byte[] file) {
        return as("steward")
                .contentType("text/csv")
                .header("Idempotency-Key", "a-long-file")
                .body(file)
                .post(IMPORT)
                .then();
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndStoresNothing() {
        // Given
        String file =
                HEADER
                        + row("dry-1", "1", 2054)
                        + row("dry-1", "2", 2054)
                        + row("dry-2", "x", 2054);
        byte[] body = file.getBytes(StandardCharsets.UTF_8);

        // Then
        send(IMPORT + "?dryRun=true", "text/csv", body)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("importId", nullValue())
                .body("accepted", equalTo(1))
                .body("rejected.code", contains("ID_CONFLICT", "NOT_A_DECIMAL"));
        send(IMPORT + "?dryRun=true", "text/csv", body).body("accepted", equalTo(1));
        send(IMPORT + "?dryRun=perhaps", "text/csv", body)
                .statusCode(400)
                .body("violations[0].field", equalTo("dryRun"));
        assertThat(scope1(2054)).isEqualTo("0");
    }

    @Test
    void aDryRunTouchesNoSumAndAnImportDoes() throws SQLException {
        // Given
        accepted(HEADER + row("untouched-1", "1", 2089), 1);
        String file = HEADER + row("untouched-1", "1", 2089) + row("untouched-2", "2", 2089);
        execute(
                """
                create function untouched() returns trigger language plpgsql as
                    $$ begin raise exception 'a sum is touched'; end $$;
                create trigger untouched before insert or update on activity_result_total
                    for each row when (new.year = 2089) execute function untouched()
                """);
        try {
            // Then
            send(IMPORT + "?dryRun=true", "text/csv", file.getBytes(StandardCharsets.UTF_8))
                    .statusCode(200)
                    .body("accepted", equalTo(1))
                    .body("duplicates", equalTo(1));
            csv(file).statusCode(500);
        } finally {
            execute("drop trigger untouched on activity_result_total; drop function untouched()");
        }
    }

    /// Two reversals that want the same two sums in different orders would each wait for the other.
    @Test
    void aTransactionThatPostgresqlEndsForAnothersSakeIsRunAgain() throws SQLException {
        // Given
        String importId = accepted(HEADER + row("again-1", "1", 2090), 1);
        execute(
                """
                create sequence collision;
                create function collide() returns trigger language plpgsql as $$
                    begin
                        if nextval('collision') < 3 then
                            raise exception 'deadlock detected' using errcode = '40P01';
                        end if;
                        return new;
                    end $$;
                create trigger collide before insert or update on activity_result_total
                    for each row when (new.year = 2090) execute function collide()
                """);
        try {
            // Then
            accepted(HEADER + row("again-2", "2", 2090), 1);
            execute("select setval('collision', 1)");
            reverse(importId, "too much").statusCode(200);
        } finally {
            execute(
                    "drop trigger collide on activity_result_total; drop function collide(); drop sequence collision");
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aFileWithColumnsAndSpellingsOfItsOwnIsReadByItsMapping() {
        // Given
        putMapping(
                        "werk-nord",
                        """
                        {"columns": {"Beleg": "activityId", "Energie": "activity", "Menge": "quantity", "Datum": "start"},
                         "constants": {"unit": "kWh", "region": "CN", "scope": "SCOPE_2", "provenance": "INVOICED"},
                         "ignored": ["Bemerkung"], "fieldSeparator": ";", "decimalSeparator": ",", "thousandsSeparator": ".",
                         "datePattern": "dd.MM.yyyy", "values": {"activity": {"Strom": "electricity"}}}
                        """)
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("statedBy", equalTo("importer"));

        // When
        String importId =
                mapped(
                                "werk-nord",
                                """
                                Beleg;Energie;Menge;Datum;Bemerkung
                                de-1;Strom;1.234,5;01.02.2055;x
                                de-2;Strom;1234,5;31.12.2055;
                                de-3;Strom;1,234.5;01.02.2055;
                                de-4;Strom;12.34;01.02.2055;
                                de-5;Strom;1;02/01/2055;
                                de-6;Moonshine;1;01.02.2055;
                                ;;;;
                                """)
                        .statusCode(200)
                        .body("accepted", equalTo(2))
                        .body("rejected.line", contains(4, 5, 6, 7))
                        .body("rejected.column", contains("Menge", "Menge", "Datum", "Energie"))
                        .body("rejected[2].message", containsString("dd.MM.yyyy"))
                        .extract()
                        .path("importId");

        // Then
        get("%s/%s/records".formatted(HISTORY, importId))
                .body("items.quantity", contains("1234.5", "1234.5"))
                .body("items.start", contains("2055-02-01", "2055-12-31"))
                .body("items.activity", contains("electricity", "electricity"));
        get(HISTORY + "/" + importId).body("mapping", equalTo("werk-nord"));
        get(IMPORT + "/mappings").body("mappings.name", hasItem("werk-nord"));
        get(IMPORT + "/mappings/werk-nord").body("mapping.datePattern", equalTo("dd.MM.yyyy"));
    }

    @Test
    void aColumnThatAMappingDoesNotNameRefusesTheFile() {
        putMapping(
                "strict",
                """
                {"columns": {"id": "activityId", "what": "activity", "how much": "quantity", "of": "unit", "when": "start"},
                 "constants": {"provenance": "MEASURED"}}
                """);
        mapped("strict", "id,what,how much,of,when,colour\n")
                .statusCode(400)
                .body("violations.field", contains("colour"))
                .body("violations[0].message", containsString("neither mapped nor ignored"));
        mapped("strict", "id,what,of,when\n")
                .statusCode(400)
                .body("violations.field", contains("how much"))
                .body("violations[0].code", equalTo("MISSING_COLUMN"));
        mapped("nobody", "id\n")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_MAPPING"));
        get(IMPORT + "/mappings/nobody").statusCode(404).body("code", equalTo("UNKNOWN_MAPPING"));
    }

    @Test
    void aMappingThatCannotBeMeantIsRefusedByName() {
        putMapping(
                        "wrong",
                        """
                        {"columns": {"a": "activityId", "b": "colour", "c": "unit", "d": "unit"}, "constants": {"unit": "kWh"},
                         "decimalSeparator": ".", "thousandsSeparator": ".", "datePattern": "dd.MM", "fieldSeparator": "|",
                         "values": {"quantity": {"x": "1"}}}
                        """)
                .statusCode(400)
                .body(
                        "violations.code",
                        hasItems(
                                "UNKNOWN_TARGET",
                                "REPEATED_TARGET",
                                "AMBIGUOUS",
                                "NOT_A_PATTERN",
                                "UNKNOWN_VALUE",
                                "UNMAPPED_COLUMN"))
                .body(
                        "violations.findAll { it.code == 'UNMAPPED_COLUMN' }.field",
                        contains("activity", "quantity", "start", "provenance"))
                .body("violations.findAll { it.code == 'REPEATED_TARGET' }.size()", equalTo(2));
        get(IMPORT + "/mappings/wrong").statusCode(404);
        putMapping("wrong", "{\"colums\": {}}")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));
        as("viewer")
                .contentType("application/json")
                .body("{}")
                .put(IMPORT + "/mappings/mine")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234.5 | 2056-01-01 | quantity | NOT_A_DECIMAL | no commas",
                "1234,5 | 2056-01-01 | quantity | NOT_A_DECIMAL | needs a mapping",
                "1 | 01/02/2056 | start | NOT_AN_INTERVAL | which the month is not known",
                "1 | 57000 | start | NOT_AN_INTERVAL | format the cell as a date",
            })
    void whatAFileSpellsItsOwnWayIsRefusedWithTheRemedyAndNeverGuessed(
            String quantity, String start, String column, String code, String remedy) {
        csv(HEADER + "guess-1,diesel,\"%s\",L,GB,%s,MEASURED\n".formatted(quantity, start))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected.column", contains(column))
                .body("rejected.code", contains(code))
                .body("rejected[0].message", containsString(remedy))
                .body("rejected[0].message", containsString("/mappings/"));
    }

    @Test
    void anEncodingIsTakenWhereItIsStatedAndRefusedWhereItIsNot() {
        byte[] gbk =
                (HEADER + "gbk-1,柴油,1,L,GB,2057,MEASURED\n").getBytes(Charset.forName("GB18030"));
        byte[] utf16 =
                (HEADER + "utf16-1,柴油,1,L,GB,2057,MEASURED\n").getBytes(StandardCharsets.UTF_16);
        send(IMPORT, "text/csv", gbk)
                .statusCode(200)
                .body("rejected.code", contains("NOT_UTF8"))
                .body("rejected[0].message", containsString("charset=GB18030"));
        send(IMPORT, "text/csv; charset=GB18030", gbk).statusCode(200).body("accepted", equalTo(1));
        send(IMPORT, "text/csv", utf16)
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_UTF8"));
        send(IMPORT, "text/csv; charset=UTF-16", utf16).body("accepted", equalTo(1));
        send(IMPORT, "text/csv; charset=Klingon", gbk)
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_CHARSET"));
    }

    static Stream<String> parts() {
        return Stream.concat(
                Stream.of("scope=SCOPE_1", "scope=SCOPE_2"),
                Arrays.stream(Scope3Category.values())
                        .filter(category -> category != Scope3Category.UNSPECIFIED)
                        .map(category -> "category=" + category));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void theTemplateOfEachCategoryHasRowsThatAreImportedCleanly(String part) {
        byte[] sheet =
                as("viewer").accept(Table.XLSX).get(IMPORT + "/template?" + part).asByteArray();
        byte[] lines =
                as("viewer").accept(Table.CSV).get(IMPORT + "/template?" + part).asByteArray();
        long rows = new String(lines, StandardCharsets.UTF_8).lines().count() - 1;
        assertThat(rows).isBetween(2L, 3L);
        send(IMPORT + "?dryRun=true", Table.CSV, lines)
                .statusCode(200)
                .body("rejected.message", hasSize(0))
                .body("accepted", equalTo((int) rows));
        send(IMPORT + "?dryRun=true", Table.XLSX, sheet).body("accepted", equalTo((int) rows));
    }

    @Test
    void aTemplateWithoutACategoryIsEmptyAndOneThatDoesNotExistIsRefused() {
        assertThat(as("viewer").accept(Table.CSV).get(IMPORT + "/template").asString().lines())
                .singleElement()
                .asString()
                .startsWith("activityId,scope,category,activity");
        get(IMPORT + "/template?category=C16")
                .statusCode(400)
                .body("violations[0].field", equalTo("category"));
        get(IMPORT + "/template?scope=SCOPE_1&category=C6_BUSINESS_TRAVEL")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_APPLICABLE"));
    }

    @Test
    void aReversedImportCountsNoMoreStaysReadableAndItsIdsMayBeSentAnew() {
        // Given
        String importId =
                accepted(HEADER + row("back-1", "1000", 2058) + row("back-2", "10", 2058), 2);
        String before = scope1(2058);
        assertThat(before).isNotEqualTo("0");

        // When
        reverse(importId, "wrong year")
                .statusCode(200)
                .body("status", equalTo("REVERSED"))
                .body("reversal.reversedBy", equalTo("importer"))
                .body("reversal.reason", equalTo("wrong year"));

        // Then
        assertThat(scope1(2058)).isEqualTo("0");
        get("%s/%s/records".formatted(HISTORY, importId))
                .body("items.activityId", contains("back-1", "back-2"))
                .body("items.counts", contains(false, false));
        reverse(importId, "again").statusCode(409).body("code", equalTo("ALREADY_REVERSED"));
        accepted(HEADER + row("back-1", "1000", 2058) + row("back-2", "10", 2058), 2);
        assertThat(scope1(2058)).isEqualTo(before);
        csv(HEADER + row("back-1", "1000", 2058)).body("duplicates", equalTo(1));
        csv(HEADER + row("back-1", "7", 2058)).body("rejected.code", contains("ID_CONFLICT"));
    }

    @Test
    void aNewRowBetweenKnownOnesCountsAsWell() {
        accepted(HEADER + row("known-1", "10", 2079) + row("known-3", "10", 2079), 2);
        String before = scope1(2079);

        csv(HEADER
                        + row("known-1", "10", 2079)
                        + row("known-2", "20", 2079)
                        + row("known-3", "10", 2079))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(2));

        assertThat(new BigDecimal(scope1(2079)))
                .isEqualByComparingTo(new BigDecimal(before).multiply(BigDecimal.TWO));
    }

    @Test
    void whatAReversedCorrectionSupersededCountsAgain() {
        // Given
        accepted(HEADER + row("corr-1", "100", 2059), 1);
        String before = scope1(2059);
        String header = HEADER.strip() + ",supersedes\n";
        String correction = accepted(header + row("corr-1", "300", 2059).strip() + ",corr-1\n", 1);
        assertThat(scope1(2059)).isNotEqualTo(before);

        // When
        reverse(correction, "the first figure was right").statusCode(200);

        // Then
        assertThat(scope1(2059)).isEqualTo(before);
        accepted(header + row("corr-1", "400", 2059).strip() + ",corr-1\n", 1);
    }

    @Test
    void anImportThatALaterOneSupersededInPartIsNotTakenBack() {
        // Given
        String first = accepted(HEADER + row("part-1", "1", 2060) + row("part-2", "2", 2060), 2);
        String header = HEADER.strip() + ",supersedes\n";
        String later = accepted(header + row("part-3", "3", 2060).strip() + ",part-2\n", 1);
        String before = scope1(2060);

        // Then
        reverse(first, "wrong")
                .statusCode(409)
                .body("code", equalTo("REVERSAL_REFUSED"))
                .body("detail", containsString("'part-2' by 'part-3' of import " + later))
                .body("detail", not(containsString("part-1")));
        assertThat(scope1(2060)).isEqualTo(before);
        reverse(later, "wrong").statusCode(200);
        reverse(first, "wrong").statusCode(200);
        assertThat(scope1(2060)).isEqualTo("0");
    }

    @Test
    void aReversalNeedsAReasonAndAStewardAndAnImport() {
        String importId = accepted(HEADER + row("role-1", "1", 2061), 1);
        reverse(importId, " ").statusCode(400).body("violations[0].field", equalTo("reason"));
        as("analyst")
                .contentType("application/json")
                .body("{\"reason\": \"x\"}")
                .post("%s/%s/reversal".formatted(HISTORY, importId))
                .then()
                .statusCode(403);
        reverse("0198f000-0000-7000-8000-000000000000", "x").statusCode(404);
        get(HISTORY + "/" + importId).body("status", equalTo("DONE"));
    }

    /// An address that is encoded already.
    private static ValidatableResponse getAsWritten(String address) {
        return as("viewer").urlEncodingEnabled(false).get(address).then();
    }

    private static ValidatableResponse postActivity(String activity, String more) {
        return as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"activityId": "strange-1", "activity": "%s", "quantity": {"value": "10", "unit": "L"}, "region": "GB",
                          "start": "2091", "provenance": "MEASURED"%s}]
                        """
                                .formatted(activity, more))
                .post("/api/emissions/activities")
                .then();
    }

    @Test
    void aControlCharacterIsRefusedWhereverItComesIn() {
        postActivity("diesel", ", \"evidence\": \"a\\u0000\"")
                .statusCode(400)
                .body("violations.code", contains("CONTROL_CHARACTER"))
                .body("violations.message", contains(containsString("U+0000 as its character 2")));
        String importId = accepted(HEADER + row("strange-2", "10", 2091), 1);
        reverse(importId, "wrong\\u0000file")
                .statusCode(400)
                .body("violations.code", contains("CONTROL_CHARACTER"));
        getAsWritten("/api/emissions/results?period=2091&siteId=%00")
                .statusCode(400)
                .body("violations.field", contains("siteId"))
                .body("violations.code", contains("CONTROL_CHARACTER"));
        getAsWritten(HISTORY + "/" + importId + "/records?cursor=%00/1")
                .statusCode(400)
                .body("violations.code", contains("UNKNOWN_CURSOR"));
        getAsWritten("/api/emissions/results/2091.AR5_100.A.%00/trace").statusCode(404);
        get("/api/emissions/results/2091.AR5_100.A.strange-2/trace").statusCode(200);
    }

    @Test
    void theNameOfAnActivityWithAStatedFactorIsAsShortAsAnId() {
        String factor =
                ", \"scope\": \"SCOPE_1\", \"method\": \"FUEL_BASED\", \"inputs\": {\"emissionFactor\": {\"value\": \"2\", \"unit\": \"kgCO2e/L\"}}";
        postActivity("x".repeat(129), factor)
                .statusCode(400)
                .body("violations.field", contains("[0].activity"))
                .body("violations.code", contains("TOO_LONG"));
        postActivity("x".repeat(128), factor).statusCode(201);
    }
}
