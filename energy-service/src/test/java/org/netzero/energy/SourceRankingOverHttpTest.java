package org.netzero.energy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class SourceRankingOverHttpTest {

    private static final Topic CONSUMPTION = new Topic("energy.consumption");

    private static final String STATEMENT_FIRST =
            """
            [["STATED"], ["MEASURED", "INVOICED"], ["METERED"], ["TELEMETRY"], ["ESTIMATED"], ["DEFAULTED"]]\
            """;
    private static final String READING_BEFORE_BILL =
            """
            [["MEASURED"], ["INVOICED"], ["METERED"], ["TELEMETRY"], ["ESTIMATED"], ["STATED"], ["DEFAULTED"]]\
            """;

    private static ValidatableResponse ranking(String siteId, String query, String ranks) {
        return Api.as("steward")
                .body("{\"ranks\": " + ranks + "}")
                .put("/api/energy/sites/" + siteId + "/source-ranking" + query)
                .then();
    }

    private static void estimateAndStatement(String siteId) {
        Api.site(siteId);
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        SITE-1,SITE,ELECTRICITY,PURCHASED,10,MWh,2023-05,ESTIMATED
                        SITE-2,SITE,ELECTRICITY,PURCHASED,12,MWh,2023-05,STATED
                        """
                                .replace("SITE", siteId))
                .body("accepted", equalTo(2));
    }

    private static ValidatableResponse balance(String siteId) {
        return Api.balance("period=2023-05&siteId=" + siteId);
    }

    @Test
    void whatCountsAndWhatIsToldFollowTheOrderOfASiteAtOnce() {
        estimateAndStatement("ranked-1");
        balance("ranked-1")
                .body("indirectMwh", equalTo("10"))
                .body("sourceRanking.set", empty())
                .body(
                        "sourceRanking.usual",
                        equalTo(
                                "MEASURED=INVOICED > METERED > TELEMETRY > ESTIMATED > STATED > DEFAULTED"));

        ranking("ranked-1", "", STATEMENT_FIRST)
                .statusCode(200)
                .body("set", hasSize(1))
                .body("set[0].ranks[0]", hasItem("STATED"))
                .body("set[0].revision", equalTo(1));

        balance("ranked-1")
                .body("indirectMwh", equalTo("12"))
                .body("sourceRanking.set[0].siteId", equalTo("ranked-1"))
                .body("sourceRanking.set[0].ranking", containsString("STATED > MEASURED=INVOICED"));
        CONSUMPTION.await(
                "ranked-1/ELECTRICITY/PURCHASED/2023-05",
                told -> told.contains("\"energyKwh\":\"12000\""));

        ranking("ranked-1", "", STATEMENT_FIRST).body("set[0].revision", equalTo(1));
        Api.as("steward")
                .delete("/api/energy/sites/ranked-1/source-ranking")
                .then()
                .statusCode(204);
        balance("ranked-1").body("indirectMwh", equalTo("10"));
        CONSUMPTION.await(
                "ranked-1/ELECTRICITY/PURCHASED/2023-05",
                told -> told.contains("\"energyKwh\":\"10000\"") && told.contains("\"version\":3"));
        Api.as("viewer")
                .get("/api/energy/sites/ranked-1/source-ranking/history")
                .then()
                .body("", hasSize(2))
                .body("[0].setBy", equalTo("tester"))
                .body("[1].ranks", nullValue());
        Api.as("steward")
                .delete("/api/energy/sites/ranked-1/source-ranking")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_RANKING"));
    }

    @Test
    void theOrderOfOneCarrierLeavesTheOthersAlone() {
        estimateAndStatement("ranked-2");
        ranking("ranked-2", "?carrier=DIESEL", STATEMENT_FIRST)
                .statusCode(200)
                .body("set[0].carrier", equalTo("DIESEL"));
        balance("ranked-2").body("indirectMwh", equalTo("10"));
        ranking("ranked-2", "?carrier=ELECTRICITY", STATEMENT_FIRST).statusCode(200);
        balance("ranked-2").body("indirectMwh", equalTo("12"));
    }

    @Test
    void aReadingAndABillOfTheSameDaysAddUpUnlessOneRanksBeforeTheOther() {
        Api.site("ranked-3");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        r3-1,ranked-3,ELECTRICITY,PURCHASED,10,MWh,2023-05,MEASURED
                        r3-2,ranked-3,ELECTRICITY,PURCHASED,12,MWh,2023-05,INVOICED
                        """)
                .body("accepted", equalTo(2));
        balance("ranked-3").body("indirectMwh", equalTo("22"));
        ranking("ranked-3", "", READING_BEFORE_BILL).statusCode(200);
        balance("ranked-3").body("indirectMwh", equalTo("10"));
    }

    @Test
    void zonesOfTheProgressFollowTheOrderOfTheirSites() {
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "OFFICE", "country": "UY", "timeZone": "America/Montevideo"}
                        """)
                .put("/api/sites/ranked-zone")
                .then()
                .statusCode(201);
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        rz-1,ranked-zone,ELECTRICITY,PURCHASED,1000,MWh,1991,ESTIMATED
                        rz-2,ranked-zone,ELECTRICITY,PURCHASED,900,MWh,1991,STATED
                        """)
                .body("accepted", equalTo(2));
        ranking("ranked-zone", "", STATEMENT_FIRST).statusCode(200);
        Api.as("viewer")
                .get("/api/energy/green-power/progress?from=1991&to=1991")
                .then()
                .statusCode(200)
                .body("years[0].zones.find { it.gridZone == 'UY' }.need.usedMwh", equalTo("900"));
    }

    @Test
    void exportsAreComparedWithTheGenerationThatCounts() {
        Api.site("ranked-export");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        rx-1,ranked-export,ELECTRICITY,ON_SITE_PV,10,MWh,2023-05,ESTIMATED
                        rx-2,ranked-export,ELECTRICITY,ON_SITE_PV,9,MWh,2023-05,STATED
                        """)
                .body("accepted", equalTo(2));
        ranking("ranked-export", "", STATEMENT_FIRST).statusCode(200);
        String export =
                """
                recordId,siteId,carrier,source,quantity,unit,start,provenance
                rx-3,ranked-export,ELECTRICITY,EXPORTED,9.5,MWh,2023-05,INVOICED
                """;
        Api.importing("energy", export)
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("EXPORT_ABOVE_GENERATION"));
        Api.importing("energy", export.replace("9.5", "9")).body("accepted", equalTo(1));
    }

    @Test
    void aPlantsFiguresFollowTheOrderOfItsSite() {
        Api.site("ranked-plant");
        Api.as("steward")
                .body(
                        """
                        {"name": "Roof", "siteId": "ranked-plant", "technology": "PV",
                         "capacity": {"value": "100", "unit": "kW"}, "commissioned": "2015-03-11"}
                        """)
                .put("/api/energy/plants/ranked-roof")
                .then()
                .statusCode(201);
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        rp-1,ranked-plant,ELECTRICITY,ON_SITE_PV,10,MWh,2023-05,ESTIMATED
                        rp-2,ranked-plant,ELECTRICITY,ON_SITE_PV,9,MWh,2023-05,STATED
                        """)
                .body("accepted", equalTo(2));
        ranking("ranked-plant", "", STATEMENT_FIRST).statusCode(200);
        Api.as("viewer")
                .get("/api/energy/plants/ranked-roof/performance?period=2023-05")
                .then()
                .statusCode(200)
                .body("total.generatedKwh", equalTo("9000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; ranks; REQUIRED",
                "[[\"MEASURED\"], [\"GUESSED\"]]; ranks[1][0]; UNKNOWN_VALUE",
                "[[\"MEASURED\"], [\"STATED\", \"MEASURED\"]]; ranks[1][1]; REPEATED_KIND",
                "[[\"MEASURED\"], []]; ranks[1]; EMPTY_RANK",
                "[[\"MEASURED\"], [\"STATED\"]]; ranks; MISSING_KINDS",
            })
    void everyKindHasOneRank(String ranks, String field, String code) {
        ranking("anywhere", "", ranks)
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefused() {
        ranking("no-such-site", "", STATEMENT_FIRST)
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_SITE"));
        ranking("no-such-site", "?carrier=PEAT", STATEMENT_FIRST)
                .statusCode(400)
                .body("violations[0].field", equalTo("carrier"));
        Api.as("viewer")
                .body("{\"ranks\": " + STATEMENT_FIRST + "}")
                .put("/api/energy/sites/ranked-1/source-ranking")
                .then()
                .statusCode(403);
    }

    @Test
    void theBalanceIsInTonnesOfCoalEquivalentToo() {
        Api.site("coal-1");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        ce-1,coal-1,ELECTRICITY,PURCHASED,10,MWh,2023-05,INVOICED
                        ce-2,coal-1,DIESEL,COMBUSTION_MOBILE,2,t,2023-05,INVOICED
                        """)
                .body("accepted", equalTo(2));
        balance("coal-1")
                .body("coalEquivalent.asPublishedTce", equalTo("4.143"))
                .body("coalEquivalent.directTce", equalTo("2.914"))
                .body("coalEquivalent.indirectTce", equalTo("1.229"))
                .body("byCarrier.find { it.carrier == 'DIESEL' }.tce", equalTo("2.914"))
                .body(
                        "lines.find { it.carrier == 'ELECTRICITY' }.coalEquivalentBy",
                        equalTo("gbt-2589.electricity"));
        Api.as("viewer")
                .accept("text/csv")
                .get("/api/energy/balance?period=2023-05&siteId=coal-1")
                .then()
                .body(containsString("tce,coalEquivalentBy"))
                .body(containsString("1.229,gbt-2589.electricity"));
        Api.balance("period=2022&siteId=coal-1").body("coalEquivalent.asPublishedTce", nullValue());
    }

    @Test
    void aMonthWithoutAFigureBetweenOthersIsAFinding() {
        Api.site("gap-1");
        Api.importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,provenance
                        gap-1,gap-1,ELECTRICITY,PURCHASED,10,MWh,2023-05,INVOICED
                        gap-2,gap-1,ELECTRICITY,PURCHASED,12,MWh,2023-08,INVOICED
                        """)
                .body("accepted", equalTo(2));
        Api.balance("period=2023&siteId=gap-1")
                .body(
                        "findings.find { it.code == 'MONTHS_WITHOUT_FIGURES' }.message",
                        containsString("2023-06, 2023-07,"));
        Api.balance("period=2023-07&siteId=gap-1")
                .body("findings.code", hasItem("MONTHS_WITHOUT_FIGURES"));
    }
}
