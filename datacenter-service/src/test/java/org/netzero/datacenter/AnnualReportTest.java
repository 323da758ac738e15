package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// What the regulation's pack says of years of which not every hour is known.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class AnnualReportTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final String PACK = "/api/datacenters/reporting/eu-2024-1364?year=2024";

    private static void facility(String id, int installedKw) {
        Asked.tellSite("site-annual", "UTC", 1);
        Asked.putFacility(
                id,
                "{\"siteId\": \"site-annual\", \"inOperationSince\": \"2020-01-01\", \"itCapacityKw\": 200}");
        as("steward")
                .contentType("application/json")
                .body("{\"installedItPowerKw\": %d}".formatted(installedKw))
                .put("/api/datacenters/" + id + "/reporting-profile")
                .then()
                .statusCode(200);
    }

    private static void state(String row) {
        as("steward")
                .contentType("text/csv")
                .body("subject,indicator,period,value,unit,evidence\n" + row + "\n")
                .post("/api/imports/stated-indicators")
                .then()
                .body("accepted", equalTo(1));
    }

    private static ValidatableResponse pack() {
        return as("viewer").get(PACK).then().statusCode(200);
    }

    private static String item(String id, String symbol, String field) {
        return "dataCentres.find { it.datacenterId == '%s' }.items.find { it.symbol == '%s' }.%s"
                .formatted(id, symbol, field);
    }

    private static String group(String size, String symbol, String field) {
        return "groups.find { it.sizeClass == '%s' }.items.find { it.symbol == '%s' }.%s"
                .formatted(size, symbol, field);
    }

    @Test
    void aGroupDividesSumsOfTheSameHours() throws SQLException {
        for (int i = 1; i <= 3; i++) {
            String id = "dc-same-" + i;
            facility(id, 800);
            WrittenHours.write(id, FACILITY_INPUT, "140", START, END, 0);
            // 96 % of the hours
            WrittenHours.write(id, IT, "100", START, END, 25);
        }

        pack().body("formulas", equalTo("eu-2024-1364/2"))
                .body("basis", containsString("unchecked"))
                .body(item("dc-same-1", "E_DC", "value"), equalTo("1229760"))
                .body(item("dc-same-1", "E_DC", "hours"), equalTo(8_784))
                .body(item("dc-same-1", "E_DC", "basis"), equalTo("SECONDARY_SOURCE"))
                .body(item("dc-same-1", "E_IT", "value"), equalTo("843300"))
                .body(item("dc-same-1", "E_IT", "hours"), equalTo(8_433))
                .body(item("dc-same-1", "E_IT", "expectedHours"), equalTo(8_784))
                .body(item("dc-same-1", "PUE", "value"), equalTo("1.4"))
                .body(item("dc-same-1", "PUE", "hours"), equalTo(8_433))
                .body(item("dc-same-1", "PUE", "basis"), equalTo("UNCHECKED"))
                .body(group("FROM_500_KW_TO_1_MW", "PUE", "value"), equalTo("1.4"))
                .body(
                        group("FROM_500_KW_TO_1_MW", "WUE", "notAvailable"),
                        containsString("fewer than 3"));
        String csv = as("viewer").accept(Table.CSV).get(PACK).then().extract().asString();
        assertThat(csv)
                .startsWith(
                        "datacenterId,group,annex,symbol,name,value,unit,origin,hours,expectedHours,notAvailable,formulas,basis")
                .contains(
                        "dc-same-1,,Annex III,PUE,power usage effectiveness,1.4,1,CALCULATED,8433,8784,,eu-2024-1364/2,UNCHECKED");
        as("viewer").accept(Table.XLSX).get(PACK).then().statusCode(200).contentType(Table.XLSX);
    }

    @Test
    void whatIsKnownOfAPartOfTheYearIsNoFigureOfIt() throws SQLException {
        for (int i = 1; i <= 3; i++) {
            String id = "dc-half-" + i;
            facility(id, 300);
            WrittenHours.write(id, FACILITY_INPUT, "140", START, END, 0);
            WrittenHours.write(id, IT, "100", START, END, 2);
            WrittenHours.write(id, WATER, "50", START, START.plus(Duration.ofDays(1)), 0);
        }
        state("dc-half-1,PUE,2024,1.45,1,a report");

        pack().body(item("dc-half-1", "E_DC", "value"), equalTo("1229760"))
                .body(item("dc-half-1", "E_IT", "value"), nullValue())
                .body(
                        item("dc-half-1", "E_IT", "notAvailable"),
                        startsWith("known in 4392 of the 8784 hours"))
                .body(item("dc-half-1", "E_IT", "hours"), equalTo(4_392))
                .body(item("dc-half-1", "W_IN", "value"), nullValue())
                .body(item("dc-half-1", "W_IN", "hours"), equalTo(24))
                .body(item("dc-half-1", "E_RES-TOT", "value"), nullValue())
                .body(item("dc-half-1", "E_RES-TOT", "hours"), equalTo(4_392))
                .body(item("dc-half-1", "PUE", "value"), equalTo("1.45"))
                .body(item("dc-half-1", "PUE", "origin"), equalTo("STATED"))
                .body(item("dc-half-1", "PUE", "hours"), nullValue())
                .body(item("dc-half-2", "PUE", "value"), nullValue())
                .body(
                        item("dc-half-2", "PUE", "notAvailable"),
                        startsWith("known in 4392 of the 8784 hours"))
                .body(item("dc-half-2", "WUE", "value"), nullValue())
                .body(group("BELOW_500_KW", "PUE", "value"), nullValue())
                .body(group("BELOW_500_KW", "PUE", "notAvailable"), containsString("fewer than 3"));
    }

    @Test
    void statedFiguresAndHeldOnesEnterNoGroup() throws SQLException {
        for (int i = 1; i <= 3; i++) {
            String id = "dc-held-" + i;
            facility(id, 5_000);
            // IT used more than entered in the first of them
            WrittenHours.write(id, FACILITY_INPUT, i == 1 ? "90" : "140", START, END, 0);
            WrittenHours.write(id, IT, "100", START, END, 0);
        }
        state("dc-held-1,PUE,2024,1.45,1,a report");

        pack().body(item("dc-held-1", "PUE", "origin"), equalTo("STATED"))
                .body(item("dc-held-2", "PUE", "origin"), equalTo("CALCULATED"))
                .body(item("dc-held-1", "REF", "notAvailable"), startsWith("held"))
                .body(group("FROM_2_TO_10_MW", "PUE", "value"), nullValue())
                .body(
                        group("FROM_2_TO_10_MW", "PUE", "notAvailable"),
                        containsString("fewer than 3"));
    }
}
