package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// How uncertain an inventory is and how good its data, over HTTP. Its records are of the years
/// 2071 to 2080 and its factors of Sweden, Denmark and Finland, which no other test uses.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class UncertaintyOfInventoriesTest {

    private static final String TRAVEL = "C6_BUSINESS_TRAVEL";
    private static final String COMMUTING = "C7_EMPLOYEE_COMMUTING";
    private static final String LINE_OF_TOTAL = "lines.find { it.scope == 'TOTAL' }";

    /// A day on which the IPCC's factors of 2006 were published, and others not yet.
    private static final String EARLIER = "2021-06-30";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DataSource database;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ObjectMapper json;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static ValidatableResponse post(String path, String body) {
        return as("steward").contentType("application/json").body(body).post(path).then();
    }

    private static String inventory(int year) {
        return "/api/emissions/inventory?period=" + year;
    }

    private static String uncertainty(int year) {
        return "/api/emissions/inventory/uncertainty?period=" + year;
    }

    private static String results(int year) {
        return "/api/emissions/results?period=" + year;
    }

    /// One factor of 2.5 kg CO2 per litre and 7 % in each of two countries; their set is adopted
    /// once, whichever test comes first.
    @BeforeEach
    void factorsOfTwoCountries() {
        for (String region : new String[] {"SE", "DK"}) {
            int status =
                    post(
                                    "/api/emissions/factors",
                                    """
                                    [{"factorId":"own.width.%s","set":"own.widths","activity":"diesel","purpose":"COMBUSTION","region":"%s",
                                      "validFrom":"2071-01-01","gases":[{"gas":"CO2","value":"2.5","unit":"kg","per":"L"}],
                                      "publisher":"A supplier","source":"Its sheet",
                                      "confidence":"verified-source","uncertainty":"7 %%"}]
                                    """
                                            .formatted(region, region))
                            .extract()
                            .statusCode();
            assertThat(status).isIn(200, 201);
        }
        post("/api/emissions/factor-sets/own.widths/adopt", "").statusCode(200);
    }

    /// 100 t CO2e from diesel.
    private static void burnt(int year, String id, String region, String width) {
        recorded(
                """
                [{"activityId":"%s","scope":"SCOPE_1","activity":"diesel","quantity":{"value":"40000","unit":"L"},
                  "region":"%s","start":"%d-01-01","end":"%d-02-01","provenance":"MEASURED","uncertainty":"%s"}]
                """
                        .formatted(id, region, year, year, width));
    }

    /// A fuel by its energy, for which the IPCC's factors of 2006 are the only ones.
    private static void heat(int year, String id, String fuel, String width) {
        recorded(
                """
                [{"activityId":"%s","scope":"SCOPE_1","activity":"%s","quantity":{"value":"1000.7","unit":"GJ (Net CV)"},
                  "region":"CN","start":"%d-01-01","end":"%d-02-01","provenance":"MEASURED","uncertainty":"%s"}]
                """
                        .formatted(id, fuel, year, year, width));
    }

    private static void stated(int year, String id, String category, String tonnes, String more) {
        recorded(
                """
                [{"activityId":"%s","scope":"SCOPE_3","category":"%s","activity":"stated-emissions",
                  "quantity":{"value":"%s","unit":"tCO2e"},"start":"%d","provenance":"STATED"%s}]
                """
                        .formatted(id, category, tonnes, year, more));
    }

    private static String width(String width) {
        return ",\"uncertainty\":\"%s\"".formatted(width);
    }

    private static void recorded(String activities) {
        int status = post("/api/emissions/activities", activities).extract().statusCode();
        assertThat(status).isIn(200, 201);
    }

    private static BigDecimal number(ValidatableResponse answer, String path) {
        return new BigDecimal(answer.extract().<String>path(path));
    }

    private static BigDecimal root(String square) {
        return new BigDecimal(square).sqrt(MathContext.DECIMAL128);
    }

    private static void assertRounded(BigDecimal shown, BigDecimal exact) {
        assertThat(shown).isEqualByComparingTo(exact.setScale(12, RoundingMode.HALF_EVEN));
    }

    @Test
    void recordsThatShareAFactorErrTogether() {
        // Given
        int year = 2071;
        burnt(year, "u-shared-1", "SE", "2 %");
        burnt(year, "u-shared-2", "SE", "2 %");

        // When
        ValidatableResponse shown = get(inventory(year));

        // Then: 2 × (100 t × 2 %)² + (200 t × 7 %)²
        BigDecimal halfWidth = root("204000000");
        assertRounded(number(shown, "uncertainty.halfWidthKgCo2e"), halfWidth);
        assertThat(number(shown, "uncertainty.halfWidth"))
                .isCloseTo(new BigDecimal("0.07141"), within(new BigDecimal("0.000005")));
        assertRounded(
                number(shown, "uncertainty.lowerKgCo2e"),
                new BigDecimal("200000").subtract(halfWidth));
        assertRounded(
                number(shown, "uncertainty.upperKgCo2e"), new BigDecimal("200000").add(halfWidth));
        shown.body("uncertainty.coveredShare", equalTo("1"))
                .body("uncertainty.coveredKgCo2e", equalTo("200000"))
                .body("uncertainty.note", startsWith("95 % interval"))
                .body("dataQuality.measuredShare", equalTo("1"))
                .body("dataQuality.statedShare", equalTo("0"))
                .body("dataQuality.unknownShare", equalTo("0"))
                .body("dataQuality.scoredShare", equalTo("0"))
                .body("dataQuality.score", nullValue());
    }

    @Test
    void otherFactorsAndStatedFiguresErrIndependently() {
        // Given
        int year = 2072;
        burnt(year, "u-apart-1", "SE", "2 %");
        burnt(year, "u-apart-2", "DK", "2 %");
        stated(year, "u-apart-3", TRAVEL, "100", width("5 %") + ",\"quality\":\"1;1;1;1;1\"");
        stated(year, "u-apart-4", TRAVEL, "100", width("5 %") + ",\"quality\":\"2;2;2;2;2\"");

        // When
        ValidatableResponse shown = get(uncertainty(year));

        // Then
        String scope1 = "lines.find { it.scope == 'SCOPE_1' }";
        assertRounded(number(shown, scope1 + ".halfWidthKgCo2e"), root("106000000"));
        assertThat(number(shown, scope1 + ".halfWidth"))
                .isCloseTo(new BigDecimal("0.05148"), within(new BigDecimal("0.000005")));
        String travel = "lines.find { it.category == '%s' }".formatted(TRAVEL);
        assertRounded(number(shown, travel + ".halfWidthKgCo2e"), root("50000000"));
        assertRounded(number(shown, LINE_OF_TOTAL + ".halfWidthKgCo2e"), root("156000000"));
        shown.body("lines.size()", equalTo(5))
                .body(scope1 + ".method", nullValue())
                .body(scope1 + ".score", nullValue())
                .body(travel + ".score", equalTo("1.5"))
                .body(travel + ".scoredShare", equalTo("1"))
                .body(LINE_OF_TOTAL + ".method", equalTo("LOCATION_BASED"))
                .body(LINE_OF_TOTAL + ".kgCo2e", equalTo("400000"))
                .body(LINE_OF_TOTAL + ".coveredShare", equalTo("1"))
                .body(LINE_OF_TOTAL + ".scoredShare", equalTo("0.5"))
                .body("lines.find { it.scope == 'SCOPE_2' }.coveredShare", nullValue())
                .body("storedVersion", nullValue());
    }

    @Test
    void whatNobodyStatedIsNotCoveredAndNotCertain() {
        // Given
        int year = 2073;
        stated(year, "u-part-1", TRAVEL, "75", width("10 %"));
        stated(year, "u-part-2", COMMUTING, "25", "");

        // Then
        get(inventory(year))
                .body("uncertainty.lowerKgCo2e", nullValue())
                .body("uncertainty.upperKgCo2e", nullValue())
                .body("uncertainty.coveredShare", equalTo("0.75"))
                .body("uncertainty.coveredKgCo2e", equalTo("75000"))
                .body("uncertainty.halfWidthKgCo2e", equalTo("7500"))
                .body("uncertainty.halfWidth", equalTo("0.1"))
                .body("uncertainty.note", containsString("75.0 % of the total, ± 7500 kg"))
                .body("uncertainty.note", containsString("column uncertainty"))
                .body("dataQuality.statedShare", equalTo("1"));
        get(uncertainty(year))
                .body(LINE_OF_TOTAL + ".coveredShare", equalTo("0.75"))
                .body(
                        "lines.find { it.category == '%s' }.coveredShare".formatted(COMMUTING),
                        equalTo("0"))
                .body(
                        "lines.find { it.category == '%s' }.halfWidth".formatted(COMMUTING),
                        nullValue())
                .body("simulated.coveredKgCo2e", equalTo("75000"));
    }

    @Test
    void whereNothingIsCoveredNothingIsDrawn() {
        int year = 2074;
        stated(year, "u-none", TRAVEL, "75", "");

        get(uncertainty(year))
                .statusCode(200)
                .body("simulated", nullValue())
                .body(LINE_OF_TOTAL + ".coveredShare", equalTo("0"))
                .body(LINE_OF_TOTAL + ".halfWidthKgCo2e", nullValue());
        get(inventory(year)).body("uncertainty.note", startsWith("not computed"));
    }

    @Test
    void aYearWithoutRecordsHasNoShareOfAnything() {
        get(inventory(2075))
                .body("uncertainty.coveredShare", nullValue())
                .body("uncertainty.note", containsString("no emissions"))
                .body("dataQuality.measuredShare", nullValue())
                .body("dataQuality.unknownShare", nullValue());
    }

    @Test
    void equalSeedsDrawEqualBoundsCloseToThoseOfPropagation() {
        // Given
        int year = 2071;
        burnt(year, "u-shared-1", "SE", "2 %");
        burnt(year, "u-shared-2", "SE", "2 %");

        // When
        String once = get(uncertainty(year) + "&seed=7&runs=20000").extract().asString();
        String again = get(uncertainty(year) + "&seed=7&runs=20000").extract().asString();
        String other = get(uncertainty(year) + "&seed=8&runs=20000").extract().asString();

        // Then
        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
        assertThat(get(uncertainty(year)).extract().asString())
                .isEqualTo(get(uncertainty(year) + "&seed=1&runs=10000").extract().asString());
        ValidatableResponse drawn = get(uncertainty(year) + "&seed=7&runs=20000");
        drawn.body("simulated.seed", equalTo(7))
                .body("simulated.runs", equalTo(20000))
                .body("simulated.coveredKgCo2e", equalTo("200000"));
        BigDecimal far =
                number(drawn, "simulated.lowerStandardErrorKgCo2e").multiply(BigDecimal.valueOf(4));
        assertThat(number(drawn, "simulated.lowerKgCo2e"))
                .isCloseTo(new BigDecimal("200000").subtract(root("204000000")), within(far));
    }

    @ParameterizedTest
    @CsvSource({
        "runs=999, runs, RUNS_OUT_OF_RANGE, 1000 to 100000",
        "runs=100001, runs, RUNS_OUT_OF_RANGE, '100001'",
        "runs=many, runs, RUNS_OUT_OF_RANGE, many",
        "runs=99999999999, runs, RUNS_OUT_OF_RANGE, 99999999999",
        "seed=dice, seed, NOT_A_SEED, dice",
        "seed=-1, seed, NOT_A_SEED, at most 15 digits",
        "seed=1234567890123456, seed, NOT_A_SEED, 1234567890123456",
        "method=BOTH, method, UNKNOWN_VALUE, 'BOTH'",
        "version=1, version, CALCULATED_FROM_TODAYS_RECORDS, leave version out",
        "gwp=AR3, gwp, UNKNOWN_VALUE, AR3",
        "draws=5, draws, UNKNOWN_PARAMETER, runs",
    })
    void aQuestionThatCannotBeAnsweredIsRefusedWithItsRemedy(
            String parameter, String field, String code, String named) {
        get(uncertainty(2071) + "&" + parameter)
                .statusCode(400)
                .body("violations[0].field", equalTo(field))
                .body("violations[0].code", equalTo(code))
                .body("violations[0].message", containsString(named));
    }

    @Test
    void aMonthHasNoInventoryAndSoNoUncertainty() {
        get("/api/emissions/inventory/uncertainty?period=2071-03")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_YEAR"));
        get("/api/emissions/inventory/uncertainty").statusCode(400);
        given().get(uncertainty(2071)).then().statusCode(401);
    }

    @Test
    void aSumFromTheStoreAndOneFromScratchAreAsUncertain() {
        // Given
        int year = 2076;
        heat(year, "u-store-1", "diesel", "2 %");
        heat(year, "u-store-2", "diesel", "12.5 %");
        heat(year, "u-store-3", "peat", "3.7 %");
        stated(year, "u-store-4", TRAVEL, "17.123456789", width("60 %"));
        stated(year, "u-store-5", TRAVEL, "3.7", ",\"quality\":\"1;2;3;4;5\"");

        // When
        String today = get(uncertainty(year)).statusCode(200).extract().asString();
        String earlier =
                get(uncertainty(year) + "&asAt=" + EARLIER).statusCode(200).extract().asString();

        // Then
        assertThat(earlier).isEqualTo(today);
        get(uncertainty(year))
                .body("lines[0].coveredShare", equalTo("1"))
                .body(LINE_OF_TOTAL + ".coveredShare", startsWith("0.9"));
    }

    @Test
    void theEarlierDayKnewFewerFactors() {
        int year = 2077;
        recorded(
                """
                [{"activityId":"u-later","scope":"SCOPE_1","activity":"diesel","quantity":{"value":"1000","unit":"L"},
                  "region":"FI","start":"2077-01-01","end":"2077-02-01","provenance":"MEASURED","uncertainty":"2 %"}]
                """);
        post(
                "/api/emissions/factors",
                """
                [{"factorId":"own.later","set":"own.later","activity":"diesel","purpose":"COMBUSTION","region":"FI",
                  "validFrom":"2077-01-01","gases":[{"gas":"CO2","value":"2.5","unit":"kg","per":"L"}],
                  "publisher":"A supplier","source":"Its sheet",
                  "confidence":"verified-source","uncertainty":"7 %"}]
                """);
        post("/api/emissions/factor-sets/own.later/adopt", "").statusCode(200);

        get(uncertainty(year))
                .body("lines[0].kgCo2e", equalTo("2500"))
                .body("lines[0].coveredShare", equalTo("1"));
        get(uncertainty(year) + "&asAt=" + EARLIER).body("lines[0].kgCo2e", not(equalTo("2500")));
    }

    @Test
    void aFileHasALineEachAndTheSimulationBesideTheTotal() {
        int year = 2071;
        burnt(year, "u-shared-1", "SE", "2 %");
        burnt(year, "u-shared-2", "SE", "2 %");

        String file =
                as("viewer")
                        .accept("text/csv")
                        .get(uncertainty(year) + "&gwp=AR5_100")
                        .then()
                        .extract()
                        .asString();

        assertThat(file.lines())
                .hasSize(5)
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("2071,AR5_100,SCOPE_1,,,200000,1,200000,14282.85")
                                .endsWith(",,,,,,,,"))
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith(
                                        "2071,AR5_100,TOTAL,LOCATION_BASED,,200000,1,200000,14282.85")
                                .contains(",10000,1,")
                                .doesNotEndWith(","));
        assertThat(file).startsWith("period,gwpSet,scope,method,category,kgCo2e,coveredShare");
        assertThat(as("viewer").accept(Table.XLSX).get(uncertainty(year)).asByteArray())
                .startsWith('P', 'K');
    }

    @Test
    void aResultShowsHowWellItIsKnown() {
        // Given
        int year = 2078;
        burnt(year, "u-result-1", "SE", "2 %");
        stated(year, "u-result-2", TRAVEL, "1", ",\"quality\":\"2;1;3;2;1\"");

        // Then: √(2² + 7²) %
        assertRounded(
                number(get(results(year)), "items.find { it.scope == 'SCOPE_1' }.halfWidth"),
                root("0.0053"));
        get(results(year))
                .body("items.find { it.scope == 'SCOPE_1' }.provenance", equalTo("MEASURED"))
                .body("items.find { it.scope == 'SCOPE_1' }.quality", nullValue())
                .body("items.find { it.scope == 'SCOPE_3' }.halfWidth", nullValue())
                .body("items.find { it.scope == 'SCOPE_3' }.provenance", equalTo("STATED"))
                .body("items.find { it.scope == 'SCOPE_3' }.quality", equalTo("2;1;3;2;1"));
        as("viewer")
                .accept("text/csv")
                .get(results(year))
                .then()
                .body(containsString("flags,provenance,halfWidth,quality"))
                .body(containsString(",MEASURED,0.0728"))
                .body(containsString(",STATED,,2;1;3;2;1"));
    }

    @Test
    void aStoredVersionKeepsTheUncertaintyOfItsTotal() {
        // Given
        int year = 2079;
        stated(year, "u-locked-1", TRAVEL, "10", width("10 %"));
        step("steward", year, "{\"to\":\"VALIDATED\"}");
        step("admin", year, "{\"to\":\"LOCKED\"}");

        // When
        stated(year, "u-locked-2", TRAVEL, "90", "");

        // Then
        get(inventory(year) + "&version=1")
                .body("uncertainty.halfWidthKgCo2e", equalTo("1000"))
                .body("uncertainty.coveredShare", equalTo("1"))
                .body("dataQuality.statedShare", equalTo("1"));
        get(inventory(year)).body("uncertainty.lowerKgCo2e", equalTo("9000"));
        get(results(year) + "&version=1").body("items[0].halfWidth", equalTo("0.1"));
        get(uncertainty(year))
                .body("storedVersion", equalTo(1))
                .body(LINE_OF_TOTAL + ".coveredShare", equalTo("0.1"));
    }

    private static void step(String role, int year, String body) {
        as(role).contentType("application/json")
                .body(body)
                .post("/api/emissions/inventories/%d/transitions".formatted(year))
                .then()
                .statusCode(200);
    }

    @Test
    void aVersionStoredBeforeAnyOfThisWasKnownIsStillRead() throws Exception {
        // Given
        int year = 2080;
        stated(year, "u-old", TRAVEL, "10", width("10 %"));
        var old = (ObjectNode) json.readTree(get(inventory(year)).extract().asString());
        old.put("status", "LOCKED").put("version", 1).remove("dataQuality");
        old.putObject("uncertainty")
                .putNull("lowerKgCo2e")
                .putNull("upperKgCo2e")
                .put("note", "not computed");
        var result =
                (ObjectNode) json.readTree(get(results(year)).extract().asString()).at("/items/0");
        result.remove(List.of("provenance", "halfWidth", "quality"));

        // When
        store(year, old.toString(), result);

        // Then
        assertThat(get(inventory(year) + "&version=1").extract().asString())
                .isEqualTo(old.toString());
        get(inventory(year))
                .statusCode(200)
                .body("findings.code", hasItem("LOCKED_PERIOD_CHANGED"))
                .body("uncertainty.note", equalTo("not computed"))
                .body("uncertainty.coveredShare", nullValue())
                .body("dataQuality", nullValue());
        get(results(year) + "&version=1")
                .statusCode(200)
                .body("items[0].kgCo2e", equalTo("10000"))
                .body("items[0].provenance", nullValue())
                .body("items[0].halfWidth", nullValue());
    }

    private void store(int year, String inventory, ObjectNode result) throws Exception {
        ObjectNode content = json.createObjectNode();
        content.set("result", result);
        content.put("basis", "AR5_100");
        content.putArray("gases");
        content.putArray("otherGases");
        ObjectNode trace = content.putObject("trace");
        trace.put("step", "stated emissions").put("formula", "").put("output", "");
        trace.putObject("inputs");
        trace.putArray("children");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var version =
                        connection.prepareStatement(
                                "insert into inventory_version (year, version, status, acknowledged, gwp_set, content, figures_sha256, content_sha256, made_at, made_by)"
                                        + " values (?, 1, 'LOCKED', '', 'AR5_100', ?, '', '', now(), 'test')");
                var ofVersion =
                        connection.prepareStatement(
                                "insert into inventory_version_result (year, version, position, result_id, beside, content) values (?, 1, 0, ?, false, ?)")) {
            statement.executeUpdate(
                    "insert into inventory_period (year, status) values (%d, 'LOCKED')"
                            .formatted(year));
            version.setInt(1, year);
            version.setString(2, inventory);
            version.executeUpdate();
            ofVersion.setInt(1, year);
            ofVersion.setString(2, result.get("id").asText());
            ofVersion.setString(3, content.toString());
            ofVersion.executeUpdate();
        }
    }
}
