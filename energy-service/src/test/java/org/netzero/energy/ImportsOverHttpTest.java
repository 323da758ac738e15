package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.platform.listing.Table;

/// What every kind of import has in common, and what becomes of records that are taken back.
@QuarkusTest
class ImportsOverHttpTest {

    private static final String ENERGY =
            "recordId,siteId,carrier,source,quantity,unit,start,provenance,supersedes\n";
    private static final String RESOURCES =
            "recordId,siteId,resource,quantity,unit,start,provenance,supersedes\n";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static String imported(String kind, String csv) {
        return Api.importing(kind, csv)
                .statusCode(200)
                .body("rejectedRows", equalTo(0))
                .extract()
                .path("importId");
    }

    private static ValidatableResponse history(String kind, String importId) {
        return Api.as("viewer").get("/api/imports/" + kind + "/history/" + importId).then();
    }

    private static ValidatableResponse reverse(String kind, String importId) {
        return Api.as("steward")
                .body("{\"reason\": \"the wrong file\"}")
                .post("/api/imports/" + kind + "/history/" + importId + "/reversal")
                .then();
    }

    private static void purchased(String siteId, String mwh) {
        Api.balance("period=2020&siteId=" + siteId).body("totalMwh.asPublished", equalTo(mwh));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "collection",
                "energy",
                "grid-hours",
                "instruments",
                "intervals",
                "meters",
                "plants",
                "resources",
                "sites",
                "storages"
            })
    void everyKindHasATemplateDescribedColumnsAHistoryAndMappings(String kind) {
        String template =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/imports/" + kind + "/template")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        List<String> named =
                Api.as("viewer")
                        .get("/api/imports/" + kind + "/columns")
                        .then()
                        .statusCode(200)
                        .body("columns.description", everyItem(not(emptyString())))
                        .extract()
                        .path("columns.findAll { it.name != 'supersedes' }.name");
        assertThat(String.join(",", named) + "\r\n").isEqualTo(template);
        Api.as("viewer").get("/api/imports/" + kind + "/history").then().statusCode(200);
        Api.as("viewer").get("/api/imports/" + kind + "/mappings").then().statusCode(200);
        history(kind, "0198f000-0000-7000-8000-000000000000")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT"))
                .body("detail", containsString("GET /api/imports/" + kind + "/history"));
        Api.as("viewer")
                .get("/api/imports/" + kind + "/mappings/nobody")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_MAPPING"));
    }

    @Test
    void aKindThatIsNoneIsRefusedWithThoseThatAre() {
        Api.importing("invoices", "a\n")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT_KIND"))
                .body("detail", containsString("energy, grid-hours, instruments"));
    }

    @Test
    void aTrialStoresNothingAndSaysWhatWouldBecomeOfEachRow() {
        String csv = "siteId,name,kind,country,timeZone\ntrial-site,A,OFFICE,CN,Asia/Shanghai\n";
        Api.importing("sites?dryRun=true", csv + "trial-site,B,OFFICE,CN,Asia/Shanghai\n")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("importId", nullValue())
                .body("accepted", equalTo(1))
                .body("rejected[0].line", equalTo(3))
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
        Api.as("viewer").get("/api/sites/trial-site").then().statusCode(404);

        Api.importing("sites", csv).body("accepted", equalTo(1));
        Api.importing("sites?dryRun=perhaps", csv)
                .statusCode(400)
                .body("violations[0].field", equalTo("dryRun"));
    }

    @Test
    void whatWasRejectedStaysReadable() {
        String importId =
                Api.importing(
                                "energy",
                                ENERGY + "r,nowhere,ELECTRICITY,PURCHASED,1,MWh,2020,STATED,")
                        .statusCode(200)
                        .body("rejectedRows", equalTo(1))
                        .extract()
                        .path("importId");
        history("energy", importId)
                .body("status", equalTo("DONE"))
                .body("recordedBy", equalTo("tester"))
                .body("rejectedRows", equalTo(1));
        history("energy", importId + "/rejected")
                .body("items[0].code", equalTo("UNKNOWN_SITE"))
                .body("items[0].line", equalTo(2));
        history("resources", importId).statusCode(404);
    }

    @Test
    void aFileWithColumnsOfItsOwnIsReadByItsMapping() {
        Api.site("mapped");
        Api.as("steward")
                .body(
                        """
                        {"columns": {"Beleg": "recordId", "Menge": "quantity", "Monat": "start"},
                         "constants": {"siteId": "mapped", "carrier": "ELECTRICITY", "source": "PURCHASED",
                                       "unit": "MWh", "provenance": "INVOICED"},
                         "fieldSeparator": ";", "decimalSeparator": ",", "thousandsSeparator": ".",
                         "datePattern": "MM/yyyy"}
                        """)
                .put("/api/imports/energy/mappings/stadtwerke")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));

        Api.importing("energy?mapping=stadtwerke", "Beleg;Menge;Monat\nb1;1.234,5;03/2020\n")
                .statusCode(200)
                .body("accepted", equalTo(1));

        purchased("mapped", "1234.5");
        Api.importing("resources?mapping=stadtwerke", "Beleg;Menge;Monat\nb1;1;03/2020\n")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_MAPPING"));
    }

    @Test
    void aColumnIsToldWithItsMeaningWhetherItIsMandatoryAndItsValues() {
        Api.as("viewer")
                .get("/api/imports/resources/columns")
                .then()
                .body(
                        "columns.findAll { it.required }.name",
                        contains(
                                "recordId",
                                "siteId",
                                "resource",
                                "quantity",
                                "unit",
                                "start",
                                "provenance"))
                .body(
                        "columns.find { it.name == 'resource' }.values",
                        contains("WATER", "HAZARDOUS_WASTE", "NON_HAZARDOUS_WASTE"))
                .body("columns.find { it.name == 'quantity' }.values", nullValue())
                .body("columns.last().name", equalTo("supersedes"));
    }

    @Test
    void theColumnsOfAWorkbookAreToldBeforeItIsImported() {
        byte[] workbook =
                Api.as("viewer")
                        .accept(Table.XLSX)
                        .get("/api/imports/sites/template")
                        .then()
                        .extract()
                        .asByteArray();

        columnsOf("steward", "energy", Table.XLSX, workbook)
                .statusCode(200)
                .body("columns", hasItems("siteId", "timeZone"))
                .body("rows", empty())
                .body("sheet", equalTo("data"))
                .body("sheets", contains("data"))
                .body("fieldSeparator", nullValue());
        byte[] csv = "Beleg;Menge\nb1;1.234,5\n".getBytes(StandardCharsets.UTF_8);
        columnsOf("steward", "energy", Table.CSV, csv)
                .statusCode(200)
                .body("columns", contains("Beleg", "Menge"))
                .body("rows[0]", contains("b1", "1.234,5"))
                .body("fieldSeparator", equalTo(";"));
        columnsOf("steward", "energy", Table.XLSX, csv)
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_XLSX"));
        columnsOf("viewer", "energy", Table.XLSX, workbook).statusCode(403);
        columnsOf("steward", "invoices", Table.XLSX, workbook)
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_IMPORT_KIND"));
    }

    private static ValidatableResponse columnsOf(
            String role, String kind, String mediaType, byte[] file) {
        return Api.as(role)
                .contentType(mediaType)
                .body(file)
                .post("/api/imports/" + kind + "/columns")
                .then();
    }

    @Test
    void aMappingOntoAColumnThatTheKindHasNotIsRefused() {
        Api.as("steward")
                .body("{\"columns\": {\"Beleg\": \"activityId\"}}")
                .put("/api/imports/energy/mappings/strange")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_TARGET"));
        Api.as("viewer")
                .body("{\"columns\": {}}")
                .put("/api/imports/energy/mappings/strange")
                .then()
                .statusCode(403);
    }

    @Test
    void aLongFileOfRecordsIsWorkedThroughInTheBackground() throws InterruptedException {
        Api.site("longer");
        String csv =
                ENERGY
                        + IntStream.range(0, 50_001)
                                .mapToObj(n ->
                                        "longer-%d,longer,ELECTRICITY,PURCHASED,1,kWh,2020-%02d,INVOICED,"
                                                .formatted(n, 1 + n % 12))
                                .collect(Collectors.joining("\n"));
        String progress =
                Api.importing("energy", csv)
                        .statusCode(202)
                        .body("status", equalTo("QUEUED"))
                        .header("Location", startsWith("/api/imports/energy/history/"))
                        .extract()
                        .path("progress");
        Instant end = Instant.now().plus(PATIENCE);
        while (!"DONE".equals(Api.as("viewer").get(progress).then().extract().path("status"))
                && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        Api.as("viewer")
                .get(progress)
                .then()
                .body("status", equalTo("DONE"))
                .body("accepted", equalTo(50_001));
        purchased("longer", "50");
    }

    @Test
    void whatAnImportOfEnergyStoredCountsNoMoreOnceItIsTakenBack() {
        Api.site("back");
        String row = "back-1,back,ELECTRICITY,PURCHASED,%s,MWh,2020-05,INVOICED,%s\n";
        imported("energy", ENERGY + row.formatted("10", ""));
        String correction = imported("energy", ENERGY + row.formatted("7", "back-1"));
        purchased("back", "7");

        reverse("energy", correction)
                .statusCode(200)
                .body("status", equalTo("REVERSED"))
                .body("reversal.reversedBy", equalTo("tester"))
                .body("reversal.reason", equalTo("the wrong file"));

        purchased("back", "10");
        Api.as("viewer")
                .get("/api/energy/records?siteId=back")
                .then()
                .body("items.quantity.value", contains("10"));
        reverse("energy", correction).statusCode(409).body("code", equalTo("ALREADY_REVERSED"));

        // what was taken back may be sent again, and another correction takes the place it left
        imported("energy", ENERGY + row.formatted("7", "back-1"));
        purchased("back", "7");
    }

    @Test
    void aFirstImportTakenBackLeavesNothingThatCounts() {
        Api.site("emptied");
        String importId =
                imported(
                        "energy",
                        ENERGY
                                + "emptied-1,emptied,ELECTRICITY,PURCHASED,3,MWh,2020-05,INVOICED,\n"
                                + "emptied-2,emptied,ELECTRICITY,PURCHASED,4,MWh,2020-06,INVOICED,\n"
                                + "emptied-2,emptied,ELECTRICITY,PURCHASED,5,MWh,2020-06,INVOICED,emptied-2\n");
        purchased("emptied", "8");

        reverse("energy", importId).statusCode(200);

        Api.as("viewer").get("/api/energy/records?siteId=emptied").then().body("items", hasSize(0));
        Api.balance("period=2020&siteId=emptied").body("lines", hasSize(0));
        // the ids are free
        Api.storing(
                        """
                        [{"recordId": "emptied-2", "siteId": "emptied", "carrier": "ELECTRICITY", "source": "PURCHASED",
                          "quantity": {"value": "1", "unit": "MWh"}, "start": "2020-06", "provenance": "STATED"}]
                        """)
                .statusCode(201);
        purchased("emptied", "1");
    }

    @ParameterizedTest
    @CsvSource({"energy", "resources"})
    void anImportWhoseRecordsWereSupersededSinceIsNotTakenBack(String kind) {
        Api.site("later-" + kind);
        String header = kind.equals("energy") ? ENERGY : RESOURCES;
        String row =
                kind.equals("energy")
                        ? "late-e,later-energy,ELECTRICITY,PURCHASED,%s,MWh,2020-05,INVOICED,%s\n"
                        : "late-r,later-resources,WATER,%s,m3,2020-05,INVOICED,%s\n";
        String first = imported(kind, header + row.formatted("1", ""));
        String id = kind.equals("energy") ? "late-e" : "late-r";
        String second = imported(kind, header + row.formatted("2", id));

        reverse(kind, first)
                .statusCode(409)
                .body("code", equalTo("REVERSAL_REFUSED"))
                .body(
                        "detail",
                        containsString("'%s' by '%s' of import %s".formatted(id, id, second)));

        reverse(kind, second).statusCode(200);
        reverse(kind, first).statusCode(200);
    }

    @Test
    void whatAnImportOfWaterStoredCountsNoMoreOnceItIsTakenBack() {
        Api.site("dry");
        String row = "dry-%s,dry,WATER,%s,m3,2020-05,INVOICED,%s\n";
        String first = imported("resources", RESOURCES + row.formatted("1", "100", ""));
        String second =
                imported(
                        "resources",
                        RESOURCES
                                + row.formatted("1", "60", "dry-1")
                                + row.formatted("2", "5", ""));
        Api.as("viewer")
                .get("/api/energy/resources?period=2020&siteId=dry")
                .then()
                .body("resources[0].quantity.value", equalTo("65"));

        reverse("resources", second).statusCode(200);

        Api.as("viewer")
                .get("/api/energy/resources?period=2020&siteId=dry")
                .then()
                .body("resources[0].quantity.value", equalTo("100"));

        reverse("resources", first).statusCode(200);

        Api.as("viewer")
                .get("/api/energy/resources?period=2020&siteId=dry")
                .then()
                .body("resources", empty());
        imported("resources", RESOURCES + row.formatted("1", "0", ""));
        Api.as("viewer")
                .get("/api/energy/resources?period=2020&siteId=dry")
                .then()
                .body("resources[0].quantity.value", equalTo("0"));
    }

    @ParameterizedTest
    @CsvSource({
        "sites, 'siteId,name,kind,country,timeZone', 'unreversed,A,OFFICE,CN,Asia/Shanghai', PUT /api/sites",
        "meters, 'meterId,siteId,carrier,source', 'unreversed,nowhere,ELECTRICITY,PURCHASED', PUT /api/energy/meters",
        "intervals, 'meterId,start,quantity,unit', 'nothing,2020-01-01T00:00:00Z,1,kWh', next revision",
        "grid-hours, 'zone,start,intensity,unit', 'KEPT,2020-01-01T00:00:00Z,1,gCO2e/kWh', supersedes",
        "instruments, 'instrumentId,kind,market,technology,vintageStart,vintageEnd,quantity,unit', 'unreversed,GEC,CN,SOLAR,2020-01-01,2021-01-01,1,MWh', supersedes"
    })
    void whatIsCorrectedOtherwiseIsNotTakenBack(
            String kind, String header, String row, String remedy) {
        String importId =
                Api.importing(kind, header + "\n" + row + "\n")
                        .statusCode(200)
                        .extract()
                        .path("importId");

        reverse(kind, importId)
                .statusCode(409)
                .body("code", equalTo("NOT_REVERSIBLE"))
                .body("detail", containsString(remedy));
        history(kind, importId).body("status", not(equalTo("REVERSED")));
    }

    @Test
    void aReversalNeedsAReasonAndAStewardAndAnImport() {
        Api.site("reason");
        String importId =
                imported(
                        "energy",
                        ENERGY + "reason-1,reason,ELECTRICITY,PURCHASED,3,MWh,2020-05,INVOICED,");
        String address = "/api/imports/energy/history/" + importId + "/reversal";
        Api.as("steward")
                .body("{}")
                .post(address)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        Api.as("analyst").body("{\"reason\": \"x\"}").post(address).then().statusCode(403);
        reverse("energy", "nothing").statusCode(404).body("code", equalTo("UNKNOWN_IMPORT"));
        purchased("reason", "3");
    }
}
