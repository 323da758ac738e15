package org.netzero.energy;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

/// The published energy figures of 2021, imported as they stand in the report.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class PublishedYearTest {

    private static final String SITES =
            """
            siteId,name,kind,country,timeZone
            group,The whole company,GROUP,CN,Asia/Shanghai
            """;

    private static final String ENERGY =
            """
            recordId,siteId,carrier,source,quantity,unit,start,provenance
            2021-gasoline,group,GASOLINE,COMBUSTION_MOBILE,34160,L,2021,STATED
            2021-diesel,group,DIESEL,COMBUSTION_STATIONARY,3261448,L,2021,STATED
            2021-natural-gas,group,NATURAL_GAS,COMBUSTION_STATIONARY,3111654,m3,2021,STATED
            2021-electricity,group,ELECTRICITY,PURCHASED,4308960,MWh,2021,STATED
            2021-renewable,group,ELECTRICITY,PURCHASED_RENEWABLE,63000,MWh,2021,STATED
            2021-own,group,ELECTRICITY,ON_SITE_PV,2334,MWh,2021,STATED
            2020-electricity,group,ELECTRICITY,PURCHASED,3128144,MWh,2020,STATED
            """;

    @BeforeEach
    void importTheReport() {
        Api.importing("sites", SITES).statusCode(200);
        Api.importing("energy", ENERGY).statusCode(200).body("rejected.size()", equalTo(0));
    }

    @Test
    void theBalanceGivesThePublishedTotalsToTheHundredthOfAMegawattHour() {
        Api.balance("period=2021&siteId=group")
                .statusCode(200)
                .body("period", equalTo("2021"))
                .body("totalMwh.asPublished", equalTo("4375366.65"))
                .body("totalMwh.gri302", equalTo("4377700.65"))
                .body("directMwh", equalTo("66406.65"))
                .body("indirectMwh", equalTo("4308960"))
                .body(
                        "byCarrier.carrier",
                        hasItems("ELECTRICITY", "NATURAL_GAS", "DIESEL", "GASOLINE"))
                .body("byCarrier.find { it.carrier == 'DIESEL' }.energyMwh", equalTo("32458.37"))
                .body(
                        "byCarrier.find { it.carrier == 'DIESEL' }.quantity.value",
                        equalTo("3261448"))
                .body("byCarrier.find { it.carrier == 'DIESEL' }.quantity.unit", equalTo("L"))
                .body("byCarrier.find { it.carrier == 'DIESEL' }.provenance", equalTo("STATED"));
    }

    @Test
    void theRenewableShareShowsNumeratorAndDenominatorAndThatNoCertificateIsOnFile() {
        Api.balance("period=2021&siteId=group")
                .body("renewable.purchasedMwh", equalTo("63000"))
                .body("renewable.ownMwh", equalTo("2334"))
                .body("renewableShare.value", equalTo("0.015154"))
                .body("renewableShare.numeratorMwh", equalTo("65334"))
                .body("renewableShare.denominatorMwh", equalTo("4311294"))
                .body("findings.code", hasItem("NO_INSTRUMENT_ON_FILE"));
    }

    @Test
    void everyLineNamesTheHeatingValueAndTheDensityItWasComputedBy() {
        String diesel = "lines.find { it.carrier == 'DIESEL' }.heatingValue.";
        Api.balance("period=2021&siteId=group")
                .body("heatingValues", equalTo("gbt-2589-2008"))
                .body(diesel + "id", equalTo("gbt-2589-2008.diesel"))
                .body(diesel + "netCalorificValue", equalTo("42.652 MJ (Net CV)/kg"))
                .body(diesel + "density", equalTo("0.84 kg/L"))
                .body(diesel + "densityProvenance", equalTo("ESTIMATED"));
    }

    @Test
    void theHeatingValuesOfTheIpccGiveAnotherDirectEnergyThatIsNotTuned() {
        Api.balance("period=2021&siteId=group&heatingValues=ipcc-2006")
                .body("heatingValues", equalTo("ipcc-2006"))
                .body("directMwh", equalTo("62798.21"));
    }

    @Test
    void theYearsMatchingScoreIsTheRenewableShare() {
        Api.as("viewer")
                .get("/api/energy/matching?period=2021")
                .then()
                .statusCode(200)
                .body("score", equalTo("0.015154"))
                .body("matchedMwh", equalTo("65334"));
    }

    @Test
    void aMonthDoesNotTakeItsShareOfAYearsFigure() {
        Api.balance("period=2021-03&siteId=group")
                .statusCode(200)
                .body("totalMwh.asPublished", equalTo(null))
                .body("findings.code", hasItems("RECORD_NOT_SPLIT", "NOTHING_ON_FILE"));
    }

    /// The files as they are shipped: a trade with a consumption voucher leaves the figures and the
    /// finding as they are published, and it cannot be allocated before its rate is known.
    @Test
    void theTradeWithAConsumptionVoucherChangesNoPublishedFigure() throws IOException {
        String file = Files.readString(Path.of("../deploy/data/report-2021/instruments.csv"));
        Api.importing("instruments", file).statusCode(200).body("rejected.size()", equalTo(0));
        Api.as("viewer")
                .get("/api/energy/instruments/2021-chongqing-green-power")
                .then()
                .statusCode(200)
                .body("leftKwh", equalTo("63000000"));
        Api.as("steward")
                .body(
                        "{\"siteId\": \"group\", \"period\": \"2021\", \"quantity\": {\"value\": 63000, \"unit\": \"MWh\"}}")
                .post("/api/energy/instruments/2021-chongqing-green-power/allocations")
                .then()
                .statusCode(409)
                .body("code", equalTo("EMISSION_RATE_UNKNOWN"));
        Api.balance("period=2021&siteId=group")
                .body("renewable.purchasedMwh", equalTo("63000"))
                .body("renewableShare.value", equalTo("0.015154"))
                .body("findings.code", hasItem("NO_INSTRUMENT_ON_FILE"));
    }

    /// The files as they are shipped: what the report says of its plants adds nothing to the
    /// company's total, of which it is a part.
    @Test
    void thePlantsOfTheReportAnswerAndChangeNoPublishedFigure() throws IOException {
        Path folder = Path.of("../deploy/data/report-2021");
        Api.importing("sites", Files.readString(folder.resolve("sites.csv"))).statusCode(200);
        Api.importing("plants", Files.readString(folder.resolve("plants.csv")))
                .statusCode(200)
                .body("accepted", equalTo(2));
        String header =
                "recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence\n";
        String qingyuan =
                Files.readAllLines(folder.resolve("energy.csv")).stream()
                        .filter(line -> line.startsWith("2021-qingyuan-pv,"))
                        .findFirst()
                        .orElseThrow();
        Api.importing("energy", header + qingyuan + "\n").body("accepted", equalTo(1));
        // 122 days from the first of September on
        Api.as("viewer")
                .get("/api/energy/plants/qingyuan-qingxin-pv/performance?period=2021")
                .then()
                .statusCode(200)
                .body("total.hoursInOperation", equalTo("2928"))
                .body("total.generatedKwh", equalTo("2000000"))
                .body("total.capacityFactor", equalTo("0.103494"))
                .body("total.availability", equalTo("1"));
        Api.as("viewer")
                .get("/api/energy/plants/yangzhou-yizheng-pv/performance?period=2021")
                .then()
                .statusCode(200)
                .body("total.hoursInOperation", equalTo(null))
                .body("findings.code", hasItem("NOTHING_ON_FILE"));
        Api.balance("period=2021")
                .body("totalMwh.gri302", equalTo("4377700.65"))
                .body("renewable.ownMwh", equalTo("2334"))
                .body("renewableShare.value", equalTo("0.015154"));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        Api.importing("energy", ENERGY).body("accepted", equalTo(0)).body("duplicates", equalTo(7));
    }
}
