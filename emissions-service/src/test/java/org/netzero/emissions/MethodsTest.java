package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Methods and their inputs over HTTP. Every test has a year of its own.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class MethodsTest {

    private static RequestSpecification as(String... roles) {
        return given().auth().oauth2(LocalStack.token("test", roles));
    }

    private static ValidatableResponse post(String path, String json) {
        return as("steward").contentType("application/json").body(json).post(path).then();
    }

    private static ValidatableResponse activities(String json) {
        return post("/api/emissions/activities", json);
    }

    private static ValidatableResponse importFile(String kind, String csv) {
        return as("steward").contentType("text/csv").body(csv).post("/api/imports/" + kind).then();
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then().statusCode(200);
    }

    @Test
    void anActivityIsCalculatedByItsMethodAndExplainsItself() {
        activities(
                        """
                        [{"activityId": "m-hall", "activity": "electricity", "method": "LEASED_HALL", "category": "C8",
                          "quantity": {"value": "1000", "unit": "kWh"}, "inputs": {"pue": {"value": "1.5", "unit": "1"},
                          "emissionFactor": {"value": "0.4", "unit": "kgCO2e/kWh"}}, "start": "2001",
                          "provenance": "INVOICED"}]
                        """)
                .statusCode(201);
        get("/api/emissions/inventory?period=2001")
                .body(
                        "scope3.categories.find { it.category == 'C8_UPSTREAM_LEASED_ASSETS' }.kgCo2e",
                        equalTo("600"));
        String id = get("/api/emissions/results?period=2001").extract().path("items[0].id");
        get("/api/emissions/results/" + id + "/trace")
                .body("children[0].inputs.pue", equalTo("1.5 1"))
                .body("children[0].formula", containsString("the landlord's PUE"))
                .body("children[0].children[0].output", equalTo("1500 kWh"))
                .body("children[0].output", equalTo("600 kgCO2e"));
    }

    @Test
    void theSameRowOfAFileIsADuplicateHoweverItsInputsAreSpaced() {
        String header = "activityId,activity,method,quantity,unit,inputs,start,provenance\n";
        String row = "m-hotel,hotel-stay,HOTEL_NIGHTS,2,count,";
        importFile("activities", header + row + "nights=3 count,2006,STATED\n")
                .statusCode(200)
                .body("rejected", equalTo(List.of()))
                .body("accepted", equalTo(1));
        importFile("activities", header + row + "nights = 3 count ;,2006,STATED\n")
                .statusCode(200)
                .body("duplicates", equalTo(1));
        importFile("activities", header + row + "nights=4 count,2006,STATED\n")
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
    }

    @Test
    void inputsThatAreMissingUnknownOrOfAnotherKindAreRefusedByName() {
        activities(
                        """
                        [{"activity": "freight", "method": "FREIGHT_DISTANCE", "category": "C4",
                          "quantity": {"value": "5", "unit": "t"}, "inputs": {"speed": {"value": "5", "unit": "km"}},
                          "start": "2005", "provenance": "STATED"}]
                        """)
                .statusCode(400)
                .body("violations.field", hasItems("[0].inputs.speed", "[0].inputs.distance"))
                .body("violations.code", hasItems("UNKNOWN_INPUT", "REQUIRED"));
        activities(
                        """
                        [{"activity": "it", "method": "LEASED_HALL", "category": "C8",
                          "quantity": {"value": "5", "unit": "kWh"}, "inputs": {"pue": {"value": "0.9", "unit": "1"},
                          "emissionFactor": {"value": "0.4", "unit": "kWh/count"}}, "start": "2005", "provenance": "STATED"}]
                        """)
                .statusCode(400)
                .body("violations.field", hasItems("[0].inputs.pue", "[0].inputs.emissionFactor"));
        activities(
                        """
                        [{"activity": "electricity", "quantity": {"value": "5", "unit": "kWh"},
                          "inputs": {"pue": {"value": "1.2", "unit": "1"}}, "start": "2005", "provenance": "STATED"}]
                        """)
                .statusCode(400)
                .body("violations.code", contains("METHOD_REQUIRED"));
    }

    @Test
    void aMethodOfAnotherCategoryOrWithoutTheSuppliersFactorIsRefused() {
        activities(
                        """
                        [{"activity": "electricity", "method": "WELL_TO_TANK", "category": "C6",
                          "quantity": {"value": "5", "unit": "kWh"}, "start": "2005", "provenance": "STATED"},
                         {"activity": "electricity", "method": "SUPPLIER_SPECIFIC", "category": "C1",
                          "quantity": {"value": "5", "unit": "kWh"}, "start": "2005", "provenance": "STATED"}]
                        """)
                .statusCode(400)
                .body("violations.code", hasItems("METHOD_NOT_OF_CATEGORY", "REQUIRED"))
                .body("violations.field", hasItem("[1].inputs.emissionFactor"));
        importFile(
                        "activities",
                        """
                        activityId,activity,method,quantity,unit,inputs,start,provenance
                        m-1,electricity,LEASED_HALL,2,kWh,pue 1.5,2005,STATED
                        m-2,electricity,LEASED_HALL,2,kWh,pue=1.5 1;pue=1.6 1,2005,STATED
                        m-3,electricity,LEASED_HALL,2,kWh,pue=much 1,2005,STATED
                        """)
                .body("accepted", equalTo(0))
                .body("rejected.code", hasItems("NOT_AN_INPUT", "REPEATED_INPUT", "NOT_A_DECIMAL"));
    }

    @Test
    void estimatesUseTheSameEngine() {
        post(
                        "/api/emissions/estimates",
                        """
                        [{"activity": "R-134a", "method": "FUGITIVE_STOCK_LEAKAGE", "gwpSet": "AR5_100", "on": "2021-06-30",
                          "quantity": {"value": "100", "unit": "kg"}, "inputs": {"leakageRate": {"value": "5", "unit": "%"}}},
                         {"activity": "fund", "method": "INVESTMENT_EQUITY", "on": "2021-06-30",
                          "quantity": {"value": "10", "unit": "tCO2e"}, "inputs": {"share": {"value": "40", "unit": "%"}}},
                         {"activity": "fund", "method": "INVESTMENT_EQUITY", "on": "2021-06-30",
                          "quantity": {"value": "10", "unit": "tCO2e"}, "inputs": {"share": {"value": "140", "unit": "%"}}}]
                        """)
                .statusCode(200)
                .body("results[0].kgCo2e", equalTo("6500"))
                .body("results[0].trace.children[0].output", equalTo("5 kg"))
                .body("results[1].kgCo2e", equalTo("4000"))
                .body("results[1].factor", nullValue())
                .body("results[2].problem.violations[0].field", equalTo("inputs.share"));
    }

    @Test
    void leakageOfAStockComesFromTheTableOfEquipment() {
        // Given
        String header = "activityId,activity,method,quantity,unit,inputs,start,provenance\n";
        String row = "m-leak,r-410a,FUGITIVE_STOCK_LEAKAGE,2,kg,";

        // When
        importFile(
                        "activities",
                        header
                                + row
                                + "equipment=10 RESIDENTIAL_COMMERCIAL_AC; months=6 1,1991,STATED\n")
                .body("rejected", equalTo(List.of()))
                .body("accepted", equalTo(1));

        // Then
        get("/api/emissions/inventory?period=1991&gwp=AR5_100")
                .body("scope1.kgCo2e", equalTo("1923.5"));
        get("/api/emissions/results?period=1991")
                .body("items[0].flags", hasItem("DEFAULT_LEAKAGE_RATE"));
        importFile("activities", header + row.replace("m-leak", "m-none") + ",1991,STATED\n")
                .body("rejected[0].code", equalTo("REQUIRED"))
                .body("rejected[0].column", equalTo("inputs.equipment"));
        importFile(
                        "activities",
                        header + row.replace("m-leak", "m-oven") + "equipment=1 OVEN,1991,STATED\n")
                .body("rejected[0].code", equalTo("UNKNOWN_UNIT"))
                .body("rejected[0].message", containsString("/api/emissions/leakage-rates"));
    }

    @Test
    void leakageRatesAreShownAsTheirSourceGivesThem() {
        get("/api/emissions/leakage-rates?limit=3").body("items.size()", equalTo(3));
        get("/api/emissions/leakage-rates")
                .body("items.size()", equalTo(8))
                .body("items.find { it.type == 'CHILLERS' }.operationPercent.from", equalTo("2"))
                .body("items.find { it.type == 'CHILLERS' }.operationPercent.to", equalTo("15"))
                .body("items.find { it.type == 'CHILLERS' }.source", containsString("Table 7.9"));
        as("viewer")
                .accept("text/csv")
                .get("/api/emissions/leakage-rates")
                .then()
                .body(containsString("MOBILE_AC,Mobile A/C,0.5,1.5,9,16,0.2,0.5,10,20,0,50,0,50"));
        given().get("/api/emissions/leakage-rates").then().statusCode(401);
    }

    @Test
    void fuelPropertiesAreFoundByFuelPropertyAndYear() {
        String path = "/api/emissions/fuel-properties";
        get(path + "?fuel=Fuel oil&property=NET_CALORIFIC_VALUE&year=2025")
                .body("items.size()", equalTo(1))
                .body("items[0].value", equalTo("40.752"))
                .body("items[0].unit", equalTo("GJ/t"))
                .body("items[0].publisher", equalTo("DESNZ / Defra (UK)"));
        String cursor = get(path + "?limit=2").extract().path("nextCursor");
        as("viewer")
                .queryParam("cursor", cursor)
                .get(path + "?limit=1")
                .then()
                .body("items[0].fuel", equalTo("Aviation Spirit"));
        String csv = as("viewer").accept("text/csv").get(path).then().extract().asString();
        assertThat(csv.lines()).hasSize(337);
        as("viewer").get(path + "?property=SMELL").then().statusCode(400);
        as("viewer")
                .get(path + "?year=last")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_YEAR"));
    }

    @Test
    void methodsAndWorkedExamplesDescribeThemselves() {
        get("/api/emissions/methods")
                .body(
                        "methods.find { it.method == 'USE_PHASE_ENERGY' }.inputs.name",
                        contains("share", "lifetimeUses", "consumptionPerUse", "emissionFactor"));
        get("/api/emissions/conformance")
                .body("agree", equalTo(20))
                .body("documented", equalTo(3))
                .body("differ", equalTo(0))
                .body(
                        "examples.find { it.id == 'S3-1.2-transport' }.misprint",
                        containsString("205,000"));
        given().get("/api/emissions/conformance").then().statusCode(401);
    }

    @Test
    void avoidedEmissionsStandBesideTheScopes() {
        activities(
                        """
                        [{"activityId": "m-heat", "activity": "heat handed over", "method": "AVOIDED_EXPORT",
                          "quantity": {"value": "1000", "unit": "kWh"},
                          "inputs": {"emissionFactor": {"value": "0.2", "unit": "kgCO2e/kWh"}}, "start": "2008",
                          "provenance": "MEASURED"}]
                        """)
                .statusCode(201);
        get("/api/emissions/inventory?period=2008")
                .body("avoidedKgCo2e", equalTo("200"))
                .body("apart[0].accounting", equalTo("EXPORTED_AVOIDED"))
                .body("total.locationBased.kgCo2e", equalTo("0"));
    }

    @Test
    void ratesAndIndicesOfTheCompanyConvertSpending() {
        String spent =
                """
                [{"activity": "soybean-farming", "method": "SPEND_BASED", "region": "US", "on": "2024-06-30",
                  "quantity": {"value": "64000", "unit": "CNY"}}]
                """;
        post("/api/emissions/estimates", spent)
                .body("results[0].problem.violations[0].code", equalTo("NO_EXCHANGE_RATE"))
                .body(
                        "results[0].problem.detail",
                        containsString("from CNY to USD is known for 2024"));
        String rates = "currency,toCurrency,period,value,source\nUSD,CNY,2024,8,a bank\n";
        importFile("exchange-rates", rates).body("accepted", equalTo(1));
        importFile("exchange-rates", rates).body("duplicates", equalTo(1));
        importFile(
                        "exchange-rates",
                        "currency,toCurrency,period,value,source\nUSD,CNY,2024,9,a bank\nUSD,USD,2024,1,x\nABC,CNY,2024,0,x\n")
                .body(
                        "rejected.code",
                        hasItems(
                                "ID_CONFLICT",
                                "SAME_CURRENCY",
                                "UNKNOWN_CURRENCY",
                                "NOT_POSITIVE"));
        importFile(
                        "price-indices",
                        "currency,period,value,source\nUSD,2024,80,a bureau\nUSD,2022,100,a bureau\nUSD,2024-04,80,x\n")
                .body("accepted", equalTo(2))
                .body("rejected[0].code", equalTo("NOT_A_YEAR"));
        post("/api/emissions/estimates", spent)
                .body("results[0].kgCo2e", equalTo("5320"))
                .body("results[0].flags", hasItem("MONEY_CONVERTED"));
        get("/api/emissions/exchange-rates").body("items[0].source", equalTo("a bank"));
        get("/api/emissions/price-indices").body("items.period", contains("2022", "2024"));
    }

    @Test
    void statedEmissionsAreNeverAvoidedOnes() {
        activities(
                        """
                        [{"activity": "stated-emissions", "method": "AVOIDED_EXPORT", "scope": "1",
                          "quantity": {"value": "5", "unit": "tCO2e"}, "start": "2005", "provenance": "STATED"}]
                        """)
                .statusCode(400)
                .body("violations.field", contains("[0].method"));
    }

    @Test
    void creditsStandInARegisterOfTheirOwnAndAreNeverNetted() {
        String credit =
                """
                [{"creditId": "cr-1", "standard": "Verra VCS", "vintage": "2020", "kind": "REDUCTION",
                  "quantity": {"value": "100", "unit": "tCO2e"}%s}]
                """;
        String path = "/api/emissions/credits";
        post(path, credit.formatted("")).statusCode(200).body("registered", equalTo(1));
        post(path, credit.formatted("")).body("known", equalTo(1));
        post(path, credit.formatted(", \"retiredOn\": \"2024-05-01\""))
                .body("registered", equalTo(1));
        post(path, credit.formatted(", \"retiredOn\": \"2024-05-02\""))
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"));
        get(path)
                .body("items[0].quantity.value", equalTo("100"))
                .body("items[0].retiredOn", equalTo("2024-05-01"));
        get("/api/emissions/inventory?period=2020")
                .body("total.locationBased.kgCo2e", equalTo("0"));
    }

    @Test
    void aCreditWithoutStandardOfTheFutureOrOfAnotherUnitIsRefused() {
        post(
                        "/api/emissions/credits",
                        """
                        [{"creditId": "cr-2", "vintage": "2199", "kind": "OFFSET",
                          "quantity": {"value": "5", "unit": "t"}, "retiredOn": "2199-01-01"}]
                        """)
                .statusCode(400)
                .body(
                        "violations.code",
                        hasItems(
                                "REQUIRED",
                                "NOT_A_VINTAGE",
                                "UNKNOWN_VALUE",
                                "INCOMPATIBLE_UNIT",
                                "IN_THE_FUTURE"));
        as("viewer")
                .contentType("application/json")
                .body("[]")
                .post("/api/emissions/credits")
                .then()
                .statusCode(403);
    }
}
