package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.push;
import static org.netzero.datacenter.Asked.reading;
import static org.netzero.datacenter.Asked.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.listing.Table;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class HeatOverHttpTest {

    private static void facility(String id, String... points) {
        register(id, "site-" + id, "");
        if (points.length == 0) {
            return;
        }
        as("steward")
                .contentType("application/json")
                .body("[" + String.join(",", points) + "]")
                .put("/api/datacenters/" + id + "/points")
                .then()
                .statusCode(200);
    }

    private static String point(String id, String role, String quantity, String unit) {
        return "{\"pointId\": \"%s\", \"role\": \"%s\", \"quantity\": \"%s\", \"unit\": \"%s\"}"
                .formatted(id, role, quantity, unit);
    }

    private static ValidatableResponse put(String address, String body) {
        return as("steward")
                .contentType("application/json")
                .body(body)
                .put("/api/datacenters/" + address)
                .then();
    }

    private static String address(String id, String what) {
        return "/api/datacenters/%s/%s?period=2026-03".formatted(id, what);
    }

    /// So many hours of constant values of points, from the first hour of March on.
    private static void constant(int hours, Object... pointsAndValues) {
        var readings = new ArrayList<String>();
        for (int hour = 0; hour <= hours; hour++) {
            Instant time = MARCH.plus(Duration.ofHours(hour));
            for (int i = 0; i < pointsAndValues.length; i += 2) {
                readings.add(
                        reading(
                                (String) pointsAndValues[i],
                                time,
                                ((Number) pointsAndValues[i + 1]).doubleValue()));
            }
        }
        push(readings);
    }

    private static JsonPath eventually(String address, String figure, int value) {
        await(
                address,
                () -> {
                    Integer told = as("viewer").get(address).jsonPath().get(figure);
                    return told != null && told == value;
                });
        return as("viewer").get(address).jsonPath();
    }

    private static String system(String id, String more) {
        return """
        {"heatPump": {"electricityPoints": ["%s.pump"]}, "replacedCarrier": "DISTRICT_HEAT",
         "replacedFactor": {"kgCo2ePerKwh": "0.35", "source": "district heating operator, 2025"},
         "gridFactor": {"kgCo2ePerKwh": "0.55", "source": "national factor"}%s}\
        """
                .formatted(id, more);
    }

    @Test
    void heatHandedOverReplacesHeatAndIsToldApartFromTheInventory() {
        facility("dc-heat1", point("dc-heat1.pump", "OTHER", "POWER", "kW"));
        put("dc-heat1/heat-recovery", system("dc-heat1", ", \"effect\": \"EXPORTED_AVOIDED\""))
                .statusCode(200)
                .body("revision", equalTo(1));

        constant(48, "dc-heat1.heat", 30, "dc-heat1.pump", 10);

        JsonPath told = eventually(address("dc-heat1", "heat-recovery"), "total.hours", 48);
        assertThat(told.getString("total.heatHandedOverKwh")).isEqualTo("1440");
        assertThat(told.getString("total.deliveredHeatKwh")).isEqualTo("1920");
        assertThat(told.getString("total.deliveredHeatFrom")).isEqualTo("BALANCE");
        assertThat(told.getString("total.cop")).isEqualTo("4");
        assertThat(told.getString("total.avoidedKgCo2e")).isEqualTo("408"); // 672 − 264
        assertThat(told.getString("total.effect")).isEqualTo("EXPORTED_AVOIDED");
        assertThat(told.getString("total.equivalent.trees")).isEqualTo("22");
        assertThat(told.getString("total.gridFactor.source")).isEqualTo("national factor");
        assertThat(told.getList("total.flags", String.class))
                .containsExactly("INDICATIVE", "DELIVERED_HEAT_FROM_BALANCE");
        assertThat(told.getList("total.missing")).isEmpty();
        put("dc-heat1/points/dc-heat1.pump/state", "{\"state\": \"REVOKED\"}").statusCode(200);
        assertThat(
                        as("viewer")
                                .get(address("dc-heat1", "heat-recovery"))
                                .jsonPath()
                                .getMap("total"))
                .isEqualTo(told.getMap("total"));
        assertThat(
                        as("viewer")
                                .get("/api/datacenters/dc-heat1/operations")
                                .jsonPath()
                                .getList("points.point", String.class))
                .contains("dc-heat1.heat")
                .doesNotContain("dc-heat1.pump");
        // and a registration goes on naming it
        put("dc-heat1/heat-recovery", system("dc-heat1", ", \"effect\": \"EXPORTED_AVOIDED\""))
                .statusCode(200);
        JsonPath days =
                as("viewer")
                        .get(address("dc-heat1", "heat-recovery") + "&granularity=day")
                        .jsonPath();
        assertThat(days.getList("intervals")).hasSize(31);
        assertThat(days.getString("intervals[1].avoidedKgCo2e")).isEqualTo("204");
        assertThat(days.getString("intervals[2].avoidedKgCo2e")).isNull();
        as("viewer")
                .accept(Table.CSV)
                .get(address("dc-heat1", "heat-recovery"))
                .then()
                .statusCode(200)
                .body(containsString("1440,1440,480,1920,BALANCE,4,672,264,408,EXPORTED_AVOIDED"));
    }

    @Test
    void heatFollowsFromFlowAndTwoTemperaturesEvenOfHoursBeforeTheSystemWasRegistered() {
        facility(
                "dc-heat2",
                point("dc-heat2.flow", "HEAT_EXPORT", "FLOW", "L/s"),
                point("dc-heat2.warm", "HEAT_EXPORT", "TEMPERATURE", "degC"),
                point("dc-heat2.cold", "HEAT_EXPORT", "TEMPERATURE", "degC"));
        constant(24, "dc-heat2.flow", 10, "dc-heat2.warm", 50, "dc-heat2.cold", 40);
        constant(24, "dc-heat2.total", 0, "dc-heat2.it", 0);
        Asked.eventually("dc-heat2", "month", 24);

        put(
                        "dc-heat2/heat-recovery",
                        """
                        {"heatFlow": {"flowPoint": "dc-heat2.flow", "supplyTemperaturePoint": "dc-heat2.warm",
                                      "returnTemperaturePoint": "dc-heat2.cold", "meterPosition": "RETURN"},
                         "heatPump": {"none": true}, "replacedCarrier": "NATURAL_GAS",
                         "replacedFactor": {"kgCo2ePerKwh": "0.2", "source": "s"},
                         "effect": "EXPORTED_AVOIDED"}\
                        """)
                .statusCode(200);

        JsonPath told = eventually(address("dc-heat2", "heat-recovery"), "total.hours", 24);
        // 36 m3/h, 992.22 kg/m3, 4.1798 kJ/(kg K), 10 K
        assertThat(Double.parseDouble(told.getString("total.heatHandedOverKwh")))
                .isCloseTo(24 * 36 * 992.22 * 4.1798 * 10 / 3_600, within(5.0));
        assertThat(told.getString("total.deliveredHeatFrom")).isEqualTo("DIRECT");
        assertThat(told.getString("total.cop")).isNull();
        // neither temperature nor flow is energy of a role
        assertThat(
                        as("viewer")
                                .get(address("dc-heat2", "indicators"))
                                .jsonPath()
                                .getMap("intervals[0].energyByRoleKwh"))
                .doesNotContainKey("HEAT_EXPORT");
        // and the trace says why there is no ERF
        assertThat(
                        as("viewer")
                                .get("/api/datacenters/dc-heat2/indicators/trace?period=2026-03")
                                .jsonPath()
                                .getList(
                                        "indicators.find { it.indicator == 'ERF' }.missing.code",
                                        String.class))
                .containsExactly("NO_WHOLE_HOUR", "HEAT_BY_FLOW");
    }

    @Test
    void hoursOfFlowsAndTemperaturesHaveTheirOwnUnits() {
        facility(
                "dc-heat-units",
                point("dc-heat-units.flow", "COOLING", "FLOW", "L/h"),
                point("dc-heat-units.warm", "WATER", "TEMPERATURE", "degC"));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int hour = 0; hour <= 3; hour++) {
            Instant time = start.plus(Duration.ofHours(hour));
            push(
                    List.of(
                            reading("dc-heat-units.flow", time, 1_200),
                            reading("dc-heat-units.warm", time, 22),
                            reading("dc-heat-units.heat", time, 30)));
        }
        String address =
                "/api/datacenters/dc-heat-units/intervals?from=%s&to=%s&by=point"
                        .formatted(day, day.plusDays(1));
        await(address, () -> as("viewer").get(address).jsonPath().getList("items").size() >= 9);

        JsonPath told = as("viewer").get(address).jsonPath();
        String unit = "items.find { it.point == 'dc-heat-units.%s' }.unit";
        assertThat(told.getString(unit.formatted("flow"))).isEqualTo("L");
        assertThat(told.getString(unit.formatted("warm"))).isEqualTo("°C·h");
        assertThat(told.getString(unit.formatted("heat"))).isEqualTo("kWh");
        JsonPath operations =
                as("viewer").get("/api/datacenters/dc-heat-units/operations").jsonPath();
        String ofPoint = "points.find { it.point == 'dc-heat-units.%s' }.%s";
        assertThat(operations.getString(ofPoint.formatted("flow", "unit"))).isEqualTo("L");
        assertThat(operations.getString(ofPoint.formatted("flow", "lastHour"))).isNotNull();
        assertThat(operations.getString(ofPoint.formatted("flow", "meanKw"))).isNull();
        assertThat(operations.getString(ofPoint.formatted("heat", "unit"))).isEqualTo("kWh");
    }

    @Test
    void whatIsNotMeteredIsSaidToBeMissing() {
        facility("dc-heat3", point("dc-heat3.pump", "OTHER", "POWER", "kW"));
        constant(5, "dc-heat3.heat", 30);

        JsonPath without = eventually(address("dc-heat3", "heat-recovery"), "total.hours", 5);
        assertThat(without.getString("total.heatHandedOverKwh")).isEqualTo("150");
        assertThat(without.getString("total.avoidedKgCo2e")).isNull();
        assertThat(without.getList("total.missing.what", String.class))
                .containsExactly(
                        "HEAT_RECOVERY_SYSTEM",
                        "HEAT_PUMP_ELECTRICITY",
                        "REPLACED_HEAT_FACTOR",
                        "GRID_FACTOR");

        put("dc-heat3/heat-recovery", system("dc-heat3", ", \"effect\": \"INSIDE_INVENTORY\""))
                .statusCode(200);
        JsonPath told = as("viewer").get(address("dc-heat3", "heat-recovery")).jsonPath();
        assertThat(told.getString("total.heatPumpElectricityKwh")).isNull();
        assertThat(told.getString("total.cop")).isNull();
        assertThat(told.getList("total.missing.what", String.class))
                .containsExactly("HEAT_PUMP_ELECTRICITY");
    }

    @Test
    void statedElectricityCountsForItsOwnPeriodOnly() {
        facility("dc-heat4");
        constant(744, "dc-heat4.heat", 10);
        put(
                        "dc-heat4/heat-recovery",
                        """
                        {"heatPump": {"statedElectricity": [{"period": "2026-03", "kwh": "2480", "source": "invoice"}]},
                         "replacedCarrier": "COAL", "effect": "EXPORTED_AVOIDED"}\
                        """)
                .statusCode(200);

        JsonPath told =
                eventually(
                        address("dc-heat4", "heat-recovery") + "&granularity=day",
                        "total.hours",
                        744);
        assertThat(told.getString("total.cop")).isEqualTo("4");
        assertThat(told.getString("intervals[0].cop")).isNull();
        assertThat(told.getList("intervals[0].missing.what", String.class))
                .contains("HEAT_PUMP_ELECTRICITY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'heatPump': {'electricityPoints': ['dc-heat5.it']}} | heatPump.electricityPoints | ROLE_DOES_NOT_FIT",
                "{'heatPump': {'electricityPoints': ['dc-heat5.nowhere']}} | heatPump.electricityPoints | UNKNOWN_POINT",
                "{'heatPump': {'electricityPoints': ['dc-heat5.t']}} | heatPump.electricityPoints | QUANTITY_DOES_NOT_FIT",
                "{'heatPump': {'electricityPoints': ['dc-heat5.pump', 'dc-heat5.pump']}} | heatPump.electricityPoints | POINT_TWICE",
                "{'heatPump': {'none': true, 'electricityPoints': ['dc-heat5.pump']}} | heatPump.none | CONTRADICTION",
                "{'heatPump': {'electricityPoints': ['dc-heat5.pump'], 'statedElectricity': [{'period': '2026', 'kwh': '1', 'source': 's'}]}} | heatPump.statedElectricity | STATED_TWICE",
                "{'heatPump': {'statedElectricity': [{'period': '2026', 'kwh': '1', 'source': 's'}, {'period': '2026-03', 'kwh': '1', 'source': 's'}]}} | heatPump.statedElectricity | OVERLAP",
                "{'heatPump': {'statedElectricity': [{'period': '2026', 'kwh': '-1', 'source': 's'}]}} | heatPump.statedElectricity[0].kwh | NEGATIVE",
                "{'replacedFactor': {'kgCo2ePerKwh': '0.3'}} | replacedFactor.source | REQUIRED",
                "{'replacedFactor': {'kgCo2ePerKwh': '-0.3', 'source': 's'}} | replacedFactor.kgCo2ePerKwh | NEGATIVE",
                "{'effect': 'NETTED'} | effect | UNKNOWN_VALUE",
                "{'heatFlow': {'flowPoint': 'dc-heat5.t'}} | heatFlow.flowPoint | QUANTITY_DOES_NOT_FIT",
                "{'heatFlow': {'supplyTemperaturePoint': 'dc-heat5.t', 'returnTemperaturePoint': 'dc-heat5.t'}} | heatFlow.returnTemperaturePoint | POINT_TWICE",
                "{'heatFlow': {'densityKgPerM3': '1030'}} | heatFlow.fluidSource | INCOMPLETE",
            })
    void aSystemThatContradictsItselfIsRefused(String body, String field, String code) {
        facility(
                "dc-heat5",
                point("dc-heat5.pump", "OTHER", "POWER", "kW"),
                point("dc-heat5.t", "OTHER", "TEMPERATURE", "degC"));

        put("dc-heat5/heat-recovery", body.replace('\'', '"'))
                .statusCode(400)
                .body("violations.find { it.field == '%s' }.code".formatted(field), equalTo(code));
    }

    @Test
    void unknownFacilitiesPeriodsAndRolesAreRefused() {
        facility("dc-heat6");
        put("dc-nowhere/heat-recovery", system("dc-heat6", "")).statusCode(404);
        as("viewer").get("/api/datacenters/dc-heat6/heat-recovery").then().statusCode(400);
        as("viewer")
                .get(address("dc-heat6", "heat-recovery") + "&granularity=hour")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_VALUE"));
        as("viewer")
                .contentType("application/json")
                .body("{}")
                .put("/api/datacenters/dc-heat6/heat-recovery")
                .then()
                .statusCode(403);
        for (String what : List.of("tri-generation", "free-cooling", "savings")) {
            as("viewer")
                    .get(address("dc-heat6", what))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("NOT_REGISTERED"))
                    .body("detail", containsString("PUT /api/datacenters/dc-heat6/"));
        }
    }

    private static String plant(String id, String boundary, String more) {
        return """
        {"boundary": "%2$s", "fuel": "NATURAL_GAS", "fuelPoints": ["%1$s.gas"],
         "powerPoints": ["%1$s.power"], "heatPoints": ["%1$s.hot"], "coolingPoints": ["%1$s.cold"],
         "references": {"set": "EU-2015-2402", "category": "G10", "builtIn": "2018",
                        "coolingPerformance": "5", "source": "chiller of the site"},
         "fuelFactor": {"kgCo2ePerKwh": "0.202", "source": "IPCC 2006"},
         "gridFactor": {"kgCo2ePerKwh": "0.5568", "source": "national factor"}%3$s}\
        """
                .formatted(id, boundary, more);
    }

    @Test
    void aPlantIsCountedOnceAtItsOutputsOrAtItsInputs() {
        facility(
                "dc-tri1",
                point("dc-tri1.gas", "FUEL", "POWER", "kW"),
                point("dc-tri1.power", "FACILITY_INPUT", "POWER", "kW"),
                point("dc-tri1.hot", "FACILITY_INPUT", "POWER", "kW"),
                point("dc-tri1.cold", "FACILITY_INPUT", "POWER", "kW"));
        put("dc-tri1/tri-generation", plant("dc-tri1", "OUTSIDE", "")).statusCode(200);
        constant(
                10, "dc-tri1.gas", 100, "dc-tri1.power", 38, "dc-tri1.hot", 10, "dc-tri1.cold", 30);

        JsonPath outside = eventually(address("dc-tri1", "tri-generation"), "total.hours", 10);
        assertThat(outside.getString("total.fuelKwh")).isEqualTo("1000");
        assertThat(outside.getString("total.entersFacilityKwh")).isEqualTo("780");
        assertThat(outside.getString("total.separateFuelKwh")).isEqualTo("938.884331419196");
        assertThat(outside.getString("total.primaryEnergySaving")).isEqualTo("-0.065094");
        assertThat(outside.getString("total.insideInventory.savedKgCo2e"))
                .startsWith("64.9485217391");
        assertThat(outside.getString("total.exportedAvoided.savedKgCo2e")).isEqualTo("0");
        // its power and its fuel would both be emitted
        assertThat(outside.getList("total.flags", String.class))
                .containsExactly("INDICATIVE", "POWER_COUNTED_AS_GRID");
        assertThat(outside.getList("referenceSources", String.class))
                .anyMatch(source -> source.contains("2015/2402"));

        // its outputs are facility input, so its fuel cannot be too
        put("dc-tri1/tri-generation", plant("dc-tri1", "INSIDE", ""))
                .statusCode(400)
                .body("violations.code", hasItem("ROLE_DOES_NOT_FIT"))
                .body("violations[0].message", containsString("would count twice"));
    }

    @Test
    void thePlantMeteredAtItsInputsSavesTheSame() {
        facility(
                "dc-tri2",
                point("dc-tri2.gas", "FUEL", "POWER", "kW"),
                point("dc-tri2.power", "ON_SITE_GENERATION", "POWER", "kW"),
                point("dc-tri2.hot", "OTHER", "POWER", "kW"),
                point("dc-tri2.cold", "OTHER", "POWER", "kW"),
                point("dc-tri2.homes", "OTHER", "POWER", "kW"));
        put("dc-tri2/tri-generation", plant("dc-tri2", "INSIDE", ""))
                .statusCode(409)
                .body("code", equalTo("BOUNDARY_CONFLICT"))
                .body("detail", containsString("reporting-profile"));
        put("dc-tri2/reporting-profile", "{\"boundary\": \"INSIDE\"}").statusCode(200);
        put("dc-tri2/tri-generation", plant("dc-tri2", "OUTSIDE", ""))
                .statusCode(409)
                .body("code", equalTo("BOUNDARY_CONFLICT"));
        put(
                        "dc-tri2/tri-generation",
                        plant("dc-tri2", "INSIDE", ", \"exportedHeatPoints\": [\"dc-tri2.homes\"]"))
                .statusCode(200);
        constant(
                10,
                "dc-tri2.gas",
                100,
                "dc-tri2.power",
                38,
                "dc-tri2.hot",
                10,
                "dc-tri2.cold",
                30,
                "dc-tri2.homes",
                6);

        JsonPath inside = eventually(address("dc-tri2", "tri-generation"), "total.hours", 10);
        assertThat(inside.getString("total.entersFacilityKwh")).isEqualTo("1000");
        assertThat(inside.getString("total.primaryEnergySaving")).isEqualTo("-0.065094");
        double own = Double.parseDouble(inside.getString("total.insideInventory.savedKgCo2e"));
        double homes = Double.parseDouble(inside.getString("total.exportedAvoided.savedKgCo2e"));
        assertThat(own + homes).isCloseTo(64.9485217391, within(1e-6));
        assertThat(homes).isNegative(); // 60/0.92·f less their share of the plant's fuel
        assertThat(inside.getString("boundary")).isEqualTo("INSIDE");
        assertThat(inside.getList("total.flags", String.class)).containsExactly("INDICATIVE");
        // the facility's indicators count the same fuel, once
        constant(10, "dc-tri2.total", 0, "dc-tri2.it", 0);
        Asked.await(
                "the fuel is facility energy",
                () ->
                        Double.valueOf(1_000)
                                .equals(
                                        as("viewer")
                                                .get(address("dc-tri2", "indicators"))
                                                .jsonPath()
                                                .getObject(
                                                        "intervals[0].facilityKwh", Double.class)));

        // a plant follows its facility, and says that it was registered otherwise
        put("dc-tri2/reporting-profile", "{}").statusCode(200);
        JsonPath after = as("viewer").get(address("dc-tri2", "tri-generation")).jsonPath();
        assertThat(after.getString("boundary")).isEqualTo("OUTSIDE");
        assertThat(after.getList("total.flags", String.class))
                .containsExactly(
                        "INDICATIVE", "BOUNDARY_CONFLICT", "OUTPUTS_NOT_IN_FACILITY_INPUT");
    }

    @Test
    void powerOfAPlantOutsideIsAmongWhatEntersOrGeneratedOnSite() {
        facility(
                "dc-tri4",
                point("dc-tri4.gas", "FUEL", "POWER", "kW"),
                point("dc-tri4.power", "ON_SITE_GENERATION", "POWER", "kW"),
                point("dc-tri4.hot", "FACILITY_INPUT", "POWER", "kW"),
                point("dc-tri4.cold", "FACILITY_INPUT", "POWER", "kW"),
                point("dc-tri4.homes", "OTHER", "POWER", "kW"),
                point("dc-tri4.mains", "FACILITY_INPUT", "POWER", "kW"));
        // the boundary is that of the profile, which states none
        put(
                        "dc-tri4/tri-generation",
                        plant("dc-tri4", "", ", \"exportedHeatPoints\": [\"dc-tri4.homes\"]"))
                .statusCode(200);
        constant(
                10,
                "dc-tri4.gas",
                100,
                "dc-tri4.power",
                38,
                "dc-tri4.hot",
                10,
                "dc-tri4.cold",
                30,
                "dc-tri4.homes",
                12);

        // more heat leaves than is made: no figure, and the others are told
        JsonPath told =
                eventually(
                        address("dc-tri4", "tri-generation") + "&granularity=day",
                        "total.hours",
                        10);
        assertThat(told.getString("boundary")).isEqualTo("OUTSIDE");
        assertThat(told.getString("total.primaryEnergySaving")).isNull();
        assertThat(told.getList("total.missing.what", String.class))
                .containsExactly("OUTPUTS_CONTRADICT");
        assertThat(told.getList("total.flags", String.class))
                .containsExactly("INDICATIVE", "EXPORT_ABOVE_PRODUCTION");
        assertThat(told.getList("intervals")).hasSize(31);

        put("dc-tri4/tri-generation", plant("dc-tri4", "OUTSIDE", "")).statusCode(200);
        JsonPath outside = as("viewer").get(address("dc-tri4", "tri-generation")).jsonPath();
        assertThat(outside.getString("total.entersFacilityKwh")).isEqualTo("780");
        assertThat(outside.getString("total.primaryEnergySaving")).isEqualTo("-0.065094");
        assertThat(outside.getList("total.flags", String.class)).containsExactly("INDICATIVE");

        put(
                        "dc-tri4/tri-generation",
                        plant("dc-tri4", "OUTSIDE", "").replace("dc-tri4.gas", "dc-tri4.mains"))
                .statusCode(400)
                .body("violations[0].field", equalTo("fuelPoints"))
                .body("violations[0].message", containsString("role FUEL"));
    }

    @Test
    void aPlantWithoutReferencesOrMetersHasNoSaving() {
        facility(
                "dc-tri3",
                point("dc-tri3.gas", "FUEL", "POWER", "kW"),
                point("dc-tri3.power", "FACILITY_INPUT", "POWER", "kW"),
                point("dc-tri3.hot", "FACILITY_INPUT", "POWER", "kW"));
        put("dc-tri3/tri-generation", "{\"boundary\": \"OUTSIDE\"}")
                .statusCode(400)
                .body("violations.field", hasItem("fuel"))
                .body("violations.field", hasItem("fuelPoints"))
                .body("violations.field", hasItem("powerPoints"));
        put("dc-tri3/tri-generation", plant("dc-tri3", "OUTSIDE", "").replace("G10", "G99"))
                .statusCode(400)
                .body("violations.field", hasItem("references.category"));
        put(
                        "dc-tri3/tri-generation",
                        """
                        {"boundary": "OUTSIDE", "fuel": "NATURAL_GAS", "fuelPoints": ["dc-tri3.gas"],
                         "powerPoints": ["dc-tri3.power"], "heatPoints": ["dc-tri3.hot"]}\
                        """)
                .statusCode(200);
        constant(10, "dc-tri3.power", 38, "dc-tri3.hot", 10);
        Asked.await(
                "nothing but the fuel is missing",
                () ->
                        as("viewer")
                                .get(address("dc-tri3", "tri-generation"))
                                .jsonPath()
                                .getList("total.missing.what", String.class)
                                .contains("FUEL"));
        constant(10, "dc-tri3.gas", 100);

        JsonPath told = eventually(address("dc-tri3", "tri-generation"), "total.hours", 10);
        assertThat(told.getString("total.fuelKwh")).isEqualTo("1000");
        assertThat(told.getString("total.primaryEnergySaving")).isNull();
        assertThat(told.getString("total.insideInventory")).isNull();
        assertThat(told.getList("total.missing.what", String.class))
                .containsExactlyInAnyOrder(
                        "ELECTRICAL_REFERENCE", "THERMAL_REFERENCE", "GRID_FACTOR", "FUEL_FACTOR");
    }

    @Test
    void coolingIsFreeWhileItIsColdOrTheChillerRests() {
        facility(
                "dc-free1",
                point("dc-free1.outdoor", "OTHER", "TEMPERATURE", "degC"),
                point("dc-free1.chiller", "COOLING", "POWER", "kW"));
        put(
                        "dc-free1/free-cooling",
                        "{\"rule\": \"OUTDOOR_AT_MOST\", \"limit\": \"12\", \"temperaturePoint\": \"dc-free1.outdoor\"}")
                .statusCode(200);
        var readings = new ArrayList<String>();
        for (int hour = 0; hour <= 48; hour++) {
            Instant time = MARCH.plus(Duration.ofHours(hour));
            readings.add(reading("dc-free1.outdoor", time, hour <= 20 ? -5 : 20));
            readings.add(reading("dc-free1.chiller", time, hour <= 20 ? 0.5 : 60));
            // IT is off after 40 hours
            readings.add(reading("dc-free1.it", time, Math.min(hour, 40) * 100.0));
        }
        push(readings);

        JsonPath told = eventually(address("dc-free1", "free-cooling"), "total.knownHours", 48);
        // the mean of the hour of change is 7.5 °C
        assertThat(told.getInt("total.freeCoolingHours")).isEqualTo(21);
        assertThat(told.getInt("total.loadedHours")).isEqualTo(40);
        assertThat(told.getString("total.share")).isEqualTo("0.525");
        assertThat(told.getInt("total.expectedHours")).isEqualTo(744);

        put("dc-free1/free-cooling", "{\"rule\": \"CHILLER_AT_MOST\", \"limit\": \"1\"}")
                .statusCode(200)
                .body("revision", equalTo(2));
        JsonPath byChiller = as("viewer").get(address("dc-free1", "free-cooling")).jsonPath();
        assertThat(byChiller.getInt("total.freeCoolingHours")).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'rule': 'OUTDOOR_AT_MOST', 'limit': '12'} | temperaturePoint | ONE_SOURCE",
                "{'rule': 'OUTDOOR_AT_MOST', 'limit': '12', 'weatherSeries': 'nowhere'} | weatherSeries | UNKNOWN_SERIES",
                "{'rule': 'OUTDOOR_AT_MOST', 'limit': '12', 'temperaturePoint': 'dc-free2.it'} | temperaturePoint | QUANTITY_DOES_NOT_FIT",
                "{'rule': 'CHILLER_AT_MOST', 'limit': '-1'} | limit | NEGATIVE",
                "{'rule': 'CHILLER_AT_MOST', 'limit': '1', 'weatherSeries': 'x'} | rule | CONTRADICTION",
                "{'rule': 'CHILLER_AT_MOST'} | limit | REQUIRED",
            })
    void aRuleThatCannotBeAppliedIsRefused(String body, String field, String code) {
        facility("dc-free2");

        put("dc-free2/free-cooling", body.replace('\'', '"'))
                .statusCode(400)
                .body("violations.find { it.field == '%s' }.code".formatted(field), equalTo(code));
    }

    @Test
    void withoutATemperatureNoHourIsFreeAndNoneIsNot() {
        facility("dc-free3", point("dc-free3.outdoor", "OTHER", "TEMPERATURE", "degC"));
        put(
                        "dc-free3/free-cooling",
                        "{\"rule\": \"OUTDOOR_AT_MOST\", \"limit\": \"12\", \"temperaturePoint\": \"dc-free3.outdoor\"}")
                .statusCode(200);

        JsonPath told = as("viewer").get(address("dc-free3", "free-cooling")).jsonPath();
        assertThat(told.getString("total.freeCoolingHours")).isNull();
        assertThat(told.getString("total.share")).isNull();
        assertThat(told.getString("total.completeness")).isEqualTo("0");
    }
}
