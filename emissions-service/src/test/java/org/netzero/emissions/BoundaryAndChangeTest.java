package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Entities, keys, bridges, intensities and the base year, over HTTP.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class BoundaryAndChangeTest {

    private static final String ENTITIES = "/api/organization/entities/";

    @BeforeAll
    static void sites() throws Exception {
        try (var kafka = new Kafka()) {
            send(kafka, "b-plant", "b-venture");
            send(kafka, "b-shared", null);
            send(kafka, "b-office", null);
            send(kafka, "b-moved", null);
            send(kafka, "b-halved", null);
            send(kafka, "b-page", null);
            send(kafka, "b-quay", null);
        }
    }

    private static void send(Kafka kafka, String siteId, @Nullable String entity) throws Exception {
        Map<String, Object> site =
                new HashMap<>(
                        Map.of(
                                "siteId",
                                siteId,
                                "name",
                                siteId,
                                "kind",
                                "OFFICE",
                                "country",
                                "CN",
                                "timeZone",
                                "Asia/Shanghai",
                                "version",
                                1));
        if (entity != null) {
            site.put("entity", entity);
        }
        kafka.send(
                "energy.site",
                siteId,
                Kafka.event(
                        "energy-service", "org.netzero.energy.site-registered.v1", siteId, site));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static ValidatableResponse put(String path, String json) {
        return as("steward").contentType("application/json").body(json).put(path).then();
    }

    private static void scope1(int year, String id, String site, String tonnes) {
        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"activityId":"%s","scope":"SCOPE_1","activity":"stated-emissions","siteId":"%s",
                          "quantity":{"value":"%s","unit":"tCO2e"},"start":"%d","provenance":"STATED"}]\
                        """
                                .formatted(id, site, tonnes, year))
                .post("/api/emissions/activities")
                .then()
                .statusCode(201);
    }

    private static String entity(String name, String share, boolean operational) {
        return """
        {"name":"%s","equityShare":"%s","financialControl":false,"operationalControl":%s,"from":"2010-01-01"}\
        """
                .formatted(name, share, operational);
    }

    @Test
    void theApproachDecidesWhatCountsOfASite() {
        // Given
        put(ENTITIES + "b-venture", entity("The venture", "0.6", true))
                .statusCode(200)
                .body("equityShare", equalTo("0.6"));
        put(ENTITIES + "b-other", entity("The other", "0.5", false)).statusCode(200);
        scope1(2012, "b-1", "b-plant", "1000");

        // When
        put(
                        "/api/organization/allocations/b-shared",
                        "{\"shares\":[{\"entity\":\"b-venture\",\"share\":\"0.25\"},{\"entity\":\"b-other\",\"share\":\"0.75\"}]}")
                .statusCode(200);
        scope1(2012, "b-2", "b-shared", "100");

        // Then
        String inventory = "/api/emissions/inventory?period=2012";
        get(inventory)
                .body("consolidationApproach", equalTo("OPERATIONAL_CONTROL"))
                .body("scope1.kgCo2e", equalTo("1025000"));
        get(inventory + "&approach=FINANCIAL_CONTROL").body("scope1.kgCo2e", equalTo("0"));
        get(inventory + "&approach=EQUITY_SHARE")
                .body("scope1.kgCo2e", equalTo("652500"))
                .body("entities.find { it.entity == 'b-other' }.scope1KgCo2e", equalTo("37500"));
        get(inventory + "&approach=MAJORITY")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_VALUE"));
        String id =
                get("/api/emissions/results?period=2012&siteId=b-shared")
                        .extract()
                        .path("items[0].id");
        get("/api/emissions/results/%s/trace".formatted(id))
                .body("step", equalTo("boundary"))
                .body("inputs.share", equalTo("0.25"));
        get("/api/organization/allocations?limit=1").body("items", hasSize(1));
        as("viewer")
                .accept("text/csv")
                .get("/api/organization/entities")
                .then()
                .body(startsWith("entityId,name,parent,equityShare"))
                .body(containsString("b-venture"));
    }

    @Test
    void whatIsFoundAboutARecordOutsideTheBoundaryIsANoteThere() {
        put(ENTITIES + "b-venture", entity("The venture", "0.6", true)).statusCode(200);
        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"activityId":"b-crossing","scope":"SCOPE_1","activity":"stated-emissions","siteId":"b-plant",
                          "quantity":{"value":"1","unit":"tCO2e"},"start":"2094-06-01","end":"2095-06-01","provenance":"STATED"}]\
                        """)
                .post("/api/emissions/activities")
                .then()
                .statusCode(201);
        String inventory = "/api/emissions/inventory?period=2094";
        String severity = "findings.find { it.code == 'PERIOD_CROSSES_YEARS' }.severity";

        get(inventory).body(severity, equalTo("OPEN"));
        get(inventory + "&approach=EQUITY_SHARE").body(severity, equalTo("OPEN"));
        get(inventory + "&approach=FINANCIAL_CONTROL").body(severity, equalTo("NOTE"));
    }

    @Test
    void theResultsOfASiteAreThoseOfTheWholeListThatAreAtIt() {
        // Given
        List<String> sites = List.of("b-plant", "b-shared", "b-office");
        as("steward")
                .contentType("application/json")
                .body(
                        IntStream.range(0, 30)
                                .mapToObj(i ->
                                        """
                                        {"activityId":"b-listed-%02d",%s,"activity":"stated-emissions","siteId":"%s",
                                         "quantity":{"value":"1","unit":"tCO2e"},"start":"2093","provenance":"STATED"}
                                        """
                                                .formatted(
                                                        i,
                                                        i % 4 == 0
                                                                ? "\"scope\":\"SCOPE_1\""
                                                                : "\"scope\":\"SCOPE_3\",\"category\":\"C%d_%s\""
                                                                        .formatted(
                                                                                i % 2 == 0 ? 6 : 7,
                                                                                i % 2 == 0
                                                                                        ? "BUSINESS_TRAVEL"
                                                                                        : "EMPLOYEE_COMMUTING"),
                                                        sites.get(i % 3)))
                                .collect(Collectors.joining(",", "[", "]")))
                .post("/api/emissions/activities")
                .then()
                .statusCode(201);
        String address = "/api/emissions/results?period=2093&limit=";
        List<Map<String, Object>> all = items(get(address + 100));
        assertThat(all).hasSize(30);

        // Then
        for (String site : sites) {
            List<Map<String, Object>> own =
                    all.stream().filter(item -> site.equals(item.get("siteId"))).toList();
            var paged = new ArrayList<Map<String, Object>>();
            String cursor = "";
            do {
                ValidatableResponse page = get(address + 3 + "&siteId=" + site + cursor);
                paged.addAll(items(page));
                String next = page.extract().path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            assertThat(paged).isEqualTo(own).hasSize(10);
            assertThat(items(get(address + 100 + "&scope=1&siteId=" + site)))
                    .isEqualTo(
                            own.stream()
                                    .filter(item -> "SCOPE_1".equals(item.get("scope")))
                                    .toList());
        }
        assertThat(items(get(address + 100 + "&siteId=b-quay"))).isEmpty();
    }

    private static List<Map<String, Object>> items(ValidatableResponse page) {
        return page.statusCode(200).extract().path("items");
    }

    @Test
    void entitiesThatCannotBeAreRefused() {
        put(ENTITIES + "b-x", entity("X", "1.2", true))
                .statusCode(400)
                .body("violations[0].code", equalTo("OUT_OF_RANGE"));
        put(ENTITIES + "b-x", "{\"name\":\"X\",\"equityShare\":\"1\"}")
                .statusCode(400)
                .body("violations.field", hasItems("financialControl", "operationalControl"));
        put(ENTITIES + "b-p", entity("P", "1", true)).statusCode(200);
        put(ENTITIES + "b-q", entity("Q", "1", true).replace("{", "{\"parent\":\"b-p\","))
                .statusCode(200);
        put(ENTITIES + "b-p", entity("P", "1", true).replace("{", "{\"parent\":\"b-q\","))
                .statusCode(400)
                .body("violations[0].code", equalTo("OWN_ANCESTOR"));
        put(ENTITIES + "b-r", entity("Q", "1", true))
                .statusCode(400)
                .body("violations[0].code", equalTo("NAME_TAKEN"));
        get(ENTITIES + "b-nobody").statusCode(404).body("code", equalTo("UNKNOWN_ENTITY"));
        as("viewer")
                .contentType("application/json")
                .body(entity("X", "1", true))
                .put(ENTITIES + "b-x")
                .then()
                .statusCode(403);
    }

    @Test
    void keysThatAreNotTheWholeOrNameNobodyAreRefused() {
        String keys = "/api/organization/allocations/";
        put(keys + "b-plant", "{\"shares\":[{\"entity\":\"b-venture\",\"share\":\"0.9\"}]}")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_THE_WHOLE"))
                .body("violations[0].message", containsString("0.9"));
        put(keys + "b-plant", "{\"shares\":[{\"entity\":\"b-nobody\",\"share\":\"1\"}]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("shares[0].entity"));
        put(keys + "b-plant", "{\"shares\":[]}").statusCode(400);
        put(keys + "b-plant", "{\"shares\":[null]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("shares[0].entity"));
        put(
                        keys + "b-plant",
                        "{\"shares\":[{\"entity\":\"b-venture\",\"share\":\"1\"}],\"from\":\"+999999-01-01\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("YEAR_OUT_OF_RANGE"));
        put(keys + "b-plant", "{\"shares\":[{\"entity\":\"b-venture\",\"share\":\"-1\"}]}")
                .statusCode(400)
                .body("violations[0].field", equalTo("shares[0].share"));
    }

    @Test
    void aLaterKeyLeavesTheEarlierYearsAsTheyWere() {
        put(ENTITIES + "b-early", entity("The early", "1", true)).statusCode(200);
        put(ENTITIES + "b-late", entity("The late", "1", true)).statusCode(200);
        String key = "{\"shares\":[{\"entity\":\"%s\",\"share\":\"1\"}],\"from\":\"%s\"}";
        String path = "/api/organization/allocations/b-moved";
        put(path, key.formatted("b-early", "2010-01-01")).statusCode(200);
        put(path, key.formatted("b-late", "2011-01-01")).statusCode(200);
        scope1(2010, "b-7", "b-moved", "7");
        scope1(2011, "b-8", "b-moved", "8");

        String figure = "entities.find { it.entity == '%s' }.scope1KgCo2e";
        get("/api/emissions/inventory?period=2010")
                .body(figure.formatted("b-early"), equalTo("7000"));
        get("/api/emissions/inventory?period=2011")
                .body(figure.formatted("b-late"), equalTo("8000"));
    }

    @Test
    void aTraceIsOfTheApproachThatIsAskedFor() {
        put(
                        ENTITIES + "b-half",
                        entity("The half", "0.5", true).replace("2010-01-01", "2009-01-01"))
                .statusCode(200);
        put(
                        "/api/organization/allocations/b-halved",
                        "{\"shares\":[{\"entity\":\"b-half\",\"share\":\"1\"}]}")
                .statusCode(200);
        scope1(2009, "b-9", "b-halved", "10");
        String results = "/api/emissions/results?period=2009&siteId=b-halved";
        String id = get(results).extract().path("items[0].id");

        get("/api/emissions/results/%s/trace".formatted(id)).body("inputs.share", equalTo("1"));
        get("/api/emissions/results/%s/trace?approach=EQUITY_SHARE".formatted(id))
                .body("inputs.share", equalTo("0.5"));
    }

    @Test
    void aChainOfParentsHasAnEnd() {
        put(ENTITIES + "b-0", entity("Level 0", "0.9", true)).statusCode(200);
        for (int level = 1; level <= 8; level++) {
            String below = "{\"parent\":\"b-%d\",".formatted(level - 1);
            put(ENTITIES + "b-" + level, entity("Level " + level, "0.9", true).replace("{", below))
                    .statusCode(200);
        }
        put(ENTITIES + "b-9", entity("Level 9", "0.9", true).replace("{", "{\"parent\":\"b-8\","))
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_DEEP"));
    }

    @Test
    void aBridgeLeadsFromYearToYear() {
        scope1(2013, "b-3", "b-office", "100.25");
        scope1(2014, "b-4", "b-office", "90.125");

        String bridge = "/api/emissions/bridge?from=2013&to=2014";
        get(bridge)
                .statusCode(200)
                .body("from.kgCo2e", equalTo("100250"))
                .body("to.kgCo2e", equalTo("90125"))
                .body("steps.find { it.step == 'ACTIVITY' }.kgCo2e", equalTo("-10125"))
                .body("steps", hasSize(7))
                .body("items", hasSize(1))
                .body("$", not(hasKey("nextCursor")));
        as("viewer")
                .accept("text/csv")
                .get(bridge)
                .then()
                .body(startsWith("scope,category,siteId"))
                .body(containsString("TOTAL,,,,,100250,-10125,0,0,0,0,0,0,90125"));
        get(bridge + "&toVersion=1").statusCode(404).body("code", equalTo("UNKNOWN_VERSION"));
        get("/api/emissions/bridge?from=2013-01")
                .statusCode(400)
                .body("violations.field", hasItems("from", "to"));
    }

    @Test
    void theLinesOfABridgeComeInPagesAndItsStepsWhole() {
        // Given
        scope1(1996, "b-page-1", "b-office", "1");
        scope1(1997, "b-page-2", "b-office", "2");
        scope1(1997, "b-page-3", "b-page", "4");
        scope1(1997, "b-page-4", "b-quay", "8");
        String bridge = "/api/emissions/bridge?from=1996&to=1997";

        // When
        String cursor =
                get(bridge + "&limit=2")
                        .body("items.siteId", contains("b-office", "b-page"))
                        .body("steps.find { it.step == 'ACTIVITY' }.kgCo2e", equalTo("13000"))
                        .extract()
                        .path("nextCursor");

        // Then
        as("viewer")
                .queryParam("cursor", cursor)
                .get(bridge + "&limit=2")
                .then()
                .body("items.siteId", contains("b-quay"))
                .body("items[0].category", nullValue())
                .body("to.kgCo2e", equalTo("14000"))
                .body("$", not(hasKey("nextCursor")));
        as("viewer")
                .accept("text/csv")
                .get(bridge)
                .then()
                .body(containsString("b-quay"))
                .body(containsString("TOTAL,,,,,1000,13000,0,0,0,0,0,0,14000"));
        get(bridge + "&limit=0").statusCode(400).body("violations[0].field", equalTo("limit"));
        get(bridge + "&cursor=b-plant-9")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_CURSOR"));
    }

    @Test
    void intensityIsShownWithWhatItIsMadeOf() {
        scope1(2016, "b-5", "b-office", "500");
        as("steward")
                .contentType("text/csv")
                .body("driver,period,value,unit\nREVENUE,2016,8,million CNY\nSTAFF,2016,0,count\n")
                .post("/api/imports/drivers")
                .then()
                .body("accepted", equalTo(2));

        String intensity = "/api/emissions/intensity?period=2016";
        get(intensity + "&driver=REVENUE")
                .statusCode(200)
                .body("intensities", hasSize(6))
                .body("intensities[0].numerator.kgCo2e", equalTo("500000"))
                .body("intensities[0].denominator.value", equalTo("8"))
                .body("intensities[0].value", equalTo("62500"))
                .body("intensities[0].unit", equalTo("kgCO2e per million CNY"));
        assertThat(
                        get(intensity + "&driver=STAFF")
                                .extract()
                                .jsonPath()
                                .getList("intensities.value"))
                .hasSize(6)
                .containsOnlyNulls();
        get(intensity + "&driver=FLOOR_AREA")
                .statusCode(404)
                .body("code", equalTo("NO_DRIVER_VALUE"));
        get(intensity + "&driver=LUCK").statusCode(400);
        as("viewer")
                .accept("text/csv")
                .get(intensity)
                .then()
                .body(startsWith("period,driver,figure,method,numeratorKgCo2e"));
    }

    @Test
    void theBaseYearIsRecalculatedWhenChangesAddUp() {
        get("/api/emissions/base-year").statusCode(404).body("code", equalTo("NO_BASE_YEAR"));
        put(
                        "/api/organization/base-year-policy",
                        "{\"baseYear\":2017,\"thresholdPercent\":0,\"cumulative\":true}")
                .statusCode(400)
                .body("violations[0].code", equalTo("OUT_OF_RANGE"));
        put(
                        "/api/organization/base-year-policy",
                        "{\"baseYear\":2017,\"thresholdPercent\":5,\"cumulative\":true}")
                .statusCode(200);
        get("/api/emissions/base-year").statusCode(404);
        scope1(2017, "b-6", "b-office", "5111000");
        String changes = "/api/organization/structural-changes/";
        put(
                        changes + "growth",
                        "{\"kind\":\"ORGANIC_GROWTH\",\"happenedOn\":\"2023-01-01\",\"tonnesCo2e\":\"9000000\",\"description\":\"more halls\"}")
                .statusCode(200);
        get("/api/emissions/base-year").statusCode(200).body("recalculationDue", equalTo(false));
        put(
                        changes + "method",
                        "{\"kind\":\"METHODOLOGY\",\"happenedOn\":\"2023-01-01\",\"tonnesCo2e\":\"760781\",\"description\":\"wider scope 3\"}")
                .statusCode(200);

        get("/api/emissions/base-year")
                .body("recalculationDue", equalTo(true))
                .body("baseTonnesCo2e", equalTo("5111000"))
                .body("sumPercent", equalTo("14.885169"))
                .body("reasons", hasSize(2))
                .body("trace.children", hasSize(2))
                .body("changes.changeId", hasItem("growth"));
        put(changes + "bad", "{\"kind\":\"MERGER\",\"tonnesCo2e\":\"x\"}")
                .statusCode(400)
                .body("violations.field", hasItems("kind", "tonnesCo2e", "happenedOn"));
        BigDecimal percent =
                new BigDecimal(
                        get("/api/emissions/base-year").extract().<String>path("sumPercent"));
        assertThat(percent).isBetween(new BigDecimal("14.85"), new BigDecimal("14.95"));
        assertThat(
                        get("/api/organization/structural-changes")
                                .extract()
                                .<List<String>>path("items.changeId"))
                .containsExactly("growth", "method");
    }
}
