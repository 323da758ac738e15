package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.json.JsonConfiguration;

/// Instruments that the energy service tells of, up to a locked year and beyond. Each year has one
/// site of this test in China; its factors of 2023 are 0.6096 kg/kWh (residual mix) and 0.5306
/// (average).
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class ContractualInstrumentsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int YEAR = 2023;
    private static final String INVENTORY = inventory(YEAR);

    private static Kafka kafka;

    @BeforeAll
    static void connect() {
        kafka = new Kafka();
    }

    @AfterAll
    static void disconnect() {
        kafka.close();
    }

    private static String inventory(int year) {
        return "/api/emissions/inventory?period=" + year;
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static ValidatableResponse get(String path) {
        return as("viewer").get(path).then();
    }

    private static ValidatableResponse step(String role, String json) {
        return step(YEAR, role, json);
    }

    private static ValidatableResponse step(int year, String role, String json) {
        return as(role).contentType("application/json")
                .body(json)
                .post("/api/emissions/inventories/%d/transitions".formatted(year))
                .then();
    }

    private static void eventually(String path, String value) throws InterruptedException {
        eventually(YEAR, path, value);
    }

    private static void eventually(int year, String path, String value)
            throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        String found;
        do {
            Object read = get(inventory(year)).extract().path(path);
            found = String.valueOf(read);
        } while (!found.equals(value) && Instant.now().isBefore(end) && pause());
        assertThat(found).as(path).isEqualTo(value);
    }

    private static boolean pause() throws InterruptedException {
        Thread.sleep(100);
        return true;
    }

    private static void consumption(String source, String kwh) throws Exception {
        consumption("instruments", YEAR, source, kwh);
    }

    private static void consumption(String site, int year, String source, String kwh)
            throws Exception {
        String key = "%s/ELECTRICITY/%s/%d".formatted(site, source, year);
        kafka.send(
                "energy.consumption",
                key,
                Kafka.event(
                        "energy-service",
                        "org.netzero.energy.consumption-totalled.v1",
                        key,
                        Map.ofEntries(
                                Map.entry("siteId", site),
                                Map.entry("siteKind", "DATA_CENTER"),
                                Map.entry("country", "CN"),
                                Map.entry("carrier", "ELECTRICITY"),
                                Map.entry("source", source),
                                Map.entry("period", String.valueOf(year)),
                                Map.entry("start", year + "-01-01"),
                                Map.entry("end", year + 1 + "-01-01"),
                                Map.entry("energyKwh", kwh),
                                Map.entry(
                                        "quantities", List.of(Map.of("value", kwh, "unit", "kWh"))),
                                Map.entry("provenance", List.of("MEASURED")),
                                Map.entry("recordCount", 1),
                                Map.entry("version", 1))));
    }

    /// A golden example of the energy service, for the year and the site of this test.
    private static ObjectNode allocation(String example) throws Exception {
        var event =
                (ObjectNode)
                        JsonConfiguration.mapper()
                                .readTree(Contracts.example("energy/energy-instrument", example));
        ObjectNode data = (ObjectNode) event.get("data");
        data.put("siteId", "instruments")
                .put("period", String.valueOf(YEAR))
                .put("start", YEAR + "-01-01")
                .put("end", YEAR + 1 + "-01-01");
        return event;
    }

    private static void send(ObjectNode event, int version) throws Exception {
        event.put("id", UUID.randomUUID().toString());
        ((ObjectNode) event.get("data")).put("version", version);
        kafka.send("energy.instrument", event.get("subject").asText(), event.toString());
    }

    @Test
    void anAllocationMovesTheMarketBasedFigureAndIsRetiredBeforeTheYearIsLocked() throws Exception {
        // Given
        consumption("PURCHASED", "1000000");
        consumption("ON_SITE_PV", "50000");
        eventually("scope2.marketBased.kgCo2e", "609600");
        eventually("scope2.locationBased.kgCo2e", "530600");
        ObjectNode certificate = allocation("retired-certificate");

        // When
        ((ObjectNode) certificate.get("data")).put("status", "PROVISIONAL");
        send(certificate, 1);
        send(allocation("provisional-contract"), 1);
        send(allocation("sold-own-generation"), 1);

        // Then: 400,000 × 0.6096 + 40,000 × 0.6096
        eventually("scope2.marketBased.kgCo2e", "268224");
        get(INVENTORY)
                .body("scope2.locationBased.kgCo2e", equalTo("530600"))
                .body(
                        "scope2.marketBased.coverage.tier",
                        equalTo(List.of("CERTIFICATE", "RESIDUAL_MIX")))
                .body("scope2.marketBased.coverage.energyKwh", equalTo(List.of("600000", "440000")))
                .body("scope2.marketBased.coverage[0].share", equalTo("0.576923"))
                .body("findings.code", hasItem("INSTRUMENT_NOT_RETIRED"));
        isNotLockedWhileAnInstrumentIsProvisional();
        aRetiredOneIsLockedAndItsWithdrawalIsContractual(certificate);
    }

    private static void isNotLockedWhileAnInstrumentIsProvisional() throws Exception {
        eventually("findings.findAll { it.code == 'INSTRUMENT_NOT_ACCEPTED' }.size()", "1");
        get(INVENTORY)
                .body(
                        "findings.find { it.code == 'INSTRUMENT_NOT_ACCEPTED' }.message",
                        containsString("a consumption voucher is evidence, not a certificate"));
        step("steward", "{\"to\":\"VALIDATED\"}").statusCode(200);
        step("admin", "{\"to\":\"LOCKED\",\"acknowledge\":[\"CARRIED_FORWARD\"]}")
                .statusCode(409)
                .body("code", equalTo("INSTRUMENT_NOT_RETIRED"))
                .body("detail", containsString("gec-2026-001"));
    }

    private static void aRetiredOneIsLockedAndItsWithdrawalIsContractual(ObjectNode certificate)
            throws Exception {
        ((ObjectNode) certificate.get("data")).put("status", "RETIRED");
        send(certificate, 2);
        eventually("findings.findAll { it.code == 'INSTRUMENT_NOT_RETIRED' }.size()", "0");
        get(INVENTORY).body("findings.code", not(hasItem("CHANGED_SINCE_VALIDATION")));
        step("admin", "{\"to\":\"LOCKED\",\"acknowledge\":[\"CARRIED_FORWARD\"]}").statusCode(200);
        String locked = get(INVENTORY + "&version=1").extract().asString();

        ((ObjectNode) certificate.get("data")).put("instrumentId", "gec-2026-002");
        send(certificate, 3);
        eventually("restatement.scope2MarketBasedKgCo2e", "0");
        ((ObjectNode) certificate.get("data")).put("status", "WITHDRAWN").put("energyKwh", "0");
        send(certificate, 4);

        eventually("restatement.scope2MarketBasedKgCo2e", "365760");
        get(INVENTORY)
                .body("scope2.marketBased.kgCo2e", equalTo("268224"))
                .body("restatement.scope2LocationBasedKgCo2e", equalTo("0"));
        step(
                        "admin",
                        "{\"to\":\"RESTATED\",\"reason\":\"the certificates expired\",\"acknowledge\":[\"CARRIED_FORWARD\"]}")
                .statusCode(200);
        assertThat(get(INVENTORY + "&version=1").extract().asString()).isEqualTo(locked);
        String bridge =
                "/api/emissions/bridge?from=%d&to=%d&fromVersion=1&toVersion=2&method=MARKET_BASED"
                        .formatted(YEAR, YEAR);
        get(bridge)
                .body("steps.find { it.step == 'CONTRACTUAL' }.kgCo2e", equalTo("365760"))
                .body("steps.find { it.step == 'ERROR' }.kgCo2e", equalTo("0"));
    }

    @Test
    void whatIsAllocatedOutsideTheBoundaryDoesNotKeepTheYearFromBeingLocked() throws Exception {
        // Given: a site of which nothing counts under operational control
        String site = "instruments-outside";
        int year = 2031;
        as("steward")
                .contentType("application/json")
                .body(
                        "{\"name\":\"Held by others\",\"equityShare\":\"0.2\",\"financialControl\":false,\"operationalControl\":false,\"from\":\"2010-01-01\"}")
                .put("/api/organization/entities/held-by-others")
                .then()
                .statusCode(200);
        kafka.send(
                "energy.site",
                site,
                Kafka.event(
                        "energy-service",
                        "org.netzero.energy.site-registered.v1",
                        site,
                        Map.of(
                                "siteId", site,
                                "name", site,
                                "kind", "DATA_CENTER",
                                "country", "CN",
                                "timeZone", "Asia/Shanghai",
                                "version", 1,
                                "entity", "held-by-others")));
        consumption(site, year, "PURCHASED", "1000000");
        consumption(site, year, "PURCHASED_RENEWABLE", "1200000");

        // When
        ObjectNode provisional = allocation("retired-certificate");
        String id = UUID.randomUUID().toString();
        provisional.put("subject", id);
        ((ObjectNode) provisional.get("data"))
                .put("allocationId", id)
                .put("siteId", site)
                .put("period", String.valueOf(year))
                .put("start", year + "-01-01")
                .put("end", year + 1 + "-01-01")
                .put("status", "PROVISIONAL");
        send(provisional, 1);

        // Then
        String severity = "findings.find { it.code == '%s' }.severity";
        eventually(year, severity.formatted("INSTRUMENT_NOT_RETIRED"), "NOTE");
        eventually(year, severity.formatted("NO_INSTRUMENT_ON_FILE"), "NOTE");
        eventually(year, severity.formatted("RENEWABLE_EXCEEDS_PURCHASED"), "NOTE");
        get(inventory(year) + "&approach=EQUITY_SHARE")
                .body(severity.formatted("INSTRUMENT_NOT_RETIRED"), equalTo("OPEN"))
                .body(severity.formatted("RENEWABLE_EXCEEDS_PURCHASED"), equalTo("OPEN"));
        step(year, "steward", "{\"to\":\"VALIDATED\"}").statusCode(200);
        step(year, "admin", "{\"to\":\"LOCKED\",\"acknowledge\":[\"CARRIED_FORWARD\"]}")
                .statusCode(200);
    }

    @Test
    void anAllocationThatCannotBeIsRefusedAndStandsInNoYearsWay() throws Exception {
        ObjectNode impossible = allocation("retired-certificate");
        String id = UUID.randomUUID().toString();
        impossible.put("subject", id);
        ((ObjectNode) impossible.get("data"))
                .put("allocationId", id)
                .put("energyKwh", "-1")
                .put("start", "2034-01-01")
                .put("end", "2035-01-01");

        send(impossible, 1);

        Instant end = Instant.now().plus(PATIENCE);
        while (refused(id).isEmpty() && Instant.now().isBefore(end)) {
            pause();
        }
        assertThat(refused(id)).hasSize(1);
        get("/api/emissions/inventory?period=2034")
                .statusCode(200)
                .body("findings.code", not(hasItem("INSTRUMENT_EXCEEDS_PURCHASED")));
    }

    private static List<String> refused(String id) {
        return Kafka.all("energy.instrument.dead-letter").stream()
                .map(message -> message.value())
                .filter(event -> event.contains(id))
                .toList();
    }
}
