package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.activity.Activities;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.emissions.result.Bases;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// Uncertainty and data quality on their way in: with activities and with factors. Its records are
/// of a year that no other test uses.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class QualityOfRecordsTest {

    @Inject Activities activities;
    @Inject Bases bases;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static ValidatableResponse post(String path, String json) {
        return as("steward").contentType("application/json").body(json).post(path).then();
    }

    private static ValidatableResponse activity(String id, String more) {
        return post(
                "/api/emissions/activities",
                """
                [{"activityId":"%s","activity":"diesel","quantity":{"value":"10","unit":"L"},"scope":"SCOPE_1",
                  "region":"CN","start":"2061-01-01","end":"2061-02-01","provenance":"MEASURED"%s}]
                """
                        .formatted(id, more));
    }

    private static ValidatableResponse importFile(String type, byte[] file) {
        return as("steward").contentType(type).body(file).post("/api/imports/activities").then();
    }

    private RecordQuality qualityOf(String id) {
        return activities.find(id, bases.current()).map(ActivityRecord::quality).orElseThrow();
    }

    private static RecordQuality quality(String width, String scores) {
        return new RecordQuality(
                Optional.of(HalfWidth.parse(width)), Optional.of(DataQuality.parse(scores)));
    }

    @Test
    void aRecordKeepsItsWidthAndScores() {
        activity("q-json", ",\"uncertainty\":\"5 %\",\"quality\":\"2;1;3;2;1\"").statusCode(201);

        assertThat(qualityOf("q-json")).isEqualTo(quality("5 %", "2;1;3;2;1"));
    }

    @Test
    void aRecordWithoutThemIsOfUnknownQuality() {
        activity("q-none", "").statusCode(201);

        assertThat(qualityOf("q-none")).isEqualTo(RecordQuality.UNKNOWN);
    }

    @Test
    void theSameWidthInAnotherFormIsADuplicateAndAnotherWidthAConflict() {
        activity("q-same", ",\"uncertainty\":\"5.0 %\"").statusCode(201);

        activity("q-same", ",\"uncertainty\":0.05").statusCode(200).body("duplicates", equalTo(1));
        activity("q-same", ",\"uncertainty\":\"6 %\"")
                .statusCode(409)
                .body("violations[0].code", equalTo("ID_CONFLICT"));
        activity("q-same", "").statusCode(409);
        activity("q-same", ",\"uncertainty\":\"5 %\",\"quality\":\"1;1;1;1;1\"").statusCode(409);
    }

    @Test
    void aWidthIsCorrectedLikeAnythingElse() {
        activity("q-corrected", ",\"uncertainty\":\"5 %\"").statusCode(201);

        activity(
                        "q-corrected",
                        ",\"uncertainty\":\"6 %\",\"quality\":\"1;1;1;1;1\",\"supersedes\":\"q-corrected\"")
                .statusCode(201);

        assertThat(qualityOf("q-corrected")).isEqualTo(quality("6 %", "1;1;1;1;1"));
    }

    @ParameterizedTest
    @CsvSource({
        "uncertainty, 5, PERCENT_SIGN_MISSING, '5'",
        "uncertainty, -5 %, NEGATIVE_WIDTH, -5 %",
        "uncertainty, 2001 %, WIDTH_TOO_LARGE, 2001 %",
        "uncertainty, small, NOT_A_WIDTH, small",
        "quality, 2;1;3;2, NOT_FIVE_SCORES, 2;1;3;2",
        "quality, 2;1;6;2;1, SCORE_OUT_OF_RANGE, geography is 6",
        "quality, good, NOT_FIVE_SCORES, good",
    })
    void whatIsNoWidthOrNoScoresIsRefusedAndNothingIsRecorded(
            String field, String text, String code, String named) {
        activity("q-refused", ",\"%s\":\"%s\"".formatted(field, text))
                .statusCode(400)
                .body("violations[0].field", equalTo("[0]." + field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", containsString(named));

        assertThat(activities.find("q-refused", bases.current())).isEmpty();
    }

    @Test
    void aFileHasThemInTwoColumns() {
        String file =
                """
                activityId,scope,activity,quantity,unit,region,start,end,provenance,uncertainty,quality
                q-csv,1,diesel,10,L,CN,2061-03,,MEASURED,5%,2;1;3;2;1
                q-csv-empty,1,diesel,10,L,CN,2061-03,,MEASURED,,
                q-csv-bad,1,diesel,10,L,CN,2061-03,,MEASURED,5,2 1 3 2 1
                """;

        importFile("text/csv", file.getBytes(StandardCharsets.UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejectedRows", equalTo(1))
                .body("rejected.line", hasItems(4))
                .body("rejected.column", hasItems("uncertainty", "quality"))
                .body("rejected.code", hasItems("PERCENT_SIGN_MISSING", "NOT_FIVE_SCORES"));
        assertThat(qualityOf("q-csv")).isEqualTo(quality("5 %", "2;1;3;2;1"));
        assertThat(qualityOf("q-csv-empty")).isEqualTo(RecordQuality.UNKNOWN);
    }

    @Test
    void aCellFormattedAsPercentIsRead() throws IOException {
        importFile(Table.XLSX, workbook()).statusCode(200).body("accepted", equalTo(1));

        assertThat(qualityOf("q-xlsx")).isEqualTo(quality("7.5 %", "1;2;3;4;5"));
    }

    private static byte[] workbook() throws IOException {
        List<String> header =
                List.of(
                        "activityId",
                        "activity",
                        "quantity",
                        "unit",
                        "region",
                        "start",
                        "provenance",
                        "quality",
                        "uncertainty");
        List<String> row =
                List.of("q-xlsx", "diesel", "10", "L", "CN", "2061-04", "MEASURED", "1;2;3;4;5");
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("activities");
            for (int column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
            }
            for (int column = 0; column < row.size(); column++) {
                sheet.value(1, column, row.get(column));
            }
            sheet.value(1, 8, 0.075);
            sheet.style(1, 8).format("0.0%").set();
        }
        return file.toByteArray();
    }

    @Test
    void theTemplateHasTheColumns() {
        as("viewer")
                .get("/api/imports/activities/template")
                .then()
                .body(containsString("evidence,uncertainty,quality"));
    }

    private static ValidatableResponse factor(String uncertainty) {
        return post(
                "/api/emissions/factors",
                """
                [{"factorId":"own.ranged","set":"own.ranges","activity":"diesel","purpose":"COMBUSTION","region":"NO",
                  "validFrom":"2061-01-01","gases":[{"gas":"CO2","value":"2.6","unit":"kg","per":"L"}],
                  "publisher":"A supplier","source":"Its sheet","confidence":"verified-source"%s}]
                """
                        .formatted(uncertainty));
    }

    @Test
    void anOwnFactorKeepsItsWidthThroughDraftAndAdoption() {
        // Given
        factor(",\"uncertainty\":\"7 %\"").statusCode(201);
        factor(",\"uncertainty\":\"0.07\"").statusCode(200).body("duplicates", equalTo(1));
        factor(",\"uncertainty\":\"8 %\"").statusCode(409);
        factor("").statusCode(409);
        factor(",\"uncertainty\":\"7\"")
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].uncertainty"))
                .body("violations[0].code", equalTo("PERCENT_SIGN_MISSING"));

        // When
        as("steward").post("/api/emissions/factor-sets/own.ranges/adopt").then().statusCode(200);

        // Then
        as("viewer")
                .get("/api/emissions/factors/own.ranged")
                .then()
                .body("uncertainty", equalTo("7 %"));
        as("viewer")
                .accept("text/csv")
                .get("/api/emissions/factors?activity=diesel&region=NO")
                .then()
                .body(containsString("notes,uncertainty"))
                .body(containsString(",7 %"));
    }

    @Test
    void aShippedFactorHasTheRangeOfItsSourceOrNone() {
        as("viewer")
                .get("/api/emissions/factors/ipcc2006.stat-commercial.natural-gas.co2")
                .then()
                .body("uncertainty", equalTo("3.9426 %"));
        as("viewer")
                .get("/api/emissions/factors/cn.fuel.coke.co2")
                .then()
                .statusCode(200)
                .body("uncertainty", nullValue());
    }
}
