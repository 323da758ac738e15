package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.hours;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

/// Indicators as auditors ask for them: by both methods, explained, for the fleet and for the
/// regulation's database.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class IndicatorsOverHttpTest {

    private static void tell(String topic, String key, String type, String data) {
        String event =
                """
                {"specversion": "1.0", "id": "%s", "source": "/netzero/test", "type": "%s", "subject": "%s",
                 "time": "2026-11-23T00:00:00Z", "datacontenttype": "application/json", "data": %s}
                """
                        .formatted(UUID.randomUUID(), type, key, data);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of(
                                "bootstrap.servers", LocalStack.bootstrapServers(), "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, event)).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void site(String siteId, String country, String province) {
        tell(
                "energy.site",
                siteId,
                "org.netzero.energy.site-registered.v1",
                """
                {"siteId": "%s", "name": "A site", "kind": "DATA_CENTER", "country": "%s", "province": "%s",
                 "timeZone": "UTC", "version": 1}
                """
                        .formatted(siteId, country, province));
    }

    private static void factors(String country, String province, int version, String factors) {
        tell(
                "emissions.intensity",
                "%s/%s/-/2026".formatted(country, province),
                "org.netzero.emissions.intensity-adopted.v1",
                """
                {"country": "%s", "province": "%s", "year": 2026, "factors": [%s], "version": %d}
                """
                        .formatted(country, province, factors, version));
    }

    private static String factor(String method, String kg) {
        return """
        {"method": "%s", "start": "2026-01-01", "end": "2027-01-01", "kgCo2ePerKwh": "%s", "gwpSet": "AR5_100",
         "co2Only": true, "factorId": "id-%s", "factorVersion": "test-7", "region": "CN", "carriedForward": false,
         "publisher": "Somebody", "source": "A table"}
        """
                .formatted(method, kg, method);
    }

    private static void allocation(String siteId, UUID id, String kwh, String status, int version) {
        tell(
                "energy.instrument",
                id.toString(),
                "org.netzero.energy.instrument-allocated.v1",
                """
                {"allocationId": "%s", "instrumentId": "go-1", "kind": "GO", "technology": "WIND", "renewable": true,
                 "carbonFree": true, "effect": "COVERS_CONSUMPTION", "siteId": "%s", "period": "2026-03",
                 "start": "2026-03-01", "end": "2026-04-01", "energyKwh": "%s", "kgCo2ePerKwh": "0", "status": "%s",
                 "verdicts": [{"ruleSet": "GHGP_SCOPE2", "verdict": "MET", "reasons": []}], "version": %d}
                """
                        .formatted(id, siteId, kwh, status, version));
    }

    private static void facility(String id, String siteId, String points) {
        Asked.putFacility(
                id,
                """
                {"siteId": "%s", "inOperationSince": "2020-01-01", "itCapacityKw": 200, "pueCategory": "2"}
                """
                        .formatted(siteId));
        as("steward")
                .contentType("application/json")
                .body(
                        """
                        [{"pointId": "%1$s.total", "role": "FACILITY_INPUT", "quantity": "ENERGY_COUNTER", "unit": "MWh"},
                         {"pointId": "%1$s.it", "role": "IT", "quantity": "ENERGY_COUNTER", "unit": "kWh"}%2$s]
                        """
                                .formatted(id, points))
                .put("/api/datacenters/" + id + "/points")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse profile(String id, String json) {
        return as("steward")
                .contentType("application/json")
                .body(json)
                .put("/api/datacenters/" + id + "/reporting-profile")
                .then();
    }

    private static JsonPath month(String id) {
        return as("viewer")
                .get("/api/datacenters/" + id + "/indicators?period=2026-03&granularity=month")
                .jsonPath();
    }

    private static void awaitFigure(String id, String figure, String value) {
        await(
                "%s %s = %s".formatted(id, figure, value),
                () -> {
                    String known = month(id).getString("intervals[0]." + figure);
                    return known != null
                            && new BigDecimal(known)
                                            .subtract(new BigDecimal(value))
                                            .abs()
                                            .compareTo(new BigDecimal("0.00001"))
                                    <= 0;
                });
    }

    private static JsonPath trace(String id) {
        return as("viewer")
                .get("/api/datacenters/" + id + "/indicators/trace?period=2026-03")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void cueAndRefFollowFactorsAndCertificatesAndAreExplained() {
        site("site-cue", "CN", "CN-NX");
        facility("dc-cue", "site-cue", "");
        push(hours("dc-cue", 0, 11));
        awaitFigure("dc-cue", "pue", "1.5");
        assertThat(month("dc-cue").getString("intervals[0].cue.locationBased")).isNull();
        assertThat(
                        trace("dc-cue")
                                .getList(
                                        "indicators.find { it.indicator == 'CUE_LOCATION_BASED' }.missing.code"))
                .containsExactly("NO_GRID_FACTOR");

        factors(
                "CN",
                "CN-NX",
                3,
                factor("LOCATION_BASED", "0.5") + "," + factor("MARKET_RESIDUAL", "0.6"));
        awaitFigure("dc-cue", "cue.locationBased", "0.75");
        awaitFigure("dc-cue", "cue.marketBased", "0.9");
        awaitFigure("dc-cue", "ref", "0");

        // ten of the 744 hours of March are known, and so much of what is allocated to it
        UUID id = UUID.randomUUID();
        allocation("site-cue", id, "37200", "PROVISIONAL", 1);
        awaitFigure("dc-cue", "cue.marketBased", "0.6");
        assertThat(month("dc-cue").getDouble("intervals[0].ref")).isZero();
        allocation("site-cue", id, "37200", "RETIRED", 2);
        awaitFigure("dc-cue", "ref", "0.333333");

        JsonPath trace = trace("dc-cue");
        assertThat(trace.getString("pueName")).isEqualTo("iPUE2");
        assertThat(trace.getString("formulaVersion")).isEqualTo("netzero-indicators/3");
        String cue = "indicators.find { it.indicator == 'CUE_MARKET_BASED' }.";
        assertThat(trace.getString(cue + "formulaVersion")).contains("ISO/IEC 30134-8");
        assertThat(trace.getString(cue + "factors[0].id")).isEqualTo("id-MARKET_RESIDUAL");
        assertThat(trace.getString(cue + "factors[0].version")).isEqualTo("test-7");
        assertThat(trace.getBoolean(cue + "factors[0].co2Only")).isTrue();
        assertThat(trace.getString(cue + "factors[0].source")).isEqualTo("A table");
        assertThat(trace.getString(cue + "instruments[0].instrumentId")).isEqualTo("go-1");
        assertThat(
                        new BigDecimal(
                                trace.getString(
                                        cue + "inputs.find { it.name == 'Σ E_covered' }.value")))
                .isEqualByComparingTo("500");
        assertThat(trace.getString("indicators.find { it.indicator == 'PUE' }.inputs[0].value"))
                .isEqualTo("1500");
        assertThat(trace.getList("indicators.find { it.indicator == 'WUE' }.missing.code"))
                .containsExactly("NO_WHOLE_HOUR");
        assertThat(trace.getString("indicators.find { it.indicator == 'WUE' }.value")).isNull();

        allocation("site-cue", id, "0", "WITHDRAWN", 3);
        awaitFigure("dc-cue", "ref", "0");
        allocation("site-cue", id, "37200", "RETIRED", 2);
        factors("CN", "CN-NX", 4, factor("LOCATION_BASED", "0.25"));
        awaitFigure("dc-cue", "cue.locationBased", "0.375");
        assertThat(month("dc-cue").getDouble("intervals[0].ref")).isZero();
        assertThat(month("dc-cue").getList("intervals[0].flags", String.class))
                .contains("NO_RESIDUAL_MIX");
    }

    @Test
    void facilitiesOfASiteShareWhatIsAllocatedToItByTheirEnergy() {
        site("site-share", "CN", "CN-QH");
        facility("dc-share-a", "site-share", "");
        facility("dc-share-b", "site-share", "");
        push(hours("dc-share-a", 0, 11));
        push(hours("dc-share-b", 0, 11));
        allocation("site-share", UUID.randomUUID(), "37200", "RETIRED", 1);

        awaitFigure("dc-share-a", "ref", "0.166667");
        awaitFigure("dc-share-b", "ref", "0.166667");
    }

    @Test
    void ofASiteOfWhichOnePartIsUnknownNobodyHasAllThatIsAllocated() {
        site("site-silent", "CN", "CN-QH");
        facility("dc-silent-a", "site-silent", "");
        facility("dc-silent-b", "site-silent", "");
        Asked.putFacility(
                "dc-silent-later",
                "{\"siteId\": \"site-silent\", \"inOperationSince\": \"2026-04-01\"}");
        push(hours("dc-silent-a", 0, 11));
        awaitFigure("dc-silent-a", "ref", "0");
        allocation("site-silent", UUID.randomUUID(), "37200", "RETIRED", 1);

        await("an unknown share", () -> month("dc-silent-a").getString("intervals[0].ref") == null);
        assertThat(
                        trace("dc-silent-a")
                                .getList(
                                        "indicators.find { it.indicator == 'REF' }.missing.code",
                                        String.class))
                .containsExactly("SITE_SHARE_UNKNOWN");
        as("viewer")
                .get("/api/datacenters/indicators?year=2026")
                .then()
                .statusCode(200)
                .body(
                        "weighted.REF.leftOut.find { it.datacenterId == 'dc-silent-a' }.reason",
                        equalTo("NOT_MEASURED"));

        // less is known of the other than of the one; a mean counts, and what opens later does not
        push(hours("dc-silent-b", 0, 6));
        awaitFigure("dc-silent-a", "ref", "0.166667");
    }

    @Test
    void heatThatNoLongerEntersHidesNoCueOfLaterTimes() throws SQLException {
        site("site-carrier", "CN", "CN-HI");
        facility(
                "dc-carrier",
                "site-carrier",
                ",{\"pointId\": \"dc-carrier.heat\", \"role\": \"FACILITY_INPUT\", \"quantity\": \"HEAT_COUNTER\", \"unit\": \"kWh\"}");
        factors("CN", "CN-HI", 1, factor("LOCATION_BASED", "0.5"));
        var readings = new ArrayList<String>(hours("dc-carrier", 0, 11));
        for (int hour = 0; hour < 11; hour++) {
            readings.add(reading("dc-carrier.heat", MARCH.plusSeconds(3_600L * hour), 0));
        }
        push(readings);
        awaitFigure("dc-carrier", "facilityKwh", "1500");
        as("steward")
                .contentType("application/json")
                .body("{\"state\": \"REVOKED\"}")
                .put("/api/datacenters/dc-carrier/points/dc-carrier.heat/state")
                .then()
                .statusCode(200);
        // revoked after March, it was in use then
        assertThat(month("dc-carrier").getString("intervals[0].cue.locationBased")).isNull();

        WrittenHours.execute(
                "update measuring_point set revoked_at = '2026-02-01T00:00Z' where point_id = 'dc-carrier.heat'");
        awaitFigure("dc-carrier", "cue.locationBased", "0.75");
    }

    @Test
    void anIntervalAcrossMonthsIsAccountedByTheMonth() {
        site("site-cut", "CN", "CN-XZ");
        facility("dc-cut", "site-cut", "");
        factors(
                "CN",
                "CN-XZ",
                1,
                factor("LOCATION_BASED", "0.5").replace("2027-01-01", "2026-03-01")
                        + ","
                        + factor("LOCATION_BASED", "1").replace("2026-01-01", "2026-03-01"));
        push(hours("dc-cut", 0, 11));
        awaitFigure("dc-cut", "cue.locationBased", "1.5");

        as("viewer")
                .get(
                        "/api/datacenters/dc-cut/indicators?from=2026-02-15&to=2026-03-15&granularity=month")
                .then()
                .statusCode(200)
                .body("intervals[0].facilityKwh", equalTo(1500f))
                .body("intervals[0].cue.locationBased", equalTo(1.5f));
    }

    @Test
    void aMonthThatWasSummedUpIsSummedUpAgainWhenAnHourOfItComesIn() {
        site("site-again", "CN", "CN-GX");
        facility("dc-again", "site-again", "");
        push(hours("dc-again", 0, 3));
        awaitFigure("dc-again", "facilityKwh", "300");
        awaitFigure("dc-again", "facilityKwh", "300");

        push(hours("dc-again", 3, 2));

        awaitFigure("dc-again", "facilityKwh", "600");
        Asked.tellSite("site-again", "Asia/Shanghai", 2);
        // the first hours of March in UTC are still those of March in China
        await(
                "the zone of the site",
                () ->
                        month("dc-again")
                                .getString("intervals[0].start")
                                .equals("2026-02-28T16:00:00Z"));
        awaitFigure("dc-again", "facilityKwh", "600");
    }

    @Test
    void aPartIsCalledPartialAndAHeldPueIsExplained() {
        site("site-part", "CN", "CN-GX");
        facility("dc-part", "site-part", "");
        profile("dc-part", "{\"meteredPart\": \"Hall 2\", \"designPue\": 1.25}").statusCode(200);
        push(
                java.util.List.of(
                        reading("dc-part.total", MARCH, 0),
                        reading("dc-part.it", MARCH, 0),
                        reading("dc-part.total", MARCH.plusSeconds(3_600), 0.1),
                        reading("dc-part.it", MARCH.plusSeconds(3_600), 120)));

        await(
                "a held PUE",
                () ->
                        month("dc-part")
                                .getList("intervals[0].flags", String.class)
                                .containsAll(java.util.List.of("PUE_BELOW_ONE", "PARTIAL")));
        JsonPath trace = trace("dc-part");
        assertThat(trace.getString("pueName")).isEqualTo("pPUE2");
        assertThat(trace.getString("designPue")).isEqualTo("1.25");
        assertThat(trace.getList("indicators.find { it.indicator == 'PUE' }.missing.code"))
                .containsExactly("PUE_BELOW_ONE");
    }

    @Test
    void oppositeBoundariesOfASiteAreRefusedAndFuelInsideNeedsItsMeter() {
        site("site-side", "CN", "CN-GX");
        facility("dc-side-a", "site-side", "");
        facility("dc-side-b", "site-side", "");
        push(hours("dc-side-a", 0, 3));
        push(hours("dc-side-b", 0, 3));
        awaitFigure("dc-side-a", "pue", "1.5");
        Asked.told("dc-side-b/2026-03", told -> !told.toString().contains("BOUNDARY_CONFLICT"));
        profile("dc-side-a", "{\"boundary\": \"INSIDE\"}").statusCode(200);
        // events say so of both, whoever caused it
        Asked.told("dc-side-a/2026-03", told -> told.toString().contains("BOUNDARY_CONFLICT"));
        Asked.told("dc-side-b/2026-03", told -> told.toString().contains("BOUNDARY_CONFLICT"));

        profile("dc-side-b", "{\"boundary\": \"OUTSIDE\"}")
                .statusCode(409)
                .body("code", equalTo("BOUNDARY_CONFLICT"))
                .body("detail", containsString("'dc-side-a'"));
        assertThat(month("dc-side-a").getString("intervals[0].pue")).isNull();
        assertThat(month("dc-side-a").getList("intervals[0].flags", String.class))
                .contains("BOUNDARY_CONFLICT");

        profile("dc-side-b", "{\"boundary\": \"INSIDE\"}").statusCode(200);
        assertThat(month("dc-side-a").getList("intervals[0].flags", String.class))
                .doesNotContain("BOUNDARY_CONFLICT");
        Asked.told("dc-side-a/2026-03", told -> !told.toString().contains("BOUNDARY_CONFLICT"));

        // one that comes to the site, and goes again
        Asked.putFacility(
                "dc-side-new", "{\"siteId\": \"site-side\", \"inOperationSince\": \"2026-01-01\"}");
        Asked.told("dc-side-a/2026-03", told -> told.toString().contains("BOUNDARY_CONFLICT"));
        site("site-side-2", "CN", "CN-GX");
        Asked.putFacility(
                "dc-side-new",
                "{\"siteId\": \"site-side-2\", \"inOperationSince\": \"2026-01-01\"}");
        Asked.told("dc-side-a/2026-03", told -> !told.toString().contains("BOUNDARY_CONFLICT"));
    }

    @Test
    void aProfileThatCannotBeIsRefusedFieldByField() {
        site("site-prof", "CN", "CN-GX");
        facility("dc-prof", "site-prof", "");

        profile(
                        "dc-prof",
                        """
                        {"boundary": "BETWEEN", "designPue": 0.9, "fuelKgCo2ePerKwh": "0.2", "floorAreaM2": 100,
                         "computerRoomAreaM2": 200, "installedItPowerKw": 0, "type": "CLOUD"}
                        """)
                .statusCode(400)
                .body(
                        "violations.field",
                        hasItems(
                                "boundary",
                                "designPue",
                                "fuelFactorSource",
                                "computerRoomAreaM2",
                                "installedItPowerKw",
                                "type"));
        profile("dc-none", "{}").statusCode(404).body("code", equalTo("UNKNOWN_DATACENTER"));
        as("viewer")
                .contentType("application/json")
                .body("{}")
                .put("/api/datacenters/dc-prof/reporting-profile")
                .then()
                .statusCode(403);
        as("viewer")
                .get("/api/datacenters/dc-prof/reporting-profile")
                .then()
                .statusCode(200)
                .body("designPue", nullValue());
    }

    @Test
    void aQuestionForATraceThatNamesNoIntervalIsRefused() {
        site("site-q", "CN", "CN-GX");
        facility("dc-q", "site-q", "");
        String path = "/api/datacenters/dc-q/indicators/trace";

        as("viewer")
                .get(path)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("period"));
        as("viewer")
                .get(path + "?period=2026-03&granularity=day")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("start"))
                .body("violations[0].code", equalTo("REQUIRED"));
        as("viewer")
                .get(path + "?period=2026-03&granularity=day&start=2026-03-05T01:00:00Z")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NO_INTERVAL"));
        as("viewer")
                .get(path + "?period=2026-03&granularity=day&start=yesterday")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_AN_INSTANT"));
        as("viewer")
                .get(path + "?period=2026-03&granularity=week")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("granularity"));
        as("viewer").get(path + "?period=2199").then().statusCode(400);
        as("viewer")
                .get("/api/datacenters/nowhere/indicators/trace?period=2026")
                .then()
                .statusCode(404);
        JsonPath day =
                as("viewer")
                        .get(path + "?period=2026-03&granularity=day&start=2026-03-05T00:00:00Z")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(day.getInt("expectedHours")).isEqualTo(24);
        assertThat(day.getString("indicators[0].value")).isNull();
        assertThat(
                        as("viewer")
                                .accept(Table.CSV)
                                .get(path + "?period=2026-03")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .startsWith("indicator,value,unit,hours,formula");
    }

    @Test
    void theFleetListsEveryYearAndWhoIsLeftOutOfWhat() {
        site("site-fl", "CN", "CN-GX");
        facility("dc-fl", "site-fl", "");
        push(hours("dc-fl", 0, 11));
        awaitFigure("dc-fl", "pue", "1.5");

        JsonPath fleet =
                as("viewer")
                        .get("/api/datacenters/indicators?year=2026")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(fleet.getList("included", String.class)).contains("dc-fl");
        assertThat(fleet.getList("interim", String.class)).contains("dc-fl");
        assertThat(fleet.getDouble("facilities.find { it.datacenterId == 'dc-fl' }.indicators.pue"))
                .isEqualTo(1.5);
        assertThat(
                        fleet.getString(
                                "weighted.WUE.leftOut.find { it.datacenterId == 'dc-fl' }.reason"))
                .isEqualTo("NOT_MEASURED");
        assertThat(
                        as("viewer")
                                .accept(Table.CSV)
                                .get("/api/datacenters/indicators?year=2026")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .startsWith("datacenterId,counts,leftOut,start,end,pue")
                .contains("dc-fl,yes,");
        as("viewer")
                .accept(Table.XLSX)
                .get("/api/datacenters/indicators?year=2026")
                .then()
                .statusCode(200)
                .contentType(Table.XLSX);
        as("viewer")
                .get("/api/datacenters/indicators?year=2026-03")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_YEAR"));
    }

    private static String pack(String id) {
        return "dataCentres.find { it.datacenterId == '%s' }.".formatted(id);
    }

    @Test
    void thePackHasEveryFigureOrSaysWhyItIsNotAvailable() {
        site("site-eu", "FR", "FR-IDF");
        facility(
                "dc-eu",
                "site-eu",
                ",{\"pointId\": \"dc-eu.water\", \"role\": \"WATER\", \"quantity\": \"WATER_COUNTER\", \"unit\": \"L\"}");
        profile(
                        "dc-eu",
                        """
                        {"installedItPowerKw": 1500, "floorAreaM2": 5000, "computerRoomAreaM2": 2000,
                         "type": "COLOCATION", "operator": "We"}
                        """)
                .statusCode(200);
        as("steward")
                .contentType("text/csv")
                .body(
                        """
                        subject,indicator,period,value,unit,evidence
                        dc-eu,W_IN_POT,2026,12,m3,invoice 7
                        dc-eu,T_IN,2026,-3.5,degC,
                        dc-eu,C_STOR,2026,-1,PB,
                        """)
                .post("/api/imports/stated-indicators")
                .then()
                .body("accepted", equalTo(2))
                .body("rejected[0].code", equalTo("NEGATIVE"));
        push(hours("dc-eu", 0, 11));
        push(
                java.util.List.of(
                        reading("dc-eu.water", MARCH, 0),
                        reading("dc-eu.water", MARCH.plusSeconds(36_000), 2_000)));
        awaitFigure("dc-eu", "wue", "2");
        awaitFigure("dc-eu", "pue", "1.5");

        String path = "/api/datacenters/reporting/eu-2024-1364?year=2026";
        String symbol = pack("dc-eu") + "items.find { it.symbol == '%s' }.%s";
        as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .body("formulas", equalTo("eu-2024-1364/2"))
                .body(pack("dc-eu") + "reports", equalTo("YES"))
                .body(pack("dc-eu") + "sizeClass", equalTo("FROM_1_TO_2_MW"))
                .body(symbol.formatted("E_DC", "value"), nullValue())
                .body(
                        symbol.formatted("E_DC", "notAvailable"),
                        containsString("known in 10 of the 8760 hours"))
                .body(symbol.formatted("W_IN", "hours"), equalTo(10))
                .body(symbol.formatted("W_IN-POT", "origin"), equalTo("STATED"))
                .body(symbol.formatted("PUE", "value"), nullValue())
                .body(symbol.formatted("E_REUSE", "value"), nullValue())
                .body(symbol.formatted("E_REUSE", "notAvailable"), containsString("no hour"))
                .body(symbol.formatted("ERF", "value"), nullValue())
                .body(symbol.formatted("C_STOR", "notAvailable"), containsString("C_STOR"))
                .body(
                        symbol.formatted("OWNER", "notAvailable"),
                        containsString("reporting-profile"))
                .body(
                        "groups.find { it.sizeClass == 'FROM_1_TO_2_MW' }.withheld",
                        containsString("fewer than 3"))
                .body(
                        "groups.find { it.sizeClass == 'FROM_1_TO_2_MW' }.items",
                        equalTo(java.util.List.of()));
        String csv =
                as("viewer")
                        .accept(Table.CSV)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(csv)
                .contains(
                        "dc-eu,,\"Annex II, point 1\",W_IN-POT,potable water,12,m3,STATED,,,,eu-2024-1364/2,UNCHECKED");
        as("viewer").accept(Table.XLSX).get(path).then().statusCode(200).contentType(Table.XLSX);
    }

    @Test
    void aYearWithoutFormulasIsRefused() {
        String path = "/api/datacenters/reporting/eu-2024-1364";
        as("viewer")
                .get(path)
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("REQUIRED"));
        as("viewer")
                .get(path + "?year=2022")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NO_FORMULAS"));
        as("viewer")
                .get(path + "?year=soon")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_YEAR"));
        as("telemetry").get(path + "?year=2025").then().statusCode(403);
        as("steward")
                .contentType("application/json")
                .body("{\"siteId\": \"x\", \"inOperationSince\": \"2020-01-01\"}")
                .put("/api/datacenters/reporting")
                .then()
                .statusCode(400)
                .body("violations.code", hasItem("RESERVED"))
                .body("violations.code", not(hasItem("UNKNOWN_SITE")));
    }
}
