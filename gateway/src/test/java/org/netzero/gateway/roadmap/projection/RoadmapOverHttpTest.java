package org.netzero.gateway.roadmap.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netzero.gateway.GatewayStack;
import org.netzero.platform.listing.Table;

@QuarkusTest
class RoadmapOverHttpTest {

    private static final String SCENARIOS = "/api/roadmap/scenarios";
    private static final String COMMITTED = SCENARIOS + "/committed";
    private static final Map<String, String> KEYS = new ConcurrentHashMap<>();

    private static Told told;

    @BeforeAll
    static void openTopics() {
        told = new Told();
    }

    @AfterAll
    static void closeTopics() {
        told.close();
    }

    @Test
    void theCommittedScenarioIsThereFromTheFirstStart() {
        as("viewer")
                .get(SCENARIOS)
                .then()
                .statusCode(200)
                .body("find { it.id == 'committed' }.baseYear", equalTo(2021))
                .body("find { it.id == 'committed' }.targetYear", equalTo(2030));
    }

    @Test
    void withoutBaseDataTheProjectionNamesWhatIsMissing() {
        post(copyOfCommitted("of-2010", 2010)).then().statusCode(201);
        as("viewer")
                .get(SCENARIOS + "/of-2010/projection")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("MISSING_BASE_DATA"))
                .body("violations.field", contains("inventory", "electricity", "pue"))
                .body("detail", containsString("POST /api/imports/stated-indicators"));
    }

    @Test
    void whatTheServicesTellBecomesAProjection() {
        tellPublished2021();
        JsonPath projection = projectionOfPublished2021();
        assertThat(projection.getList("years.year", Integer.class))
                .containsExactly(2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030);
        assertThat(projection.getBoolean("years[0].actual")).isTrue();
        assertThat(projection.getDouble("years[0].scope1Tonnes")).isEqualTo(15_282.544);
        assertThat(projection.getDouble("years[0].scope2LocationTonnes")).isEqualTo(2_399_228.928);
        assertThat(projection.getDouble("impliedFactors.locationTonnesPerMwh")).isEqualTo(0.5568);
        assertThat(projection.getDouble("impliedFactors.residualTonnesPerMwh")).isEqualTo(0.5942);
        assertThat(projection.getDouble("years[9].renewableShare")).isEqualTo(1);
        assertThat(projection.getList("years[9].wedges.leverId"))
                .contains("pue", "supply-chain", "green-power");
        assertThat(projection.getString("years[9].claim.status")).isIn("BLOCKED", "ALLOWED");
        assertThat(projection.getList("remarks"))
                .contains(
                        "The inventory of 2021 is DRAFT and not declared complete; findings on it: 1.");
        Map<String, Object> year = projection.getMap("years[9]");
        double wedges =
                projection.getList("years[9].wedges.tonnes", Double.class).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
        assertThat(projection.getDouble("years[9].baselineTonnes") - wedges)
                .isCloseTo(projection.getDouble("years[9].grossTonnes"), within(1.0));
        assertThat(year)
                .containsKeys(
                        "electricityMwh",
                        "pue",
                        "creditsTonnes",
                        "netTonnes",
                        "targetTonnes",
                        "gapTonnes");
    }

    @Test
    void aChangedInventoryMovesTheProjectionAndTheEarlierOneStaysReadable() {
        tellPublished2021();
        double before = projectionOnce(json -> true).getDouble("years[9].scope1Tonnes");
        Instant then = Instant.now();
        Told.Sent sent = told.inventory(2021, "16000000", "2399228928", "2522949432", "2743000000");
        JsonPath moved =
                projectionOnce(json -> json.getDouble("years[0].scope1Tonnes") == 16_000.0);
        assertThat(moved.getDouble("years[9].scope1Tonnes")).isGreaterThan(before);

        JsonPath earlier = numbers(as("viewer").get(COMMITTED + "/projection?asOf=" + then));
        assertThat(earlier.getDouble("years[9].scope1Tonnes")).isEqualTo(before);

        told.inventory(2021, "1", "2399228928", "2522949432", "2743000000", 1);
        told.again(sent);
        tellPublished2021();
        assertThat(
                        projectionOnce(json -> json.getDouble("years[0].scope1Tonnes") != 16_000.0)
                                .getDouble("years[9].scope1Tonnes"))
                .isEqualTo(before);
    }

    @Test
    void everyMeasuredHourMovesTheYearsFromItsOwnOn() {
        tellPublished2021();
        JsonPath without = projectionOfPublished2021();
        told.measured("tj-01", "2026-10", "9000000", "7000000", 700);
        told.measured("tj-01", "2026", "9000000", "7000000", 700);
        JsonPath asMeasured =
                projectionOnce(json ->
                        json.get("rebasing") != null
                                && !json.getList("rebasing.facilities.months[0]").isEmpty());
        assertThat(asMeasured.getBoolean("rebasing.facilities[0].counted")).isTrue();
        assertThat(asMeasured.<Object>get("rebasing.facilities[0].annualisedMwh")).isNull();
        assertThat(figuresOf2030(asMeasured)).doesNotContainAnyElementsOf(figuresOf2030(without));

        told.measured("tj-01", "2026", "9400000", "7300000", 730);
        JsonPath annualised =
                projectionOnce(
                        json -> json.get("rebasing.facilities[0].annualisedMwh") instanceof Number);
        assertThat(annualised.getDouble("rebasing.facilities[0].annualisedMwh"))
                .isCloseTo(9_400 * 8_760 / 730.0, within(0.001));
        assertThat(figuresOf2030(annualised))
                .doesNotContainAnyElementsOf(figuresOf2030(asMeasured));
        assertThat(annualised.getDouble("years[4].electricityMwh"))
                .isEqualTo(without.getDouble("years[4].electricityMwh"));

        told.measured("tj-01", "2027", "100000", "80000", 10);
        told.measured("tj-01", "2026", "9500000", "7300000", 730);
        JsonPath newYear =
                projectionOnce(
                        json -> json.getDouble("rebasing.facilities[0].measuredMwh") == 9_500.0);
        assertThat(newYear.getInt("rebasing.year")).isEqualTo(2026);
    }

    /// Facts of one topic come in the order of their keys only: the projection once all are there.
    private static JsonPath projectionOfPublished2021() {
        return projectionOnce(json -> json.getDouble("years[0].renewableShare") == 0.015154);
    }

    private static List<Double> figuresOf2030(JsonPath projection) {
        return List.of(
                projection.getDouble("years[9].baselineTonnes"),
                projection.getDouble("years[9].scope2LocationTonnes"),
                projection.getDouble("years[9].electricityMwh"),
                projection.getDouble("years[9].wedges[0].tonnes"));
    }

    @Test
    void aLaterInventoryIsAnActualOnceItsYearIsKnownInFull() {
        tellPublished2021();
        told.inventory(2023, "20000000", "2600000000", "2500000000", "3000000000");
        JsonPath withGap =
                projectionOnce(json ->
                        json.getList("remarks", String.class).stream()
                                .anyMatch(remark ->
                                        remark.startsWith("The inventory of 2023 is not used")));
        assertThat(withGap.getBoolean("years[2].actual")).isFalse();

        told.electricity("group", "PURCHASED", 2023, "5100000000");
        told.statedPue(2023, "1.29");
        JsonPath actual = projectionOnce(json -> json.getBoolean("years[2].actual"));
        assertThat(actual.getDouble("years[2].scope1Tonnes")).isEqualTo(20_000);
    }

    @Test
    void aDriverOfTheBaseYearStandsBesideIt() {
        tellPublished2021();
        told.tell(
                "emissions.driver",
                "org.netzero.emissions.driver-stated.v1",
                "REVENUE/2021",
                Map.of(
                        "driver",
                        "REVENUE",
                        "period",
                        "2021",
                        "value",
                        "560118",
                        "unit",
                        "million CNY",
                        "version",
                        1));
        JsonPath projection = projectionOnce(json -> !json.getList("base.drivers").isEmpty());
        assertThat(projection.getString("base.drivers[0].value")).isEqualTo("560118");
    }

    @Test
    void theScenariosAreATableToo() {
        as("viewer")
                .accept("text/csv")
                .get(SCENARIOS)
                .then()
                .statusCode(200)
                .body(containsString("id,name,baseYear,targetYear,version,shipped,frozen"))
                .body(containsString("\r\ncommitted,"));
    }

    @Test
    void theProjectionIsATableToo() {
        tellPublished2021();
        projectionOnce(json -> true);
        String csv =
                as("viewer")
                        .accept("text/csv")
                        .get(COMMITTED + "/projection")
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst())
                .startsWith("year,actual,baselineTonnes,scope1Tonnes")
                .contains("electricityMwh", "scope3.UNSPECIFIED.tonnes", "wedge.pue.tonnes");
        assertThat(lines.get(10)).startsWith("2030,false,");
    }

    @Test
    void theProjectionIsAWorkbookToo() throws IOException {
        tellPublished2021();
        projectionOnce(json -> true);
        byte[] file =
                as("viewer")
                        .accept(Table.XLSX)
                        .get(COMMITTED + "/projection")
                        .then()
                        .statusCode(200)
                        .contentType(Table.XLSX)
                        .extract()
                        .asByteArray();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(11);
            assertThat(rows.getFirst().getCellText(2)).isEqualTo("baselineTonnes");
            assertThat(rows.getLast().getCellAsNumber(0)).contains(BigDecimal.valueOf(2030));
            assertThat(rows.getLast().getCell(2).getType()).isEqualTo(CellType.NUMBER);
        }
    }

    @Test
    void targetsAsAWorkbookAreTheSameRowsAsInCsv() throws IOException {
        // Given
        var file = new ByteArrayOutputStream();
        List<String> lines =
                Files.readAllLines(Path.of("../deploy/data/report-2021/targets.csv")).stream()
                        .filter(line -> !line.contains("\""))
                        .toList();
        try (var workbook = new Workbook(file, "test", null)) {
            Worksheet sheet = workbook.newWorksheet("targets");
            for (int line = 0; line < lines.size(); line++) {
                String[] fields = lines.get(line).split(",", -1);
                for (int column = 0; column < fields.length; column++) {
                    sheet.value(line, column, fields[column]);
                }
            }
        }
        importCsv("targets", String.join("\n", lines));
        // When
        Response answer =
                as("steward")
                        .contentType(Table.XLSX)
                        .body(file.toByteArray())
                        .post("/api/imports/targets");
        // Then
        answer.then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(2))
                .body("rejected.size()", equalTo(0));
    }

    @Test
    void asOfIsADayOrAnInstantThatHasCome() {
        tellPublished2021();
        projectionOnce(json -> true);
        as("viewer")
                .get(COMMITTED + "/projection?asOf=2100-01-01")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("IN_THE_FUTURE"));
        as("viewer")
                .get(COMMITTED + "/projection?asOf=yesterday")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_AN_INSTANT"));
        as("viewer")
                .get(COMMITTED + "/projection?asOf=2020-01-01")
                .then()
                .statusCode(409)
                .body("code", equalTo("MISSING_BASE_DATA"));
    }

    @Test
    void aScenarioIsAddedOnceAndReplacedByItsVersion() {
        String document = copyOfCommitted("twice", 2021);
        post(document)
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/roadmap/scenarios/twice"))
                .body("version", equalTo(1));
        post(document).then().statusCode(200).body("version", equalTo(1));
        String other = document.replace("\"damping\":0.8", "\"damping\":0.7");
        post(other).then().statusCode(409).body("code", equalTo("ID_CONFLICT"));
        put("twice", other).then().statusCode(200).body("version", equalTo(2));
        put("twice", other).then().statusCode(200).body("version", equalTo(2));
        as("viewer")
                .get(SCENARIOS + "/twice")
                .then()
                .body("otherActivity.damping", equalTo(0.7f))
                .body("levers.find { it.id == 'pue' }.effect.pue", equalTo(1.25f));
        put("twice", document.replace("{\"id\":\"twice\"", "{\"version\":1,\"id\":\"twice\""))
                .then()
                .statusCode(409)
                .body("code", equalTo("SCENARIO_CHANGED"));
    }

    @Test
    void aScenarioThatBreaksRulesIsRefusedByField() {
        String document = copyOfCommitted("refused", 2021);
        post(document.replace("\"damping\":0.8", "\"damping\":1.8"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("otherActivity.damping"))
                .body("violations[0].code", equalTo("VALUE_OUT_OF_RANGE"))
                .body("violations[0].message", containsString("must be 0 to 1"));
        post(document.replace("\"pue\":1.25", "\"pue\":1.25,\"depth\":0.2"))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("levers[0].effect.depth"))
                .body("violations[0].code", equalTo("NOT_OF_THIS_KIND"));
        post(document.replace("\"node\":\"EFFICIENCY\"", "\"node\":\"DEMAND\""))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("levers[0]"))
                .body("violations[0].code", equalTo("LEVER_OUTSIDE_ITS_NODE"));
        post(document.replaceFirst("\"rampPerYear\"", "\"wanted\":{\"2025\":null},\"rampPerYear\""))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("levers[0].deployment.wanted.2025"));
        post(document.replaceFirst("\"operatingPerYear\":[-0-9.E]+", "\"operatingPerYear\":1e308"))
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("levers[0].cost.operatingPerYear"));
        post(document.replace("\"baseYear\":2021", "\"baseYear\":2021.5")).then().statusCode(400);
        post(document.replace("\"baseYear\":2021", "\"baseYear\":2021,\"colour\":1"))
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));
        post("{}")
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("electricity"))
                .body("violations.field", hasItem("offsets"));
        put("elsewhere", document).then().statusCode(400);
        put("refused", document).then().statusCode(404).body("code", equalTo("UNKNOWN_SCENARIO"));
    }

    @Test
    void whatBreaksARuleOfTheWholeIsRefusedByItsPath() {
        String document = copyOfCommitted("refused", 2021);
        post(document.replace("\"id\":\"supply-chain\"", "\"id\":\"pue\""))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("levers[1].id"))
                .body("violations[0].code", equalTo("DUPLICATE_ENTRY"));
        post(document.replace("{\"id\":\"pue\"", "{\"region\":\"north\",\"id\":\"pue\""))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("levers[0].region"))
                .body("violations[0].code", equalTo("UNKNOWN_NAME"));
        post(document.replaceFirst("\"targets\"", NORTH + ",\"targets\""))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("regions"))
                .body("violations[0].code", equalTo("SHARES_DO_NOT_SUM_TO_ONE"));
    }

    private static final String NORTH =
            """
            "regions":[{"id":"north","marketZone":"cn-n","shareOfElectricity":0.5,"shareOfScope1":0.5,"shareOfScope3":0.5,\
            "relativeGridFactor":0.7,"provenance":"ESTIMATED","source":"test"}]\
            """;

    @Test
    void aScenarioOfRegionsIsReadBackAndProjectedByRegion() {
        tellPublished2021();
        projectionOnce(json -> true);
        String both =
                NORTH.replaceFirst(
                        "]$",
                        ","
                                + NORTH.substring(NORTH.indexOf('{'))
                                        .replace("north", "south")
                                        .replace("cn-n", "cn-s"));
        String document =
                copyOfCommitted("regions", 2021)
                        .replaceFirst(
                                "\"targets\"",
                                both
                                        + ",\"activities\":[{\"scope\":1,\"region\":\"south\",\"growth\":"
                                        + "{\"initialGrowthPerYear\":0.1,\"longTermGrowthPerYear\":0.1,\"damping\":0.5,"
                                        + "\"provenance\":\"ESTIMATED\",\"source\":\"test\"}}],\"targets\"")
                        .replace(
                                "{\"id\":\"green-power\"",
                                "{\"marketZone\":\"cn-n\",\"id\":\"green-power\"");
        post(document).then().statusCode(201);
        as("viewer")
                .get(SCENARIOS + "/regions")
                .then()
                .body("regions.id", equalTo(List.of("north", "south")))
                .body("activities[0].region", equalTo("south"))
                .body("levers.find { it.id == 'green-power' }.marketZone", equalTo("cn-n"));
        JsonPath projection = numbers(as("viewer").get(SCENARIOS + "/regions/projection"));
        assertThat(projection.getList("years[9].regions.region"))
                .isEqualTo(List.of("north", "south"));
        assertThat(projection.getDouble("years[9].regions[0].renewableShare")).isEqualTo(1);
        assertThat(projection.getDouble("years[9].regions[1].renewableShare")).isLessThan(0.1);
    }

    @Test
    void everyFigureOfAYearHasItsEquation() {
        tellPublished2021();
        projectionOnce(json -> true);
        JsonPath explanation =
                numbers(as("viewer").get(COMMITTED + "/projection/explanation?year=2025"));
        assertThat(explanation.getInt("year")).isEqualTo(2025);
        assertThat(explanation.getList("equations.figure"))
                .contains(
                        "grossTonnes",
                        "netTonnes",
                        "scope2MarketTonnes",
                        "left[pue]",
                        "renewableShare");
        assertThat(
                        explanation.getString(
                                "equations.find { it.figure == 'electricityMwh' }.formula"))
                .isEqualTo("IT*PUE + offices + electrified");
        assertThat(explanation.getString("equations.find { it.figure == 'electricityMwh' }.source"))
                .contains("ISO/IEC 30134-2");
        assertThat(explanation.getMap("equations.find { it.figure == 'left[pue]' }"))
                .doesNotContainKey("source");
        as("viewer")
                .accept("text/csv")
                .get(COMMITTED + "/projection/explanation")
                .then()
                .statusCode(200)
                .body(containsString("(D - O - Q + S)*g_residual"));
        as("viewer")
                .get(COMMITTED + "/projection/explanation?year=2031")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("year"))
                .body("violations[0].code", equalTo("NOT_PROJECTED"));
    }

    @Test
    void whatALeverCostsForEachTonneIsSaidOrWhyNot() {
        tellPublished2021();
        projectionOnce(json -> true);
        post(copyOfCommitted("priced", 2021)
                        .replaceFirst(
                                "\"cost\":\\{[^}]*}",
                                "\"cost\":{\"capital\":1000000,\"operatingPerYear\":0,\"currency\":\"CNY\"}")
                        .replaceFirst("(\"id\":\"supply-chain\".*?),\"cost\":\\{[^}]*}", "$1"))
                .then()
                .statusCode(201);
        as("viewer")
                .get(SCENARIOS + "/priced/abatement-costs?discountRate=0.05")
                .then()
                .statusCode(200)
                .body("discountRate", equalTo(0.05f))
                .body("curve.leverId", hasItem("pue"))
                .body("curve[0].equation", containsString("CNY/t"))
                .body("notRanked.leverId", hasItem("supply-chain"));
        as("viewer")
                .get(SCENARIOS + "/priced/abatement-costs?discountRate=2")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("discountRate"));
    }

    @Test
    void thereIsNoProjectionOfAnUnknownScenario() {
        for (String address : List.of("/nowhere", "/nowhere/projection")) {
            as("viewer")
                    .get(SCENARIOS + address)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("UNKNOWN_SCENARIO"));
        }
    }

    @Test
    void readersDoNotWriteAndTelemetryDoesNotRead() {
        as("viewer")
                .contentType(ContentType.JSON)
                .body(copyOfCommitted("by-viewer", 2021))
                .post(SCENARIOS)
                .then()
                .statusCode(403);
        as("telemetry").get(SCENARIOS).then().statusCode(403);
        given().get(SCENARIOS).then().statusCode(401);
    }

    @Test
    void theTargetsOfThePublishedDataSetAreThoseThatAreShipped() throws IOException {
        String file = Files.readString(Path.of("../deploy/data/report-2021/targets.csv"));
        importCsv("targets", file)
                .then()
                .statusCode(200)
                .body("rejected.size()", equalTo(0))
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(4));
    }

    @Test
    void aTargetReplacesTheOneOfItsMetricAndYearAndIsImportedOnce() {
        String first = "targetId,metric,value,unit,year\nlate,SCOPE_3,9000000,tCO2e,2029\n";
        String second = first.replace("late", "later");
        importCsv("targets", first).then().statusCode(200).body("accepted", equalTo(1));
        importCsv("targets", second).then().body("accepted", equalTo(1));
        importCsv("targets", second)
                .then()
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(1));
        as("viewer")
                .get(COMMITTED)
                .then()
                .body("targets.id", hasItem("later"))
                .body("targets.id", not(hasItem("late")))
                .body("targets.find { it.id == 'later' }.tonnes", equalTo(9_000_000f));
    }

    @Test
    void aTargetThatDoesNotFitIsRejectedAndTheOthersStored() {
        String file =
                """
                targetId,metric,value,unit,year,baseYear,evidence
                early,GROSS_EMISSIONS,-42,%,2025,2020,
                odd,RENEWABLE_SHARE,50,tCO2e,2026,,
                odd2,GROSS_EMISSIONS,5000000,tCO2e,2027,,
                odd3,GROSS_EMISSIONS,4000000,tCO2e,2027,,
                odd4,GROSS_EMISSIONS,4000000,tCO2e,2021,,
                """;
        importCsv("targets", file)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected.line", contains(2, 3, 5, 6))
                .body(
                        "rejected.code",
                        contains(
                                "ANOTHER_BASE_YEAR",
                                "UNKNOWN_UNIT",
                                "SAME_METRIC_AND_YEAR",
                                "VALUE_OUT_OF_RANGE"));
    }

    @Test
    void leversAreImportedByTheMeaningOfTheirNode() {
        String file =
                """
                leverId,name,node,scope,category,depth,start,rampPerYear,capex,opex,currency,evidence
                liquid-cooling,Liquid cooling,EFFICIENCY,2,PUE,1.2,2023,0.125,900000000,-20000000,CNY,design
                idle-servers,Switch off idle servers,DEMAND,2,DATA_CENTERS,0.05,2023,0.5,,,,
                supply-chain,Suppliers go further,SUPPLIER_FACTOR,3,,0.35,2023,0.125,,,,
                roofs,Solar roofs,OWN_RENEWABLES,,,0.02,2024,0.2,,,,
                boilers,Heat pumps,ELECTRIFICATION,1,,0.5,2024,0.2,,,,
                steel,Green steel,SUPPLIER_FACTOR,3,,1.5,2024,0.2,,,,
                late,Too early,DEMAND,2,,0.1,2021,0.2,,,,
                dear,No currency,DEMAND,2,,0.1,2024,0.2,5,,,
                """;
        importCsv("levers", file)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(4))
                .body("rejected.line", contains(6, 7, 8, 9))
                .body(
                        "rejected.code",
                        contains(
                                "NOT_IN_A_ROW",
                                "VALUE_OUT_OF_RANGE",
                                "VALUE_OUT_OF_RANGE",
                                "COST_INCOMPLETE"));
        importCsv("levers", file)
                .then()
                .body("accepted", equalTo(0))
                .body("duplicates", equalTo(4));
        as("viewer")
                .get(COMMITTED)
                .then()
                .body("levers.find { it.id == 'liquid-cooling' }.effect.pue", equalTo(1.2f))
                .body("levers[1].effect.depth", equalTo(0.35f))
                .body(
                        "levers.find { it.id == 'idle-servers' }.effect.category",
                        equalTo("DATA_CENTERS"))
                .body("levers.find { it.id == 'roofs' }.effect.shareOfElectricity", equalTo(0.02f));
    }

    @Test
    void aRowKeepsOfALeverWhatHasNoColumnAndIsRefusedByItsColumn() {
        importCsv(
                        "levers",
                        """
                        leverId,name,node,depth,start,rampPerYear,region,group
                        storage,Larger storage,OWN_RENEWABLES,0.001,2024,0.2,,
                        nowhere,Of a region that is not there,OWN_RENEWABLES,0.01,2024,0.2,north,
                        one,One of two,OWN_RENEWABLES,0.01,2024,0.2,,either
                        other,The other,OWN_RENEWABLES,0.01,2024,0.2,,either
                        """)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected.line", contains(3, 5))
                .body("rejected.column", contains("region", "group"))
                .body("rejected.code", contains("UNKNOWN_NAME", "LEVERS_EXCLUDE_EACH_OTHER"));
        as("viewer")
                .get(COMMITTED)
                .then()
                .body("levers.find { it.id == 'storage' }.requires", contains("onsite-pv"))
                .body("levers.find { it.id == 'storage' }.name", equalTo("Larger storage"));
    }

    @Test
    void anImportOfAnotherShapeIsRefusedAndItsTemplateIsAtHand() {
        importCsv("levers", "leverId,colour\r\n").then().statusCode(400);
        as("viewer")
                .get("/api/imports/targets/template")
                .then()
                .statusCode(200)
                .body(equalTo("targetId,metric,value,unit,year,baseYear,evidence\r\n"));
        as("viewer").get("/api/imports/levers/template").then().statusCode(200);
        as("viewer")
                .get("/api/imports/targets/columns")
                .then()
                .statusCode(200)
                .body("columns.description", everyItem(not(emptyString())))
                .body(
                        "columns.findAll { it.required }.name",
                        contains("targetId", "metric", "value", "unit", "year"))
                .body("columns.find { it.name == 'unit' }.values", contains("%", "1", "tCO2e"));
        as("viewer")
                .get("/api/imports/levers/columns")
                .then()
                .statusCode(200)
                .body("columns.description", everyItem(not(emptyString())))
                .body("columns.find { it.name == 'node' }.values", not(hasItem("ELECTRIFICATION")));
    }

    @Test
    @Timeout(60)
    void whoWatchesHearsOfTheChange() throws Exception {
        tellPublished2021();
        projectionOnce(json -> true);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + RestAssured.port + "/api/stream"))
                        .header("X-API-Key", keyOf("viewer"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines =
                        client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            Thread.ofVirtual()
                    .start(() ->
                            told.inventory(
                                    2021, "17000000", "2399228928", "2522949432", "2743000000"));
            List<String> heard =
                    lines.dropWhile(line -> !line.equals("data:{\"period\":\"2021\"}"))
                            .filter(line ->
                                    line.startsWith("data:{\"scenarioIds\":")
                                            && line.contains("committed"))
                            .limit(1)
                            .toList();
            assertThat(heard).hasSize(1);
        }
    }

    private static void tellPublished2021() {
        told.electricity("group", "PURCHASED", 2021, "4308960000");
        told.electricity("group", "ON_SITE_PV", 2021, "2334000");
        told.electricity("group", "PURCHASED_RENEWABLE", 2021, "63000000");
        told.statedPue(2021, "1.32");
        told.inventory(2021, "15282543.71648", "2399228928", "2522949432", "2743000000");
    }

    /// The projection once it is as expected.
    private static JsonPath projectionOnce(Predicate<JsonPath> expected) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Response last = as("viewer").get(COMMITTED + "/projection");
        while (last.statusCode() != 200 || !expected.test(numbers(last))) {
            assertThat(Instant.now())
                    .withFailMessage(
                            "The projection did not become what was expected: %s", last.asString())
                    .isBefore(end);
            pause();
            last = as("viewer").get(COMMITTED + "/projection");
        }
        return numbers(last);
    }

    private static JsonPath numbers(Response response) {
        return response.jsonPath(
                JsonPathConfig.jsonPathConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private static String copyOfCommitted(String id, int baseYear) {
        Response committed = as("viewer").get(COMMITTED);
        return committed
                .asString()
                .replaceFirst("\"id\":\"committed\"", "\"id\":\"" + id + "\"")
                .replaceFirst("\"baseYear\":2021", "\"baseYear\":" + baseYear)
                .replaceFirst(",\"version\":\\d+}$", "}");
    }

    private static Response post(String document) {
        return as("analyst").contentType(ContentType.JSON).body(document).post(SCENARIOS);
    }

    private static Response put(String id, String document) {
        return as("analyst").contentType(ContentType.JSON).body(document).put(SCENARIOS + "/" + id);
    }

    private static Response importCsv(String kind, String file) {
        return as("steward").contentType("text/csv").body(file).post("/api/imports/" + kind);
    }

    private static RequestSpecification as(String role) {
        return GatewayStack.as(keyOf(role));
    }

    private static String keyOf(String role) {
        return KEYS.computeIfAbsent(role, GatewayStack::key);
    }
}
