package org.netzero.energy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// Nobody hands over more electricity than was generated or stored.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class ExportsOverHttpTest {

    /// @param id the site, a slash and what tells its records apart
    private static String record(String id, String source, String mwh, String period, String more) {
        return """
        {"recordId": "%s", "siteId": "%s", "carrier": "ELECTRICITY", "source": "%s",
         "quantity": {"value": "%s", "unit": "MWh"}, "start": "%s", "provenance": "INVOICED"%s}
        """
                .formatted(
                        id.replace('/', '-'),
                        id.substring(0, id.indexOf('/')),
                        source,
                        mwh,
                        period,
                        more);
    }

    private static ValidatableResponse storing(String... records) {
        return Api.storing("[" + String.join(",", records) + "]");
    }

    private static void meter(String meterId, String siteId, String source) {
        Api.as("steward")
                .body(
                        """
                        {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s", "inServiceFrom": "2013-01-01"}
                        """
                                .formatted(siteId, source))
                .put("/api/energy/meters/" + meterId)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse intervals(String... rows) {
        return Api.importing(
                        "intervals",
                        "meterId,start,end,quantity,unit,revision\n"
                                + String.join("\n", rows)
                                + "\n")
                .statusCode(200);
    }

    @Test
    void recordsOfMoreExportThanGenerationAreRefusedAndNothingIsStored() {
        Api.site("exporter");
        storing(record("exporter/1", "EXPORTED", "5", "2013-06", ""))
                .statusCode(400)
                .body("violations[0].field", equalTo("[0].quantity"))
                .body("violations[0].code", equalTo("EXPORT_ABOVE_GENERATION"))
                .body("violations[0].message", containsString("0 kWh were generated"));
        storing(
                        record("exporter/2", "EXPORTED", "5.1", "2013-06", ""),
                        record("exporter/3", "ON_SITE_PV", "5", "2013-06", ""))
                .statusCode(400)
                .body(
                        "violations[0].message",
                        containsString("5100 kWh would be exported in 2013-06, and 5000 kWh"));
        Api.balance("period=2013-06&siteId=exporter").body("renewable.ownMwh", nullValue());
        storing(
                        record("exporter/4", "EXPORTED", "5", "2013-06", ""),
                        record("exporter/5", "ON_SITE_PV", "3", "2013-06", ""),
                        record("exporter/6", "STORAGE_DISCHARGE", "2", "2013-06", ""))
                .statusCode(201);
        // another invoice of the same month, and a correction upwards
        storing(record("exporter/7", "EXPORTED", "0.1", "2013-06", "")).statusCode(400);
        storing(
                        record(
                                "exporter/4",
                                "EXPORTED",
                                "5.2",
                                "2013-06",
                                ", \"supersedes\": \"exporter-4\""))
                .statusCode(400);
        storing(
                        record(
                                "exporter/4",
                                "EXPORTED",
                                "4",
                                "2013-06",
                                ", \"supersedes\": \"exporter-4\""))
                .statusCode(201);
        Api.balance("period=2013-06&siteId=exporter")
                .body("findings.code", not(hasItem("EXPORT_ABOVE_GENERATION")));
        // what is right is right: less was generated, and the balance says what follows
        storing(
                        record(
                                "exporter/5",
                                "ON_SITE_PV",
                                "1",
                                "2013-06",
                                ", \"supersedes\": \"exporter-5\""))
                .statusCode(201);
        Api.balance("period=2013-06&siteId=exporter")
                .body("findings.code", hasItem("EXPORT_ABOVE_GENERATION"));
    }

    @Test
    void aYearsGenerationIsComparedWithAllItsMonthsOfExport() {
        Api.site("yearly");
        storing(
                        record("yearly/g", "ON_SITE_WIND", "10", "2013", ""),
                        record("yearly/1", "EXPORTED", "6", "2013-01", ""))
                .statusCode(201);
        storing(record("yearly/2", "EXPORTED", "5", "2013-02", ""))
                .statusCode(400)
                .body(
                        "violations[0].message",
                        containsString("11000 kWh would be exported in 2013,"));
        storing(record("yearly/3", "EXPORTED", "4", "2013-02", "")).statusCode(201);
    }

    @Test
    void anImportStoresTheRestAndNamesTheRow() {
        Api.site("filed-exports");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        fe-1,filed-exports,ELECTRICITY,EXPORTED,6,MWh,2013-06,INVOICED
                        fe-2,filed-exports,ELECTRICITY,EXPORTED,6,MWh,2013-06,INVOICED
                        fe-3,filed-exports,ELECTRICITY,ON_SITE_PV,10,MWh,2013-06,INVOICED
                        fe-4,filed-exports,DISTRICT_HEAT,EXPORTED,10,MWh,2013-06,INVOICED
                        """)
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].column", equalTo("quantity"))
                .body("rejected[0].code", equalTo("EXPORT_ABOVE_GENERATION"));
    }

    @Test
    void theGroupsExportIsComparedWithTheGenerationOfAllSites() {
        Api.site("all-of-them", "GROUP");
        Api.site("one-of-them");
        storing(record("one-of-them/1", "ON_SITE_PV", "10", "2009-06", "")).statusCode(201);
        storing(record("all-of-them/1", "EXPORTED", "11", "2009-06", "")).statusCode(400);
        storing(record("all-of-them/1", "EXPORTED", "10", "2009-06", "")).statusCode(201);
    }

    @Test
    void intervalsOfMoreExportThanGenerationInTheHourAreRefused() {
        Api.site("hourly-exports");
        meter("he-pv", "hourly-exports", "ON_SITE_PV");
        meter("he-out", "hourly-exports", "EXPORTED");
        intervals(
                        "he-out,2013-06-01T10:00,,5,kWh,",
                        "he-out,2013-06-01T11:00,,6,kWh,",
                        "he-pv,2013-06-01T10:00,,5,kWh,",
                        "he-pv,2013-06-01T11:00,,5.99999,kWh,")
                .body("accepted", equalTo(3))
                .body("rejected", hasSize(1))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].column", equalTo("quantity"))
                .body("rejected[0].code", equalTo("EXPORT_ABOVE_GENERATION"))
                .body("rejected[0].message", containsString("6 kWh would be exported"));
        // quarters of an hour that together are too much
        intervals(
                        "he-out,2013-06-01T11:00,2013-06-01T11:15,2,kWh,",
                        "he-out,2013-06-01T11:15,2013-06-01T11:30,2,kWh,",
                        "he-out,2013-06-01T11:30,2013-06-01T11:45,2,kWh,")
                .body("accepted", equalTo(0))
                .body("rejected.code", hasItem("EXPORT_ABOVE_GENERATION"));
        // the same again is a duplicate, a correction is judged anew
        intervals("he-out,2013-06-01T10:00,,5,kWh,").body("duplicates", equalTo(1));
        intervals("he-out,2013-06-01T10:00,,5.1,kWh,2").body("rejected", hasSize(1));
        intervals("he-out,2013-06-01T10:00,,4,kWh,2").body("accepted", equalTo(1));
    }

    @Test
    void theHourThatTheClockShowsTwiceIsTwoHours() {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "Europe/Berlin"}
                        """)
                .put("/api/sites/put-back")
                .then()
                .statusCode(201);
        meter("pb-pv", "put-back", "ON_SITE_PV");
        meter("pb-out", "put-back", "EXPORTED");
        intervals(
                        "pb-pv,2013-10-27T02:00+02:00,,5,kWh,",
                        "pb-pv,2013-10-27T02:00+01:00,,1,kWh,",
                        "pb-out,2013-10-27T02:00+02:00,,5,kWh,",
                        "pb-out,2013-10-27T02:00+01:00,,5,kWh,")
                .body("accepted", equalTo(3))
                .body("rejected.line", equalTo(java.util.List.of(5)))
                .body("rejected[0].code", equalTo("EXPORT_ABOVE_GENERATION"));
    }

    @Test
    void anHourWhoseGenerationIsNotOnFileCannotBeJudged() {
        Api.site("late-generation");
        meter("lg-pv", "late-generation", "ON_SITE_PV");
        meter("lg-battery", "late-generation", "STORAGE_DISCHARGE");
        meter("lg-out", "late-generation", "EXPORTED");
        intervals("lg-out,2013-06-01T10:00,,5,kWh,", "lg-pv,2013-06-01T10:00,,1,kWh,")
                .body("accepted", equalTo(2));
        intervals("lg-battery,2013-06-01T11:00,,3,kWh,", "lg-pv,2013-06-01T11:00,,1,kWh,")
                .body("accepted", equalTo(2));
        intervals("lg-out,2013-06-01T11:00,,4,kWh,").body("accepted", equalTo(1));
        // half of the hour is on file
        intervals(
                        "lg-pv,2013-06-01T12:00,2013-06-01T12:30,1,kWh,",
                        "lg-battery,2013-06-01T12:00,,0,kWh,")
                .body("accepted", equalTo(2));
        intervals("lg-out,2013-06-01T12:00,,2,kWh,").body("accepted", equalTo(1));
        Api.as("steward")
                .contentType("text/csv")
                .body(
                        "meterId,start,quantity,unit\nlg-out,2013-06-01T11:00,4.1,kWh\nlg-out,2013-06-01T13:00,1,kWh\nlg-pv,2013-06-01T13:00,0,kWh\nlg-battery,2013-06-01T13:00,0,kWh\n")
                .post("/api/imports/intervals?dryRun=true")
                .then()
                .statusCode(200)
                .body("rejected.code", hasItem("EXPORT_ABOVE_GENERATION"));
    }
}
