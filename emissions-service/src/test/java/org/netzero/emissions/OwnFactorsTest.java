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
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// The factor library over HTTP: shipped factors found, own ones drafted, previewed, adopted and
/// corrected. Its records are of years and places that no other test uses.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnFactorsTest {

    private static final String FACTORS = "/api/emissions/factors";
    private static final String SETS = "/api/emissions/factor-sets";
    private static final String INVENTORY = "/api/emissions/inventory?period=2036";

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static ValidatableResponse post(String path, String json) {
        return as("steward").contentType("application/json").body(json).post(path).then();
    }

    private static ValidatableResponse post(String path) {
        return as("steward").post(path).then();
    }

    private static String factor(String id, String set, String kilograms, String more) {
        return """
        [{"factorId":"%s","set":"%s","activity":"Purchased electricity","name":"Power of our supplier",
          "purpose":"LOCATION_BASED","region":"NZL","validFrom":"2036-01-01","validTo":"2036-12-31",
          "gases":[{"gas":"CO2","value":"%s","unit":"kg","per":"kWh"}],
          "publisher":"The supplier","source":"Disclosure 2036, page 3","confidence":"verified-source"%s}]
        """
                .formatted(id, set, kilograms, more);
    }

    private static ValidatableResponse estimate() {
        return post(
                "/api/emissions/estimates",
                """
                [{"activity":"electricity","quantity":{"value":"1","unit":"MWh"},"region":"NZ","on":"2036-06-30"}]
                """);
    }

    @Test
    @Order(1)
    void aDraftIsKeptOnceAndDoesNotCount() {
        post(FACTORS, factor("own.nz", "own.1", "0.1", ""))
                .statusCode(201)
                .body("accepted", equalTo(1));
        post(FACTORS, factor("own.nz", "own.1", "0.1", ""))
                .statusCode(200)
                .body("duplicates", equalTo(1));
        post(FACTORS, factor("own.nz", "own.1", "0.2", ""))
                .statusCode(409)
                .body("violations[0].code", equalTo("ID_CONFLICT"))
                .body("violations[0].field", equalTo("[0].factorId"));
        get(SETS + "/own.1").body("status", equalTo("DRAFT")).body("factors", equalTo(1));
        estimate().body("results[0].problem.violations[0].code", equalTo("NO_FACTOR"));
        get(FACTORS + "/own.nz").statusCode(404);
    }

    @Test
    @Order(2)
    void aPreviewShowsWhatWouldMoveAndMovesNothing() {
        post(
                        "/api/emissions/activities",
                        """
                        [{"activityId":"nz-2036","activity":"electricity","quantity":{"value":"1","unit":"MWh"},"scope":"SCOPE_2",
                          "region":"NZ","start":"2036-01-01","end":"2036-02-01","provenance":"MEASURED"}]
                        """)
                .statusCode(201);
        post(SETS + "/own.1/preview")
                .statusCode(200)
                .body("movedResults", equalTo(2))
                .body("results.factorAfter", hasItem("own.nz"))
                .body(
                        "years.find { it.period == '2036' }.figures.find { it.figure == 'scope-2 LOCATION_BASED' }.differenceKgCo2e",
                        equalTo("100"));
        get(INVENTORY)
                .body("scope2.locationBased.kgCo2e", equalTo("0"))
                .body("findings.code", hasItem("NO_FACTOR"));
        as("viewer")
                .accept("text/csv")
                .post(SETS + "/own.1/preview")
                .then()
                .body(startsWith("period,resultId,activity"));
    }

    @Test
    @Order(3)
    void anAdoptedSetCountsFromItsDayOnAndNotBefore() {
        post(SETS + "/own.1/adopt").statusCode(200).body("status", equalTo("ADOPTED"));

        estimate()
                .body("results[0].kgCo2e", equalTo("100"))
                .body("results[0].factor.version", equalTo("own.1"));
        get(INVENTORY).body("scope2.locationBased.kgCo2e", equalTo("100"));
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        get(INVENTORY + "&asAt=" + yesterday).body("scope2.locationBased.kgCo2e", equalTo("0"));
        get(FACTORS + "/own.nz").body("publisher", equalTo("The supplier"));
        post(SETS + "/own.1/adopt").statusCode(200);
    }

    @Test
    @Order(4)
    void whatIsAdoptedNeverChanges() {
        post(FACTORS, factor("own.nz-more", "own.1", "0.3", ""))
                .statusCode(409)
                .body("violations[0].code", equalTo("FACTOR_SET_CLOSED"));
        as("steward")
                .delete(SETS + "/own.1")
                .then()
                .statusCode(409)
                .body("code", equalTo("FACTOR_SET_CLOSED"));
        post(SETS + "/own.1/preview").statusCode(409);
        post(SETS + "/desnz-2025.1/adopt").statusCode(409);
        post(SETS + "/nobody/adopt").statusCode(404).body("code", equalTo("UNKNOWN_FACTOR_SET"));
        post(FACTORS, factor("own.nz", "own.1", "0.1", "")).statusCode(200);
    }

    @Test
    @Order(5)
    void aCorrectionSupersedesWhatItNames() {
        post(FACTORS, factor("own.nz-2", "own.2", "0.12", ",\"supersedes\":\"nobody\""))
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("violations[0].code", equalTo("UNKNOWN_FACTOR"));
        post(
                        FACTORS,
                        factor(
                                "own.nz-2",
                                "own.2",
                                "0.12",
                                ",\"supersedes\":\"cn.grid.2021.national\""))
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("violations[0].code", equalTo("CORRECTS_ANOTHER"));
        post(FACTORS, factor("own.nz-2", "own.2", "0.08", ",\"supersedes\":\"own.nz\""))
                .statusCode(201);
        post(SETS + "/own.2/preview")
                .body("results.factorBefore", hasItem("own.nz"))
                .body("results.factorAfter", hasItem("own.nz-2"))
                .body("results[0].differenceKgCo2e", equalTo("-20"));

        post(SETS + "/own.2/adopt").statusCode(200);

        estimate().body("results[0].kgCo2e", equalTo("80"));
        post(FACTORS, factor("own.nz-3", "own.3", "0.07", ",\"supersedes\":\"own.nz\""))
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"))
                .body("violations[0].code", equalTo("ALREADY_CORRECTED"));
    }

    @Test
    @Order(6)
    void whatIsNoFactorIsRefusedByName() {
        post(
                        FACTORS,
                        """
                        [{"factorId":"bad","set":"own.9","activity":"electricity","purpose":"LOCATION_BASED","region":"Atlantis",
                          "validFrom":"2036-01-01","validTo":"2035-01-01","gases":[{"gas":"CO2","value":"-1","unit":"kg","per":"kWh"}],
                          "publisher":"","source":"","confidence":"from memory","published":"2199-01-01"},
                         {"factorId":"bad2","set":"own.9","activity":"electricity","purpose":"MAGIC","region":"CN","validFrom":"2036-01-01",
                          "gases":[{"gas":"phlogiston","value":"1","unit":"kg","per":"kWh"},{"gas":"CO2","value":"1","unit":"kg","per":"furlong"}],
                          "publisher":"x","source":"y","confidence":"secondary"},
                         {"factorId":"bad3","set":"own.9","activity":"advice","purpose":"SPEND","region":"CN","validFrom":"2036-01-01",
                          "gases":[{"gas":"CO2e","value":"1","unit":"kgCO2e","per":"CNY"}],
                          "publisher":"x","source":"y","confidence":"secondary"},
                         {"factorId":"bad4","set":"own.9","activity":"advice","purpose":"SPEND","region":"CN","validFrom":"2036-01-01",
                          "gases":[{"gas":"CO2e","value":"1","unit":"kgCO2e","per":"CNY"}],"gwpSet":"AR5_100",
                          "publisher":"x","source":"y","confidence":"secondary"}]
                        """)
                .statusCode(400)
                .body(
                        "violations.code",
                        hasItems(
                                "REQUIRED",
                                "UNKNOWN_REGION",
                                "END_BEFORE_START",
                                "NEGATIVE_FACTOR",
                                "IN_THE_FUTURE",
                                "UNKNOWN_VALUE",
                                "UNKNOWN_GAS",
                                "UNKNOWN_UNIT"))
                .body(
                        "violations.field",
                        hasItems("[0].publisher", "[0].source", "[2].gwpSet", "[3].priceYear"));
        post(FACTORS, factor("bad4", "own.9", "1", "").replace("verified-source", "my memory"))
                .statusCode(400)
                .body("violations[0].code", equalTo("RESTS_ON_MEMORY"));
        get(SETS + "/own.9").statusCode(404);
        as("analyst")
                .contentType("application/json")
                .body("[]")
                .post(FACTORS)
                .then()
                .statusCode(403);
    }

    @Test
    @Order(7)
    void aFileOfFactorsBecomesADraftThatCanBeThrownAway() {
        String file =
                """
                factorId,set,activity,name,purpose,region,validFrom,validTo,gases,gwpSet,publisher,source,confidence,priceYear,priceKind
                own.advice,own.4,advice,Advice,SPEND,CN,2036-01-01,,CO2e: 0.02 kgCO2e/CNY,AR5_100,We,Study,secondary,2036,PURCHASER
                own.boiler,own.4,boiler gas,,COMBUSTION,CN,2036-01-01,,CO2: 2 kg/m3; CH4: 0.1 g/m3,,We,Study,measured,,
                own.wrong,own.4,boiler gas,,COMBUSTION,CN,2036-01-01,,two kilograms,,We,Study,measured,,
                """;
        as("steward")
                .contentType("text/csv")
                .body(file)
                .post("/api/imports/factors")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected[0].code", equalTo("NOT_A_FACTOR"))
                .body("rejected[0].line", equalTo(4));
        as("steward")
                .contentType("text/csv")
                .body(file)
                .post("/api/imports/factors")
                .then()
                .body("duplicates", equalTo(2));
        as("viewer")
                .accept("text/csv")
                .get("/api/imports/factors/template")
                .then()
                .body(startsWith("factorId,set,activity"));

        as("steward").delete(SETS + "/own.4").then().statusCode(204);

        get(SETS + "/own.4").statusCode(404);
    }

    @Test
    @Order(8)
    void shippedSetsTellWhatBecameOfTheirRows() {
        get(SETS + "/refrigerants.1")
                .body("status", equalTo("SHIPPED"))
                .body("fates.REFUSED_MEMORY", equalTo(21))
                .body("refused.id", hasItem("gwp.blend.r-407f.ar5"));
        get(SETS + "/desnz-2025.1")
                .body("rows", equalTo(7029))
                .body("licence", containsString("Open Government"));
        as("viewer")
                .accept("text/csv")
                .get(SETS)
                .then()
                .body(containsString("useeio-1.3.1,SHIPPED"));
    }

    @Test
    @Order(9)
    void factorsAreFoundByTheirNamesInPages() {
        get(FACTORS + "?q=天然气&region=CN&purpose=COMBUSTION&on=2021-06-30")
                .body("items[0].id", equalTo("cn.fuel.natural-gas-oil-field.co2"));
        get(FACTORS + "?q=natrual gas&limit=3")
                .body("items", hasSize(3))
                .body("items[0].activity", equalTo("natural-gas"));
        String cursor = get(FACTORS + "?q=flight&limit=2").extract().path("nextCursor");
        get(FACTORS + "?q=flight&limit=2&cursor=" + cursor).body("items", hasSize(2));
        get(FACTORS + "?q=flight&cursor=nobody").statusCode(400);
        get(FACTORS + "?q=zzzzqqq").statusCode(200).body("items", hasSize(0));
        get(FACTORS + "/us.epa.sc13.111110.with-margins")
                .body("priceBasis.currency", equalTo("USD"))
                .body("priceBasis.year", equalTo(2022))
                .body("priceBasis.kind", equalTo("PURCHASER"));
        byte[] workbook =
                as("viewer").accept(Table.XLSX).get(FACTORS + "?activity=hotel").asByteArray();
        assertThat(workbook).startsWith('P', 'K');
    }

    @Test
    @Order(10)
    void tenThousandEstimatesAnswerInOrder() {
        String item =
                "{\"activity\":\"electricity\",\"quantity\":{\"value\":\"1\",\"unit\":\"kWh\"},\"region\":\"CN-GD\",\"on\":\"2021-06-30\"}";
        String last = item.replace("electricity", "moonshine");
        String items = String.join(",", Collections.nCopies(9_999, item)) + "," + last;

        List<Object> results =
                post("/api/emissions/estimates", "[" + items + "]")
                        .statusCode(200)
                        .extract()
                        .path("results");

        assertThat(results).hasSize(10_000);
        assertThat(results.getFirst().toString()).contains("cn.grid.2021.prov.gd");
        assertThat(results.getLast().toString()).contains("UNKNOWN_ACTIVITY");
        post("/api/emissions/estimates", "[" + items + "," + item + "]").statusCode(400);
        get(FACTORS + "?limit=1000").body("items.size()", greaterThan(999));
    }

    private static ValidatableResponse postGases(String gases) {
        String factor = factor("own.gases", "own.10", "1", ",\"gwpSet\":\"AR6_100\"");
        return post(FACTORS, factor.replaceFirst("\"gases\":\\[.*]", "\"gases\":[" + gases + "]"));
    }

    private static String gas(String gas, String unit) {
        return "{\"gas\":\"%s\",\"value\":\"1\",\"unit\":\"%s\",\"per\":\"kWh\"}"
                .formatted(gas, unit);
    }

    @Test
    @Order(11)
    void whatWouldCountAGasTwiceOrWithoutPotentialIsRefused() {
        String co2 = gas("CO2", "kg");
        postGases(co2 + "," + co2)
                .statusCode(400)
                .body("violations.code", contains("REPEATED_GAS"))
                .body("violations.field", contains("[0].gases"));
        postGases(co2 + "," + gas("CO2e", "kgCO2e"))
                .statusCode(400)
                .body("violations.code", contains("TOTAL_BESIDE_GASES"));
        postGases(gas("biogenic CO2", "kgCO2e") + "," + gas("CO2e", "kgCO2e")).statusCode(400);
        postGases(gas("MVK", "kgCO2e"))
                .statusCode(400)
                .body("violations.code", contains("NO_POTENTIAL"));
        postGases("null")
                .statusCode(400)
                .body("violations.code", contains("NOT_A_FACTOR"))
                .body("violations.field", contains("[0].gases"));
        get(SETS + "/own.10").statusCode(404);
    }

    @Test
    @Order(12)
    void aMassBesideTheScopesMayStandBesideCo2eAndATitleMayNameMemory() {
        postGases(gas("biogenic CO2", "kg") + "," + gas("CO2e", "kgCO2e")).statusCode(201);
        post(
                        FACTORS,
                        factor("own.memory", "own.10", "1", "")
                                .replace("Disclosure 2036", "LCA of memory modules"))
                .statusCode(201);
        as("steward").delete(SETS + "/own.10").then().statusCode(204);
    }

    private static ValidatableResponse correct(String id, String set, String corrected) {
        return post(FACTORS, factor(id, set, "0.5", ",\"supersedes\":\"" + corrected + "\""));
    }

    @Test
    @Order(13)
    void aFactorOfADraftIsCorrectedInALaterRequestAndOnce() {
        post(FACTORS, factor("own.nz-a", "own.11", "0.3", "")).statusCode(201);

        correct("own.nz-b", "own.11", "own.nz-a").statusCode(201);
        correct("own.nz-c", "own.11", "own.nz-a")
                .statusCode(409)
                .body("violations.code", contains("ALREADY_CORRECTED"));
        String two = factor("own.nz-c", "own.12", "0.5", ",\"supersedes\":\"own.nz-2\"").strip();
        String first = two.substring(1, two.length() - 1);
        post(FACTORS, "[" + first + "," + first.replace("own.nz-c", "own.nz-d") + "]")
                .statusCode(409)
                .body("violations.code", contains("ALREADY_CORRECTED"))
                .body("violations.field", contains("[1].supersedes"));
        get(SETS + "/own.12").statusCode(404);
        get(SETS + "/own.11").body("factors", equalTo(2));
    }

    @Test
    @Order(14)
    void ofTwoDraftsThatCorrectOneFactorOneIsAdopted() {
        correct("own.nz-e", "own.13", "own.nz-a").statusCode(201);
        post(SETS + "/own.13/adopt")
                .statusCode(409)
                .body("code", equalTo("CORRECTION_REFUSED"))
                .body("violations.code", contains("UNKNOWN_FACTOR"))
                .body("violations.field", contains("own.nz-e.supersedes"));

        post(SETS + "/own.11/adopt").statusCode(200);

        post(SETS + "/own.13/adopt")
                .statusCode(409)
                .body("violations.code", contains("ALREADY_CORRECTED"))
                .body("violations[0].message", containsString("'own.nz-b' of set 'own.11'"));
        get(SETS + "/own.13").body("status", equalTo("DRAFT"));
        as("steward").delete(SETS + "/own.13").then().statusCode(204);
    }
}
