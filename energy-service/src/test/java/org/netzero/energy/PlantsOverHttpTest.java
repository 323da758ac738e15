package org.netzero.energy;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
class PlantsOverHttpTest {

    private static ValidatableResponse plant(String plantId, String body) {
        return Api.as("steward").body(body).put("/api/energy/plants/" + plantId).then();
    }

    private static String pv(String siteId, String more) {
        return """
        {"name": "Roof", "siteId": "%s", "technology": "PV", "capacity": {"value": "100", "unit": "kW"},
         "commissioned": "2015-03-11"%s}
        """
                .formatted(siteId, more);
    }

    private static ValidatableResponse meter(String meterId, String body) {
        return Api.as("steward").body(body).put("/api/energy/meters/" + meterId).then();
    }

    private static String meterOf(String siteId, String source, String plantId) {
        return """
        {"siteId": "%s", "carrier": "ELECTRICITY", "source": "%s", "plantId": "%s"}
        """
                .formatted(siteId, source, plantId);
    }

    private static ValidatableResponse performance(String plantId, String query) {
        return Api.as("viewer")
                .get("/api/energy/plants/%s/performance?%s".formatted(plantId, query))
                .then();
    }

    private static String record(
            String id, String site, String carrier, String source, String amount, String period) {
        String[] parts = amount.split(" ", 2);
        return """
        {"recordId": "%s", "siteId": "%s", "carrier": "%s", "source": "%s",
         "quantity": {"value": "%s", "unit": "%s"}, "start": "%s", "provenance": "INVOICED"}
        """
                .formatted(id, site, carrier, source, parts[0], parts[1], period);
    }

    private static void hours(String meterId, String day, String kwh) {
        StringBuilder rows = new StringBuilder("meterId,start,quantity,unit\n");
        for (int hour = 0; hour < 24; hour++) {
            rows.append("%s,%sT%02d:00,%s,kWh\n".formatted(meterId, day, hour, kwh));
        }
        Api.importing("intervals", rows.toString()).statusCode(200).body("accepted", equalTo(24));
    }

    @Test
    void whatIsStatedOfAPlantAnewIsAddedAndNothingOverwritten() {
        Api.site("roofed");
        plant("roof", pv("roofed", ", \"capacityBasis\": \"DC_PEAK\""))
                .statusCode(201)
                .body("revision", equalTo(1))
                .body("source", equalTo("ON_SITE_PV"))
                .body("capacity.value", equalTo("100"));
        plant("roof", pv("roofed", ", \"capacityBasis\": \"DC_PEAK\""))
                .statusCode(200)
                .body("revision", equalTo(1));
        plant("roof", pv("roofed", ", \"capacityBasis\": \"AC\""))
                .statusCode(200)
                .body("revision", equalTo(2));
        Api.as("viewer")
                .get("/api/energy/plants/roof/revisions")
                .then()
                .statusCode(200)
                .body("items.capacityBasis", equalTo(java.util.List.of("DC_PEAK", "AC")));
        Api.as("viewer")
                .get("/api/energy/plants/roof")
                .then()
                .body("capacityBasis", equalTo("AC"))
                .body("recordedBy", equalTo("tester"));
    }

    @Test
    void theListOfPlantsAsAFileIsWhatTheImportTakes() {
        Api.site("plants-file");
        Api.importing(
                        "plants",
                        """
                        plantId,name,siteId,technology,capacity,unit,commissioned,expectedYieldByMonthKwh,expectedYieldSource
                        filed-1,Roof,plants-file,PV,6.6,MW,2021-09,1;2;3;4;5;6;7;8;9;10;11;12,a simulation
                        filed-2,Mast,plants-file,WIND,0,kW,2021-09,,
                        filed-3,Mast,nowhere,WIND,5,kW,2021-09,,
                        """)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected.code", equalTo(java.util.List.of("NOT_POSITIVE", "UNKNOWN_SITE")));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/plants?limit=1000")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        Api.importing("plants", csv)
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("rejected", hasSize(0));
        Api.as("viewer")
                .get("/api/energy/plants/filed-1")
                .then()
                .body("commissioned", equalTo("2021-09-01"))
                .body("expectedYieldKwh", equalTo("78"));
        Api.importing(
                        "plants",
                        """
                        plantId,name,siteId,technology,capacity,unit,commissioned
                        filed-1,Another roof,plants-file,PV,6.6,MW,2021-09
                        """)
                .body("rejected[0].code", equalTo("ID_CONFLICT"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"technology\": \"PV\"', '\"technology\": \"TIDE\"', technology, UNKNOWN_VALUE",
        "'\"value\": \"100\"', '\"value\": \"0\"', capacity.value, NOT_POSITIVE",
        "'\"value\": \"100\"', '\"value\": \"-5\"', capacity.value, NOT_POSITIVE",
        "'\"unit\": \"kW\"', '\"unit\": \"kWh\"', capacity.unit, WRONG_UNIT",
        "2015-03-11, 2015-13, commissioned, NOT_A_PERIOD",
        "'\"technology\": \"PV\"', '\"technology\": \"PV\", \"fuel\": \"NATURAL_GAS\"', fuel, NOT_OF_THIS_TECHNOLOGY",
        "'\"technology\": \"PV\"', '\"technology\": \"WIND\", \"capacityBasis\": \"AC\"', capacityBasis, NOT_OF_THIS_TECHNOLOGY",
        "'\"technology\": \"PV\"', '\"technology\": \"CHP\"', fuel, REQUIRED",
        "'\"technology\": \"PV\"', '\"technology\": \"FUEL_CELL\", \"fuel\": \"ELECTRICITY\"', fuel, NOT_A_FUEL",
        "'\"technology\": \"PV\"', '\"technology\": \"CHP\", \"fuel\": \"NATURAL_GAS\", \"fuelShare\": \"1.5\"', fuelShare, NOT_A_SHARE",
        "'\"technology\": \"PV\"', '\"technology\": \"CHP\", \"fuel\": \"NATURAL_GAS\", \"referenceElectricalEfficiency\": \"53\"', referenceElectricalEfficiency, NOT_AN_EFFICIENCY",
        "'\"technology\": \"PV\"', '\"technology\": \"PV\", \"expectedYieldKwh\": \"9\"', expectedYieldSource, REQUIRED",
        "'\"technology\": \"PV\"', '\"technology\": \"PV\", \"expectedYieldByMonthKwh\": [\"1\", \"2\"], \"expectedYieldSource\": \"x\"', expectedYieldByMonthKwh, NOT_TWELVE_MONTHS",
        "'\"technology\": \"PV\"', '\"technology\": \"PV\", \"decommissioned\": \"2014-01-01\"', decommissioned, END_NOT_AFTER_START",
        "'\"name\": \"Roof\"', '\"name\": \"\"', name, REQUIRED"
    })
    void aPlantThatCannotBeIsRefusedWithTheField(
            String right, String wrong, String field, String code) {
        plant("impossible", pv("anywhere", "").replace(right, wrong))
                .statusCode(400)
                .body("violations.field", hasItem(field))
                .body("violations.code", hasItem(code));
        Api.as("viewer")
                .get("/api/energy/plants/impossible")
                .then()
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_PLANT"));
    }

    @Test
    void aPlantOfNoSiteOrOfTheGroupIsRefused() {
        plant("lost", pv("nowhere", "")).statusCode(404).body("code", equalTo("UNKNOWN_SITE"));
        Api.site("everyone-plants", "GROUP");
        plant("of-all", pv("everyone-plants", ""))
                .statusCode(400)
                .body("violations[0].code", equalTo("PLANT_OF_GROUP"));
        Api.site("plant-holder");
        plant("held", pv("plant-holder", "")).statusCode(201);
        Api.as("steward")
                .body(
                        """
                        {"name": "A site", "kind": "GROUP", "country": "CN", "timeZone": "Asia/Shanghai"}
                        """)
                .put("/api/sites/plant-holder")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("SITE_HAS_PLANTS"));
        Api.as("viewer")
                .body(pv("plant-holder", ""))
                .put("/api/energy/plants/held")
                .then()
                .statusCode(403);
    }

    @Test
    void aMeterNamesThePlantOfItsSiteThatItMeasures() {
        Api.site("meter-plant");
        Api.site("meter-elsewhere");
        plant("metered-roof", pv("meter-plant", "")).statusCode(201);
        meter("mp-1", meterOf("meter-plant", "ON_SITE_PV", "no-such"))
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_PLANT"));
        meter("mp-1", meterOf("meter-elsewhere", "ON_SITE_PV", "metered-roof"))
                .statusCode(400)
                .body("violations[0].code", equalTo("PLANT_OF_OTHER_SITE"));
        meter("mp-1", meterOf("meter-plant", "ON_SITE_WIND", "metered-roof"))
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_OF_THIS_PLANT"))
                .body("violations[0].message", containsString("ON_SITE_PV, EXPORTED, CURTAILED"));
        meter("mp-1", meterOf("meter-plant", "ON_SITE_PV", "metered-roof"))
                .statusCode(201)
                .body("plantId", equalTo("metered-roof"));
        plant("metered-roof", pv("meter-elsewhere", ""))
                .statusCode(400)
                .body("violations[0].code", equalTo("PLANT_HAS_METERS"));
        Api.importing(
                        "meters",
                        "meterId,siteId,carrier,source,plantId\nmp-2,meter-plant,ELECTRICITY,PURCHASED,metered-roof\n")
                .body("rejected[0].code", equalTo("NOT_OF_THIS_PLANT"));
    }

    @Test
    void capacityFactorAndExpectationCountFromCommissioningOn() {
        Api.site("young");
        plant(
                        "young-roof",
                        pv(
                                "young",
                                ", \"expectedYieldKwh\": \"36500\", \"expectedYieldSource\": \"simulation of 2014\""))
                .statusCode(201);
        meter("young-pv", meterOf("young", "ON_SITE_PV", "young-roof")).statusCode(201);
        meter("young-out", meterOf("young", "EXPORTED", "young-roof")).statusCode(201);
        meter("young-curtailed", meterOf("young", "CURTAILED", "young-roof")).statusCode(201);
        hours("young-pv", "2015-03-10", "1");
        hours("young-pv", "2015-03-11", "5");
        hours("young-pv", "2015-03-12", "7");
        hours("young-out", "2015-03-12", "2");
        hours("young-curtailed", "2015-03-12", "3");
        // 100 kW from the 11th on; 100 kWh expected a day
        performance("young-roof", "from=2015-03-10&to=2015-03-13&granularity=month")
                .statusCode(200)
                .body("total.hoursInOperation", equalTo("48"))
                .body("total.generatedKwh", equalTo("312"))
                .body("total.beforeCommissioningKwh", equalTo("24"))
                .body("total.exportedKwh", equalTo("48"))
                .body("total.selfUsedKwh", equalTo("264"))
                .body("total.curtailedKwh", equalTo("72"))
                .body("total.capacityFactor", equalTo("0.06"))
                .body("total.expectedKwh", equalTo("200"))
                .body("total.performanceRatioAgainstExpectation", equalTo("1.44"))
                .body("total.specificYieldKwhPerKw", equalTo("2.88"))
                .body("total.availability", equalTo("1"))
                .body("total.cogeneration", nullValue())
                .body("parts", hasSize(1))
                .body("formulas.expectedBy", equalTo("simulation of 2014"))
                .body("findings.code", hasItem("BEFORE_COMMISSIONING"))
                .body("findings.code", not(hasItem("METER_GAPS")));
        performance("young-roof", "period=2015-03&granularity=month")
                .body("total.availability", equalTo("0.095238"))
                .body("findings.code", hasItem("METER_GAPS"));
        // what was curtailed was never there
        Api.balance("period=2015-03&siteId=young")
                .body("lines.source", not(hasItem("CURTAILED")))
                .body("renewable.ownMwh", equalTo("0.26"));
    }

    @Test
    void morePowerThanTheCapacityIsAFinding() {
        Api.site("strong");
        plant("strong-roof", pv("strong", "")).statusCode(201);
        meter("strong-pv", meterOf("strong", "ON_SITE_PV", "strong-roof")).statusCode(201);
        hours("strong-pv", "2015-05-10", "101");
        performance("strong-roof", "period=2015-05-10")
                .body("total.capacityFactor", equalTo("1.01"))
                .body("findings.code", hasItem("ABOVE_CAPACITY"))
                .body("findings.message.join(' ')", containsString("24 intervals"));
    }

    @Test
    void moreHoursOfItsMetersThanOneAnswerTakesAreRefused() {
        Api.site("eternal");
        plant("eternal-roof", pv("eternal", "")).statusCode(201);
        meter("eternal-1", meterOf("eternal", "ON_SITE_PV", "eternal-roof")).statusCode(201);
        performance("eternal-roof", "from=1900&to=2200").statusCode(200);
        meter("eternal-2", meterOf("eternal", "ON_SITE_PV", "eternal-roof")).statusCode(201);
        performance("eternal-roof", "from=1900&to=2200")
                .statusCode(422)
                .body("code", equalTo("TOO_MANY_HOURS"));
    }

    @Test
    void recordsOfASiteWithOnePlantAreItsAndThoseOfTwoAreNotToldApart() {
        Api.site("recorded");
        plant("recorded-1", pv("recorded", "")).statusCode(201);
        Api.storing(
                        "["
                                + record(
                                        "recorded-a",
                                        "recorded",
                                        "ELECTRICITY",
                                        "ON_SITE_PV",
                                        "9.6 MWh",
                                        "2016-02")
                                + ","
                                + record(
                                        "recorded-b",
                                        "recorded",
                                        "ELECTRICITY",
                                        "EXPORTED",
                                        "1.6 MWh",
                                        "2016-02")
                                + "]")
                .statusCode(201);
        performance("recorded-1", "period=2016-02&granularity=month")
                .body("total.generatedKwh", equalTo("9600"))
                .body("total.selfUsedKwh", equalTo("8000"))
                .body("total.hoursInOperation", equalTo("696"))
                .body("total.capacityFactor", equalTo("0.137931"))
                .body("total.performanceRatioAgainstExpectation", nullValue())
                .body("total.availability", equalTo("1"));
        performance("recorded-1", "period=2016-02-10")
                .body("total.generatedKwh", nullValue())
                .body("findings.code", hasItems("NOTHING_ON_FILE", "RECORD_NOT_SPLIT"));
        plant("recorded-2", pv("recorded", "")).statusCode(201);
        performance("recorded-1", "period=2016-02")
                .body("total.generatedKwh", nullValue())
                .body("total.capacityFactor", nullValue())
                .body("findings.code", hasItem("NOT_TOLD_APART"));
    }

    @Test
    void aCombinedPlantSavesFuelAgainstSeparateProduction() {
        Api.site("combined");
        plant(
                        "engine",
                        """
                        {"name": "Gas engine", "siteId": "combined", "technology": "CHP",
                         "capacity": {"value": "1", "unit": "MW"}, "commissioned": "2016", "fuel": "NATURAL_GAS",
                         "referenceElectricalEfficiency": "0.5", "referenceThermalEfficiency": "0.8",
                         "referenceSource": "an example"}
                        """)
                .statusCode(201);
        Api.storing(
                        "["
                                + String.join(
                                        ",",
                                        record(
                                                "combined-f",
                                                "combined",
                                                "NATURAL_GAS",
                                                "COMBUSTION_STATIONARY",
                                                "1000 MWh (Net CV)",
                                                "2017"),
                                        record(
                                                "combined-p",
                                                "combined",
                                                "ELECTRICITY",
                                                "ON_SITE_CHP",
                                                "400 MWh",
                                                "2017"),
                                        record(
                                                "combined-h",
                                                "combined",
                                                "DISTRICT_HEAT",
                                                "ON_SITE_CHP",
                                                "400 MWh",
                                                "2017"))
                                + "]")
                .statusCode(201);
        // Hη 0.4 / 0.8 + Eη 0.4 / 0.5 = 1.3; 1 − 1/1.3
        performance("engine", "period=2017")
                .body("total.cogeneration.electricalEfficiency", equalTo("0.4"))
                .body("total.cogeneration.thermalEfficiency", equalTo("0.4"))
                .body("total.cogeneration.overallEfficiency", equalTo("0.8"))
                .body("total.cogeneration.separateFuelKwh", equalTo("1300000"))
                .body("total.cogeneration.primaryEnergySaving", equalTo("0.230769"))
                .body("findings.code", hasItem("FUEL_OF_WHOLE_SITE"));
        // what is made of own fuel is in no total beside its fuel
        Api.balance("period=2017&siteId=combined")
                .body("totalMwh.asPublished", equalTo("1000"))
                .body("totalMwh.gri302", equalTo("1000"))
                .body("indirectMwh", nullValue())
                .body("electricity.ownCogenerationMwh", equalTo("400"));
    }

    @Test
    void coolingIsComparedWithAChillerAndAFuelCellNeedsNoHeat() {
        Api.site("cooled");
        plant(
                        "cooler",
                        """
                        {"name": "Tri-generation", "siteId": "cooled", "technology": "TRI_GENERATION",
                         "capacity": {"value": "1", "unit": "MW"}, "commissioned": "2016", "fuel": "NATURAL_GAS", "fuelShare": "0.5",
                         "referenceElectricalEfficiency": "0.5", "referenceCoolingPerformance": "4",
                         "referenceSource": "an example"}
                        """)
                .statusCode(201);
        Api.storing(
                        "["
                                + String.join(
                                        ",",
                                        record(
                                                "cooled-f",
                                                "cooled",
                                                "NATURAL_GAS",
                                                "COMBUSTION_STATIONARY",
                                                "2000 MWh (Net CV)",
                                                "2017"),
                                        record(
                                                "cooled-p",
                                                "cooled",
                                                "ELECTRICITY",
                                                "ON_SITE_CHP",
                                                "400 MWh",
                                                "2017"),
                                        record(
                                                "cooled-c",
                                                "cooled",
                                                "DISTRICT_COOLING",
                                                "ON_SITE_CHP",
                                                "600 MWh",
                                                "2017"))
                                + "]")
                .statusCode(201);
        // 400 / 0.5 + 600 / (4 × 0.5) = 1,100 MWh apart, 1,000 MWh taken
        performance("cooler", "period=2017")
                .body("total.cogeneration.fuelKwh", equalTo("1000000"))
                .body("total.cogeneration.heatKwh", nullValue())
                .body("total.cogeneration.thermalEfficiency", nullValue())
                .body("total.cogeneration.overallEfficiency", equalTo("1"))
                .body("total.cogeneration.primaryEnergySaving", equalTo("0.090909"))
                .body("findings.code", not(hasItem("FUEL_OF_WHOLE_SITE")));
    }

    @Test
    void aQuestionThatIsNoneIsRefused() {
        Api.site("asked");
        plant("asked-roof", pv("asked", "")).statusCode(201);
        performance("no-such-plant", "period=2021")
                .statusCode(404)
                .body("code", equalTo("UNKNOWN_PLANT"));
        performance("asked-roof", "period=2021-13")
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_PERIOD"));
        performance("asked-roof", "granularity=year")
                .statusCode(400)
                .body("violations[0].code", equalTo("REQUIRED"));
        performance("asked-roof", "period=2021&granularity=hour")
                .statusCode(400)
                .body("violations[0].field", equalTo("granularity"));
        performance("asked-roof", "period=2014")
                .statusCode(200)
                .body("total.hoursInOperation", nullValue())
                .body("total.capacityFactor", nullValue());
    }

    @Test
    void thePartsOfAPeriodComeAsAFileToo() {
        Api.site("tabled");
        plant("tabled-roof", pv("tabled", "")).statusCode(201);
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get(
                                "/api/energy/plants/tabled-roof/performance?period=2016&granularity=month")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        org.assertj.core.api.Assertions.assertThat(csv.lines())
                .hasSize(13)
                .element(2)
                .asString()
                .startsWith("tabled-roof,2016-02,696,");
    }
}
