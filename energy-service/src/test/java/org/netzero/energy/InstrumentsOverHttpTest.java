package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// What is on file of certificates and contracts.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class InstrumentsOverHttpTest {

    private static final String HEADER =
            "instrumentId,kind,market,technology,commissioned,vintageStart,vintageEnd,quantity,unit,price,currency\n";

    static ValidatableResponse registering(String instruments) {
        return Api.as("steward").body(instruments).post("/api/energy/instruments").then();
    }

    static ValidatableResponse step(String instrumentId, String body) {
        return Api.as("steward")
                .body(body)
                .post("/api/energy/instruments/" + instrumentId + "/steps")
                .then();
    }

    static ValidatableResponse reading(String instrumentId) {
        return Api.as("viewer").get("/api/energy/instruments/" + instrumentId).then();
    }

    /// A GEC of wind power of 2023.
    static String gec(String id, String quantity, String unit, String more) {
        return """
        [{"instrumentId": "%s", "kind": "GEC", "market": "CN", "technology": "WIND", "commissioned": "2019-05-01",
          "vintageStart": "2023-01-01", "vintageEnd": "2024-01-01", "quantity": {"value": %s, "unit": "%s"},
          "carbonCreditIssued": false%s}]
        """
                .formatted(id, quantity, unit, more);
    }

    static String trade(String id, String quantityMwh, String more) {
        return """
        [{"instrumentId": "%s", "kind": "GREEN_POWER_TRADE", "market": "CN", "technology": "WIND",
          "vintageStart": "2023-01-01", "vintageEnd": "2024-01-01", "quantity": {"value": %s, "unit": "MWh"}%s}]
        """
                .formatted(id, quantityMwh, more);
    }

    @Test
    void anInstrumentIsStoredOnceHoweverOftenItIsSent() {
        registering(gec("once-gec", "12", "MWh", ""))
                .statusCode(201)
                .body("accepted", equalTo(1))
                .body("instruments[0].status", equalTo("STORED"));
        registering(gec("once-gec", "\"12.0\"", "MWh", ""))
                .statusCode(200)
                .body("instruments[0].status", equalTo("DUPLICATE"));
        reading("once-gec")
                .statusCode(200)
                .body("status", equalTo("BOUGHT"))
                .body("quantity.value", equalTo("12"))
                .body("quantity.unit", equalTo("MWh"))
                .body("leftKwh", equalTo("12000"));
    }

    @Test
    void certificatesCountAThousandKilowattHoursEach() {
        registering(gec("counted-gec", "3", "certificates", "")).statusCode(201);
        reading("counted-gec").body("claimableKwh", equalTo("3000"));
        registering(gec("half-gec", "1.5", "MWh", ""))
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_WHOLE_CERTIFICATES"));
        registering(gec("broken-gec", "1.5", "certificates", ""))
                .statusCode(400)
                .body("violations.code", hasItem("NOT_WHOLE_CERTIFICATES"));
        registering(trade("counted-trade", "1", "").replace("MWh", "certificates"))
                .statusCode(400)
                .body("violations[0].code", equalTo("WRONG_UNIT"));
    }

    @Test
    void otherContentIsAConflictAndACorrectionTakesItsPlace() {
        registering(gec("conflict-gec", "12", "MWh", "")).statusCode(201);
        registering(gec("conflict-gec", "13", "MWh", ""))
                .statusCode(409)
                .body("code", equalTo("ID_CONFLICT"))
                .body("violations[0].field", equalTo("[0].instrumentId"));
        registering(gec("conflict-gec", "13", "MWh", ", \"supersedes\": \"conflict-gec\""))
                .statusCode(201);
        reading("conflict-gec").body("leftKwh", equalTo("13000"));
        Api.as("viewer")
                .get("/api/energy/instruments/conflict-gec/steps")
                .then()
                .body("items.step", equalTo(List.of("ISSUED", "BOUGHT", "CORRECTED")))
                .body("items[0].storedBy", equalTo("tester"))
                .body("items[0].energyKwh", equalTo("12000"));
    }

    @Test
    void anArrayIsStoredWholeOrNotAtAll() {
        String good = gec("whole-gec", "1", "MWh", "").strip();
        String bad = gec("whole-gec", "2", "MWh", "").strip();
        registering(good.substring(0, good.length() - 1) + "," + bad.substring(1)).statusCode(409);
        reading("whole-gec").statusCode(404).body("code", equalTo("UNKNOWN_INSTRUMENT"));
    }

    @ParameterizedTest
    @CsvSource({
        "kind, \"GEC\", \"GOLD\", UNKNOWN_VALUE",
        "market, \"CN\", \"Middle Kingdom\", UNKNOWN_MARKET",
        "technology, \"WIND\", \"COAL\", UNKNOWN_VALUE",
        "quantity.value, {\"value\": 1, {\"value\": 0, NOT_POSITIVE",
        "quantity.unit, \"MWh\", \"kg\", WRONG_UNIT",
        "quantity.unit, \"MWh\", \"parsecs\", UNKNOWN_UNIT",
        "vintageEnd, 2024-01-01, 2023-01-01, END_NOT_AFTER_START",
        "vintageStart, 2023-01-01, 01/01/2023, NOT_AN_INTERVAL",
        "commissioned, 2019-05-01, May 2019, NOT_A_DATE",
        "renewable, false}, 'false, \"renewable\": false}', CONTRADICTS_TECHNOLOGY",
        "kgCo2ePerKwh, false}, 'false, \"kgCo2ePerKwh\": \"0.1\"}', CONTRADICTS_TECHNOLOGY",
        "kgCo2ePerKwh, false}, 'false, \"kgCo2ePerKwh\": \"-1\"}', OUT_OF_RANGE",
        "currency, false}, 'false, \"price\": \"12\"}', PRICE_AND_CURRENCY",
        "currency, false}, 'false, \"price\": \"12\", \"currency\": \"YUAN\"}', NOT_A_CURRENCY",
        "attributes, false}, 'false, \"attributes\": \"CONVEYED\"}', NOT_APPLICABLE",
        "certificateId, false}, 'false, \"certificateId\": \"other\"}', NOT_APPLICABLE"
    })
    void whatBreaksARuleIsRefusedWithItsField(String field, String good, String bad, String code) {
        registering(gec("refused", "1", "MWh", "").replace(good, bad))
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("violations.field", hasItem("[0]." + field))
                .body("violations.code", hasItem(code));
        reading("refused").statusCode(404);
    }

    @Test
    void unknownFieldsAreRefusedByName() {
        registering(gec("unknown-field", "1", "MWh", ", \"colour\": \"green\""))
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"))
                .body("detail", containsString("colour"));
    }

    @Test
    void onlyStewardsRegister() {
        Api.as("viewer")
                .body(gec("viewed", "1", "MWh", ""))
                .post("/api/energy/instruments")
                .then()
                .statusCode(403);
    }

    @Test
    void aFileIsStoredRowByRowAndAgainChangesNothing() {
        String file =
                HEADER
                        + """
                        file-1,GEC,CN,SOLAR,2021-03-14,2023-01-01,2024-01-01,5,certificates,30,CNY
                        file-2,ppa,CN,WIND,,2023-01-01,2033-01-01,1000,MWh,,
                        file-3,GEC,CN,WIND,,2023-01-01,2024-01-01,1.5,MWh,,
                        file-4,GEC,nowhere,WIND,,2023-01-01,2024-01-01,1,MWh,,
                        file-1,GEC,CN,SOLAR,2021-03-14,2023-01-01,2024-01-01,6,certificates,30,CNY
                        """;
        Api.importing("instruments", file)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body(
                        "rejected.code",
                        equalTo(List.of("NOT_WHOLE_CERTIFICATES", "UNKNOWN_MARKET", "ID_CONFLICT")))
                .body("rejected.line", equalTo(List.of(4, 5, 6)));
        Api.importing("instruments", file).body("duplicates", equalTo(2));
        reading("file-2").body("kind", equalTo("PHYSICAL_PPA"));
        Api.as("viewer")
                .get("/api/imports/instruments/template")
                .then()
                .statusCode(200)
                .body(
                        startsWith(
                                "instrumentId,kind,market,technology,plant,commissioned,vintageStart,vintageEnd,quantity,unit,"
                                        + "trackingSystem,price,currency,evidence,"));
        Api.importing("instruments", HEADER.replace("price", "prize"))
                .statusCode(400)
                .body("violations.code", hasItem("UNKNOWN_COLUMN"));
    }

    @Test
    void theListIsFilteredPagedAndAFile() {
        registering(
                        gec("listed-1", "1", "MWh", "")
                                .replace("\"GEC\"", "\"REC\"")
                                .replace("CN", "MX"))
                .statusCode(201);
        registering(
                        gec("listed-2", "1", "MWh", "")
                                .replace("\"GEC\"", "\"REC\"")
                                .replace("CN", "MX"))
                .statusCode(201);
        step("listed-2", "{\"step\": \"EXPIRED\"}").statusCode(200);
        String cursor =
                Api.as("viewer")
                        .get("/api/energy/instruments?market=MX&limit=1")
                        .then()
                        .body("items.instrumentId", equalTo(List.of("listed-1")))
                        .extract()
                        .path("nextCursor");
        Api.as("viewer")
                .get("/api/energy/instruments?market=MX&limit=1&cursor=" + cursor)
                .then()
                .body("items.instrumentId", equalTo(List.of("listed-2")))
                .body("nextCursor", equalTo(null));
        Api.as("viewer")
                .get("/api/energy/instruments?market=MX&status=EXPIRED&kind=REC")
                .then()
                .body("items.instrumentId", equalTo(List.of("listed-2")));
        Api.as("viewer")
                .get("/api/energy/instruments?kind=GO&market=MX")
                .then()
                .body("items", hasSize(0));
        String csv =
                Api.as("viewer")
                        .accept("text/csv")
                        .get("/api/energy/instruments?market=MX")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(csv.lines().toList()).hasSize(3);
        assertThat(csv).startsWith("instrumentId,kind,market").contains("listed-2,REC,MX,WIND");
        Api.as("viewer")
                .get("/api/energy/instruments?status=LOST")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("status"));
        Api.as("viewer")
                .get("/api/energy/instruments?colour=green")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_PARAMETER"));
    }

    @Test
    void theWayOfAnInstrumentHasAnOrder() {
        registering(gec("way-gec", "4", "MWh", ", \"acquired\": \"ISSUED\"")).statusCode(201);
        reading("way-gec").body("status", equalTo("ISSUED"));
        step(
                        "way-gec",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 1, \"unit\": \"MWh\"}}")
                .statusCode(409)
                .body("code", equalTo("STEP_REFUSED"));
        step("way-gec", "{\"step\": \"BOUGHT\", \"on\": \"2023-06-01\", \"note\": \"invoice 7\"}")
                .statusCode(200)
                .body("status", equalTo("BOUGHT"));
        step("way-gec", "{\"step\": \"BOUGHT\"}")
                .statusCode(409)
                .body("detail", containsString("bought before"));
        step(
                        "way-gec",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 3, \"unit\": \"certificates\"}}")
                .statusCode(200)
                .body("transferredKwh", equalTo("3000"))
                .body("leftKwh", equalTo("1000"));
        step(
                        "way-gec",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 2, \"unit\": \"MWh\"}}")
                .statusCode(409)
                .body("code", equalTo("NOT_ENOUGH_LEFT"))
                .body("detail", containsString("1000 kWh of 'way-gec' are left"));
        step("way-gec", "{\"step\": \"EXPIRED\"}")
                .statusCode(200)
                .body("status", equalTo("EXPIRED"))
                .body("leftKwh", equalTo("0"));
        step("way-gec", "{\"step\": \"EXPIRED\"}").statusCode(409);
        step("way-gec", "{\"step\": \"ALLOCATED\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("UNKNOWN_VALUE"));
        step("way-gec", "{\"step\": \"EXPIRED\", \"on\": \"2199-01-01\"}")
                .statusCode(400)
                .body("violations[0].code", equalTo("IN_THE_FUTURE"));
        step("nothing", "{\"step\": \"EXPIRED\"}").statusCode(404);
        Api.as("viewer")
                .get("/api/energy/instruments/way-gec/steps")
                .then()
                .body("items.step", equalTo(List.of("ISSUED", "BOUGHT", "TRANSFERRED", "EXPIRED")))
                .body("items[1].on", equalTo("2023-06-01"))
                .body("items[1].note", equalTo("invoice 7"));
    }

    @Test
    void aTradeAndItsCertificateAreOneClaim() {
        registering(trade("pair-trade", "10", ", \"certificateId\": \"pair-gec\"")).statusCode(201);
        reading("pair-trade").body("claimableKwh", equalTo("10000"));
        registering(gec("pair-gec", "8", "MWh", "")).statusCode(201);
        reading("pair-trade").body("claimableKwh", equalTo("8000"));
        step(
                        "pair-gec",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 6, \"unit\": \"MWh\"}}")
                .statusCode(200);
        reading("pair-trade").body("leftKwh", equalTo("2000"));
        registering(gec("pair-gec", "5", "MWh", ", \"supersedes\": \"pair-gec\""))
                .statusCode(409)
                .body("violations[0].code", equalTo("BELOW_CLAIMED"));
        registering(trade("pair-trade", "10", ", \"supersedes\": \"pair-trade\""))
                .statusCode(409)
                .body("violations[0].code", equalTo("CERTIFICATE_BOUND"));
        registering(trade("pair-other", "10", ", \"certificateId\": \"pair-gec\""))
                .statusCode(409)
                .body("violations[0].code", equalTo("CERTIFICATE_TAKEN"));
        registering(trade("pair-third", "10", ", \"certificateId\": \"pair-trade\""))
                .statusCode(400)
                .body("violations[0].code", equalTo("NOT_A_CERTIFICATE"));
        registering(trade("pair-self", "10", ", \"certificateId\": \"pair-self\""))
                .statusCode(400)
                .body("violations[0].code", equalTo("OWN_CERTIFICATE"));
    }

    @Test
    void aCertificateThatComesLaterJoinsTheClaimsOfItsTrade() {
        String half =
                "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 5, \"unit\": \"MWh\"}}";
        registering(trade("late-trade", "8", "")).statusCode(201);
        registering(gec("late-gec", "8", "MWh", "")).statusCode(201);
        step("late-trade", half).statusCode(200);
        step("late-gec", half).statusCode(200);
        String joined =
                trade(
                        "late-trade",
                        "8",
                        ", \"certificateId\": \"late-gec\", \"supersedes\": \"late-trade\"");
        registering(joined)
                .statusCode(409)
                .body("violations[0].code", equalTo("BELOW_CLAIMED"))
                .body("violations[0].message", containsString("10000 kWh"));
        registering(gec("late-gec", "10", "MWh", ", \"supersedes\": \"late-gec\"")).statusCode(201);
        registering(joined.replace("\"value\": 8", "\"value\": 10")).statusCode(201);
        reading("late-trade").body("leftKwh", equalTo("0"));
        reading("late-gec").body("leftKwh", equalTo("0")).body("status", equalTo("TRANSFERRED"));
    }

    @Test
    void aCorrectionUnderAnotherIdComesBeforeAnyClaim() {
        registering(gec("renamed-1", "2", "MWh", "")).statusCode(201);
        registering(gec("renamed-2", "2", "MWh", ", \"supersedes\": \"renamed-1\""))
                .statusCode(201);
        reading("renamed-1").statusCode(404);
        step(
                        "renamed-2",
                        "{\"step\": \"TRANSFERRED\", \"quantity\": {\"value\": 1, \"unit\": \"MWh\"}}")
                .statusCode(200);
        registering(gec("renamed-3", "2", "MWh", ", \"supersedes\": \"renamed-2\""))
                .statusCode(409)
                .body("violations[0].code", equalTo("CLAIMS_ON_FILE"));
        registering(gec("renamed-4", "2", "MWh", ", \"supersedes\": \"renamed-1\""))
                .statusCode(409)
                .body("violations[0].code", equalTo("ALREADY_SUPERSEDED"));
        Api.as("viewer")
                .get("/api/energy/instruments?market=CN")
                .then()
                .body("items.instrumentId", hasItems("renamed-2"))
                .body("items.instrumentId", not(hasItem("renamed-1")));
    }
}
