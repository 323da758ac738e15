package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.netzero.emissions.consumption.Consumption;
import org.netzero.emissions.consumption.Resource;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.json.JsonConfiguration;
import org.netzero.platform.listing.Table;

/// The service as its neighbours see it: events in, HTTP, events out, on a real database and a real
/// broker.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmissionsServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String INVENTORY = "/api/emissions/inventory?period=2021";

    private static Kafka kafka;

    @Inject Consumption consumption;

    @BeforeAll
    static void connect() throws Exception {
        kafka = new Kafka();
        kafka.send(
                "energy.site",
                "group",
                Kafka.event(
                        "energy-service",
                        "org.netzero.energy.site-registered.v1",
                        "group",
                        Map.of(
                                "siteId", "group",
                                "name", "The company",
                                "kind", "GROUP",
                                "country", "CN",
                                "timeZone", "Asia/Shanghai",
                                "version", 1)));
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    private static RequestSpecification as(String... roles) {
        return given().auth().oauth2(LocalStack.token("test", roles));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static ValidatableResponse postActivities(String json) {
        return as("steward")
                .contentType("application/json")
                .body(json)
                .post("/api/emissions/activities")
                .then();
    }

    private static ValidatableResponse importFile(String kind, String csv) {
        return as("steward").contentType("text/csv").body(csv).post("/api/imports/" + kind).then();
    }

    private static byte[] workbook(String path) {
        return as("viewer")
                .accept(Table.XLSX)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(Table.XLSX)
                .extract()
                .asByteArray();
    }

    private static void eventually(BooleanSupplier met) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!met.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(met.getAsBoolean()).isTrue();
    }

    private static String string(String path, String field) {
        Object value = get(path).extract().path(field);
        return String.valueOf(value);
    }

    private static String consumption(
            String carrier, String source, String kwh, String value, String unit, int version)
            throws Exception {
        String key = "group/%s/%s/2021".formatted(carrier, source);
        return Kafka.event(
                "energy-service",
                "org.netzero.energy.consumption-totalled.v1",
                key,
                Map.ofEntries(
                        Map.entry("siteId", "group"),
                        Map.entry("siteKind", "GROUP"),
                        Map.entry("country", "CN"),
                        Map.entry("carrier", carrier),
                        Map.entry("source", source),
                        Map.entry("period", "2021"),
                        Map.entry("start", "2021-01-01"),
                        Map.entry("end", "2022-01-01"),
                        Map.entry("energyKwh", kwh),
                        Map.entry("quantities", List.of(Map.of("value", value, "unit", unit))),
                        Map.entry("provenance", List.of("STATED")),
                        Map.entry("recordCount", 1),
                        Map.entry("version", version),
                        Map.entry("somethingNew", "unknown fields are passed over")));
    }

    private static void sendConsumption(String event) throws Exception {
        String key = JsonConfiguration.mapper().readTree(event).at("/subject").asText();
        kafka.send("energy.consumption", key, event);
    }

    @Test
    @Order(1)
    void energyEventsBecomeTheInventoryOf2021() throws Exception {
        // Given
        kafka.send(
                "energy.site",
                "group",
                Kafka.event(
                        "energy-service",
                        "org.netzero.energy.site-registered.v1",
                        "group",
                        Map.of(
                                "siteId", "group",
                                "name", "The company",
                                "kind", "GROUP",
                                "country", "CN",
                                "timeZone", "Asia/Shanghai",
                                "version", 1)));

        // When
        sendConsumption(consumption("ELECTRICITY", "PURCHASED", "4308960000", "4308960", "MWh", 1));
        sendConsumption(
                consumption("ELECTRICITY", "PURCHASED_RENEWABLE", "63000000", "63000", "MWh", 1));
        sendConsumption(
                consumption("DIESEL", "COMBUSTION_STATIONARY", "32458270", "3261448", "L", 1));
        sendConsumption(
                consumption(
                        "NATURAL_GAS", "COMBUSTION_STATIONARY", "33649000", "3111654", "m3", 1));
        sendConsumption(consumption("GASOLINE", "COMBUSTION_MOBILE", "298300", "34160", "L", 1));

        // Then
        eventually(() -> string(INVENTORY, "scope1.kgCo2e").startsWith("152825"));
        eventually(() -> string(INVENTORY, "scope2.locationBased.kgCo2e").equals("2399228928"));
        get(INVENTORY)
                .statusCode(200)
                .body("gwpSet", equalTo("AR5_100"))
                .body("status", equalTo("DRAFT"))
                .body("complete", equalTo(false))
                .body("scope2.marketBased.kgCo2e", equalTo("2522949432"))
                .body("gases[0].gas", equalTo("CO2"))
                .body("uncertainty.lowerKgCo2e", nullValue())
                .body("findings.code", hasItems("NO_INSTRUMENT_ON_FILE", "NOTHING_CALCULATED"));
    }

    @Test
    @Order(2)
    void aRepeatedOrOlderEventHasNoEffect() throws Exception {
        String newer = consumption("GASOLINE", "COMBUSTION_MOBILE", "298300", "34161", "L", 3);
        sendConsumption(newer);
        eventually(() -> string(INVENTORY, "scope1.kgCo2e").startsWith("152825"));
        String withNewer = scope1After("34161");

        sendConsumption(newer);
        sendConsumption(consumption("GASOLINE", "COMBUSTION_MOBILE", "1", "1", "L", 2));
        sendConsumption(consumption("DIESEL", "COMBUSTION_MOBILE", "10", "1", "kg", 1));

        eventually(() -> !string(INVENTORY, "scope1.kgCo2e").equals(withNewer));
        assertThat(new BigDecimal(string(INVENTORY, "scope1.kgCo2e")))
                .isEqualByComparingTo(new BigDecimal(withNewer).add(new BigDecimal("3.0959")));
        sendConsumption(consumption("GASOLINE", "COMBUSTION_MOBILE", "298300", "34160", "L", 4));
        sendConsumption(consumption("DIESEL", "COMBUSTION_MOBILE", "0", "0", "kg", 2));
        eventually(() -> string(INVENTORY, "scope1.kgCo2e").equals("15282539.077568"));
    }

    private static String scope1After(String litres) throws InterruptedException {
        String results = "/api/emissions/results?period=2021&scope=1";
        eventually(() ->
                get(results).extract().jsonPath().getList("items").toString().contains("gasoline")
                        && trace("gasoline").contains(litres));
        return string(INVENTORY, "scope1.kgCo2e");
    }

    private static String trace(String activity) {
        String id =
                get("/api/emissions/results?period=2021")
                        .extract()
                        .path("items.find { it.activity == '%s' }.id".formatted(activity));
        return get("/api/emissions/results/%s/trace".formatted(id)).extract().asString();
    }

    @Test
    @Order(3)
    void statedScope3ComesInByFileAndASecondTimeChangesNothing() {
        String file =
                """
                activityId,scope,category,activity,quantity,unit,siteId,region,start,end,method,factorId,provenance,evidence
                2021-scope-3,3,UNSPECIFIED,stated-emissions,2743000,tCO2e,group,,2021,,,,STATED,report
                bad,3,C99,stated-emissions,-1,kWh,group,Atlantis,2021-02-01,2021-01-01,,,STATED,
                """;
        importFile("activities", file)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        hasItems(
                                "UNKNOWN_CATEGORY",
                                "NEGATIVE_QUANTITY",
                                "UNKNOWN_REGION",
                                "END_NOT_AFTER_START"))
                .body("rejected.line", hasItem(3));
        importFile("activities", file).body("accepted", equalTo(0)).body("duplicates", equalTo(1));
        get(INVENTORY)
                .body("scope3.kgCo2e", equalTo("2743000000"))
                .body("scope3.categories[0].category", equalTo("UNSPECIFIED"));
        as("viewer")
                .get("/api/imports/activities/template")
                .then()
                .body(startsWith("activityId,scope,category,activity"));
    }

    @Test
    @Order(4)
    void theInventoryIsToldOnceItHasSettled() throws Exception {
        eventually(() ->
                Kafka.all("emissions.inventory").stream()
                        .filter(message -> message.key().equals("2021"))
                        .anyMatch(message ->
                                message.value().contains("\"2743000000\"")
                                        && message.value().contains("\"2522949432\"")));
        String last =
                Kafka.all("emissions.inventory").stream()
                        .filter(message -> message.key().equals("2021"))
                        .toList()
                        .getLast()
                        .value();
        assertThat(
                        Contracts.schema("emissions/emissions-inventory")
                                .validate(last, InputFormat.JSON))
                .isEmpty();
        JsonNode data = JsonConfiguration.mapper().readTree(last).at("/data");
        assertThat(data.at("/scope1KgCo2e").asText()).isEqualTo(string(INVENTORY, "scope1.kgCo2e"));
    }

    @Test
    @Order(5)
    void computedStandsBesidePublished() {
        importFile(
                        "drivers",
                        """
                        driver,period,value,unit,evidence
                        REVENUE,2021,560118,million CNY,report
                        REVENUE,2020,-1,million CNY,report
                        """)
                .body("accepted", equalTo(1))
                .body("rejected[0].code", equalTo("NEGATIVE_QUANTITY"));
        importFile(
                        "published-figures",
                        """
                        figure,period,value,unit,evidence
                        scope-2,2021,2349000,tCO2e,report
                        emissions-per-revenue,2021,9.12,tCO2e per million CNY,report
                        direct-energy,2021,66293,MWh,report
                        water,2021,6201652,t,report
                        happiness,2021,1,1,report
                        """)
                .body("accepted", equalTo(4))
                .body("rejected[0].code", equalTo("UNKNOWN_FIGURE"));
        get("/api/emissions/reconciliation?period=2021")
                .body("figures.findAll { it.figure == 'scope-2' }", hasSize(2))
                .body("figures.find { it.figure == 'scope-2' }.difference", equalTo("50228.928"))
                .body("figures.find { it.figure == 'direct-energy' }.published", equalTo("66293"))
                .body(
                        "figures.find { it.figure == 'emissions-per-revenue' }.computed",
                        equalTo("9.207902"))
                .body("figures.find { it.figure == 'water' }.computed", nullValue());
        as("viewer")
                .accept("text/csv")
                .get("/api/emissions/reconciliation?period=2021")
                .then()
                .body(startsWith("figure,method,unit,computed,published"));
        get("/api/emissions/drivers?period=2021").body("items[0].value", equalTo("560118"));
        byte[] drivers = workbook("/api/emissions/drivers");
        as("steward")
                .contentType(Table.XLSX)
                .body(drivers)
                .post("/api/imports/drivers")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("duplicates", greaterThan(0))
                .body("rejected", hasSize(0));
        assertThat(workbook(INVENTORY)).startsWith('P', 'K');
        assertThat(workbook("/api/emissions/results?period=2021")).startsWith('P', 'K');
        assertThat(workbook("/api/emissions/reconciliation?period=2021")).startsWith('P', 'K');
    }

    @Test
    @Order(6)
    void resourcesAndPueOfOtherServicesReachTheReconciliation() throws Exception {
        tellWater("6201652", List.of("STATED"), 1);
        eventually(() -> "6201652".equals(computedWater()));

        tellWater("0", List.of(), 2);
        eventually(() -> "null".equals(computedWater()));

        tellWater("7000000", List.of("STATED"), 1);
        tellWater("1999", "1", List.of("STATED"), 1);
        eventually(() -> consumption.resource(Resource.WATER, 1999).isPresent());
        assertThat(computedWater()).isEqualTo("null");

        tellWater("6201652", List.of("STATED"), 3);
        eventually(() -> "6201652".equals(computedWater()));
    }

    private static void tellWater(String cubicMetres, List<String> provenance, int version)
            throws Exception {
        tellWater("2021", cubicMetres, provenance, version);
    }

    /// All of them in one partition, so in this order.
    private static void tellWater(
            String period, String cubicMetres, List<String> provenance, int version)
            throws Exception {
        kafka.send(
                "energy.resource",
                "group/WATER/2021",
                Kafka.event(
                        "energy-service",
                        "org.netzero.energy.resource-totalled.v1",
                        "group/WATER/2021",
                        Map.of(
                                "siteId",
                                "group",
                                "resource",
                                "WATER",
                                "period",
                                period,
                                "quantity",
                                Map.of("value", cubicMetres, "unit", "m3"),
                                "provenance",
                                provenance,
                                "version",
                                version)));
    }

    private static String computedWater() {
        return string(
                "/api/emissions/reconciliation?period=2021",
                "figures.find { it.figure == 'water' }.computed");
    }

    @Test
    @Order(7)
    void anEstimateIsAResultOrAProblem() {
        as("viewer")
                .contentType("application/json")
                .body(
                        """
                        [{"activity":"R-404A","quantity":{"value":"1","unit":"kg"},"on":"2021-06-30","gwpSet":"AR6_100"},
                         {"activity":"electricity","quantity":{"value":1,"unit":"MWh"},"region":"CN-GD","on":"2026-06-30"},
                         {"activity":"electricity","quantity":{"value":"1","unit":"kg"},"region":"CN","on":"2021-06-30"},
                         {"activity":"electricity","quantity":{"value":"1","unit":"MWh"},"region":"CN","on":"2022-06-30","factorId":"cn.grid.2021.national"},
                         {"activity":"moonshine","quantity":{"value":"1","unit":"L"}},
                         {"activity":"diesel","quantity":{"value":"-1","unit":"furlong"},"gwpSet":"AR7"}]
                        """)
                .post("/api/emissions/estimates")
                .then()
                .statusCode(200)
                .body("results", hasSize(6))
                .body("results[0].kgCo2e", equalTo("4728"))
                .body("results[0].gases.find { it.gas == 'HFC-125' }.kg", equalTo("0.44"))
                .body("results[0].trace.step", equalTo("emission"))
                .body("results[1].flags", hasItem("CARRIED_FORWARD"))
                .body("results[1].factor.region", equalTo("CN-GD"))
                .body("results[2].problem.violations[0].code", equalTo("INCOMPATIBLE_UNIT"))
                .body("results[3].problem.violations[0].code", equalTo("FACTOR_NOT_VALID"))
                .body("results[3].problem.detail", containsString("2021-12-31"))
                .body("results[4].problem.violations[0].code", equalTo("UNKNOWN_ACTIVITY"))
                .body(
                        "results[5].problem.violations.code",
                        hasItems("UNKNOWN_UNIT", "UNKNOWN_VALUE"));
    }

    @Test
    @Order(8)
    void activitiesAreRecordedAllOrNothing() {
        String good =
                """
                {"activityId":"leak-1","activity":"r-410a","quantity":{"value":"2","unit":"kg"},
                 "siteId":"group","start":"2022-03-01","end":"2022-03-02","provenance":"MEASURED"}\
                """;
        String bad =
                """
                {"activity":"moonshine","quantity":{"value":"2","unit":"kWh"},
                 "start":"2022","provenance":"MEASURED","factorId":"nobody"}\
                """;
        postActivities("[" + good + "," + bad + "]")
                .statusCode(400)
                .body("violations[0].field", equalTo("[1].activity"))
                .body("violations[0].code", equalTo("UNKNOWN_ACTIVITY"));
        get("/api/emissions/inventory?period=2022").body("scope1.kgCo2e", equalTo("0"));

        postActivities("[" + good + "]").statusCode(201).body("accepted", equalTo(1));
        postActivities("[" + good + "]").statusCode(200).body("duplicates", equalTo(1));
        postActivities("[" + good.replace("\"2\"", "\"3\"") + "]")
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"))
                .body("violations[0].field", equalTo("[0].activityId"));
        get("/api/emissions/inventory?period=2022").body("scope1.kgCo2e", equalTo("3847"));
        get("/api/emissions/inventory?period=2022&gwp=AR6_100")
                .body("scope1.kgCo2e", equalTo("4511"));
    }

    @Test
    @Order(9)
    void aCorrectionTakesThePlaceOfWhatItSupersedes() {
        String leak =
                """
                [{"activityId":"%s","activity":"r-410a","quantity":{"value":"%s","unit":"kg"},
                  "siteId":"group","start":"%s","end":"%s","provenance":"MEASURED"%s}]\
                """;
        postActivities(leak.formatted("leak-2", "1", "2020-03-01", "2020-03-02", ""))
                .statusCode(201);
        String itself = ",\"supersedes\":\"leak-2\"";
        postActivities(leak.formatted("leak-2", "2", "2020-03-01", "2020-03-02", itself))
                .statusCode(201);
        get("/api/emissions/inventory?period=2020").body("scope1.kgCo2e", equalTo("3847"));
        postActivities(leak.formatted("leak-2", "2", "2020-03-01", "2020-03-02", itself))
                .statusCode(200)
                .body("duplicates", equalTo(1));

        postActivities(leak.formatted("leak-3", "2", "2019-03-01", "2019-03-02", itself))
                .statusCode(201);

        get("/api/emissions/inventory?period=2020").body("scope1.kgCo2e", equalTo("0"));
        get("/api/emissions/inventory?period=2019").body("scope1.kgCo2e", equalTo("3847"));
        postActivities(leak.formatted("leak-4", "2", "2019-03-01", "2019-03-02", itself))
                .statusCode(409)
                .body("violations[0].field", equalTo("[0].supersedes"))
                .body("violations[0].code", equalTo("ALREADY_SUPERSEDED"));
        postActivities(
                        leak.formatted(
                                "leak-5",
                                "2",
                                "2019-03-01",
                                "2019-03-02",
                                ",\"supersedes\":\"no\""))
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_RECORD"));
    }

    @Test
    @Order(9)
    void anActivityOnASiteThatDoesNotExistIsRefused() {
        String activity =
                """
                [{"activity":"r-410a","quantity":{"value":"1","unit":"kg"},
                  "siteId":"nowhere","start":"2018-03-01","end":"2018-03-02","provenance":"MEASURED"}]\
                """;
        postActivities(activity)
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].siteId"))
                .body("violations[0].code", equalTo("UNKNOWN_SITE"))
                .body("violations[0].message", containsString("'nowhere'"));
        get("/api/emissions/inventory?period=2018").body("scope1.kgCo2e", equalTo("0"));
        importFile(
                        "activities",
                        """
                        activityId,activity,quantity,unit,siteId,start,provenance
                        n1,r-410a,1,kg,nowhere,2018,MEASURED
                        """)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("UNKNOWN_SITE"));
    }

    @Test
    @Order(9)
    void aDriverAndAPublishedFigureAreCorrectedUnderTheirOwnIds() {
        String driver = "driver,period,value,unit,supersedes\n";
        importFile("drivers", driver + "STAFF,2015,1000,count,\n").body("accepted", equalTo(1));
        importFile("drivers", driver + "STAFF,2015,100,count,\n")
                .body("rejected[0].code", equalTo("ID_CONFLICT"))
                .body("rejected[0].message", containsString("'STAFF/2015'"));
        importFile("drivers", driver + "STAFF,2015,100,count,STAFF/2014\n")
                .body("rejected[0].code", equalTo("NOT_ITS_OWN_ID"));
        importFile("drivers", driver + "STAFF,2015,100,count,STAFF/2015\n")
                .body("accepted", equalTo(1));
        get("/api/emissions/drivers?period=2015").body("items.value", equalTo(List.of("100")));

        String figure = "figure,period,value,unit,supersedes\n";
        importFile("published-figures", figure + "scope-1,2015,10,tCO2e,\n")
                .body("accepted", equalTo(1));
        importFile("published-figures", figure + "scope-1,2015,12,tCO2e,scope-1/2015\n")
                .body("accepted", equalTo(1));
        get("/api/emissions/reconciliation?period=2015")
                .body("figures.find { it.figure == 'scope-1' }.published", equalTo("12"));
    }

    @Test
    @Order(9)
    void aPinnedFactorOutsideItsValidityIsRefusedWhenRecorded() {
        postActivities(
                        """
                        [{"activity":"electricity","quantity":{"value":"2","unit":"kWh"},"scope":"SCOPE_2","region":"CN",
                          "start":"2022","provenance":"MEASURED","factorId":"cn.grid.2021.national"}]\
                        """)
                .statusCode(400)
                .body("violations[0].code", equalTo("FACTOR_NOT_VALID"))
                .body("violations[0].message", containsString("2021-01-01 to 2021-12-31"));
    }

    @Test
    @Order(9)
    void unknownFieldsPeriodsSetsAndResultsAreRefused() {
        postActivities("[{\"colour\":\"blue\"}]")
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("detail", containsString("colour"));
        get("/api/emissions/inventory?period=2021-03")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_YEAR"));
        get("/api/emissions/inventory?period=2021&gwp=AR9")
                .statusCode(400)
                .body("violations[0].message", containsString("AR5_100"));
        get("/api/emissions/inventory")
                .statusCode(400)
                .body("violations[0].code", equalTo("REQUIRED"));
        get("/api/emissions/results/2021.AR5_100.00000000000000000000/trace")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_RESULT"));
        get("/api/emissions/factors/nobody")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_FACTOR"));
        get("/api/emissions/factors?limit=0").statusCode(400);
    }

    @Test
    @Order(10)
    void factorsAreFoundWithTheirSource() {
        get("/api/emissions/factors?activity=Electricity&region=CN&on=2021-06-30&purpose=MARKET_RESIDUAL")
                .body("items", hasSize(1))
                .body("items[0].gases[0].value", equalTo("0.5942"))
                .body("items[0].version", equalTo("core-2026.1"));
        String cursor = get("/api/emissions/factors?limit=1").extract().path("nextCursor");
        get("/api/emissions/factors?limit=1&cursor=" + cursor)
                .body("items", hasSize(1))
                .body("items[0].id", not(equalTo(cursor)));
        get("/api/emissions/factors/cn.fuel.diesel.co2")
                .body("licence", containsString("PRC"))
                .body("gases[0].value", equalTo("3.0959"));
    }

    @Test
    @Order(11)
    void theOrganizationsGwpSetIsTheInventorys() {
        get("/api/organization").statusCode(404).body("code", equalTo("NO_ORGANIZATION"));
        as("admin")
                .contentType("application/json")
                .body(
                        """
                        {"name":"The company","consolidationApproach":"OPERATIONAL_CONTROL","baseYear":2021,"currency":"CNY","gwpSet":"AR6_100"}\
                        """)
                .put("/api/organization")
                .then()
                .statusCode(200)
                .body("gwpSet", equalTo("AR6_100"))
                .body("varianceThreshold", equalTo("0.5"));
        get(INVENTORY).body("gwpSet", equalTo("AR6_100"));
        as("admin")
                .contentType("application/json")
                .body("{\"name\":\"\",\"baseYear\":\"soon\",\"gwpSet\":\"AR5_100\"}")
                .put("/api/organization")
                .then()
                .statusCode(400)
                .body("violations.field", hasItems("name", "baseYear", "consolidationApproach"));
        as("admin")
                .contentType("application/json")
                .body(
                        """
                        {"name":"The company","consolidationApproach":"OPERATIONAL_CONTROL","baseYear":2021,"currency":"CNY","varianceThreshold":"0"}\
                        """)
                .put("/api/organization")
                .then()
                .statusCode(400)
                .body("violations.field", contains("varianceThreshold"))
                .body("violations.code", contains("NOT_POSITIVE"));
    }

    @Test
    @Order(12)
    void whoMayNotIsTurnedAway() {
        given().get(INVENTORY).then().statusCode(401);
        as("telemetry").get(INVENTORY).then().statusCode(403);
        as("viewer")
                .contentType("application/json")
                .body("[]")
                .post("/api/emissions/activities")
                .then()
                .statusCode(403);
        as("analyst")
                .contentType("text/csv")
                .body("x")
                .post("/api/imports/drivers")
                .then()
                .statusCode(403);
    }

    @Test
    @Order(13)
    void anEventNobodyCanReadGoesToTheDeadLetters() throws Exception {
        kafka.send("energy.consumption", "poison", "{\"id\":\"no event\"}");

        eventually(() ->
                Kafka.all("energy.consumption.dead-letter").stream()
                        .anyMatch(message -> "poison".equals(message.key())));
        sendConsumption(consumption("GASOLINE", "COMBUSTION_MOBILE", "1", "2", "kg", 9));
        eventually(() -> trace("gasoline").contains("2 kg"));
    }
}
