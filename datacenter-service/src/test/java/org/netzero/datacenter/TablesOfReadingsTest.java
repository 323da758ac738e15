package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.Asked.register;
import static org.netzero.datacenter.Register.itKwh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.local.test.LocalStack;

/// Readings that come as tables.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class TablesOfReadingsTest {

    private static ValidatableResponse table(String file) {
        return as("telemetry")
                .contentType("text/csv; charset=utf-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/telemetry/readings")
                .then();
    }

    @Test
    void aTableOfReadingsIsTakenRowByRow() {
        register("reg-tab", "site-reg", "");
        long refused = refused();

        table(
                        String.join(
                                "\r\n",
                                "\uFEFFpoint,time,value,unit",
                                "reg-tab.it,2026-03-01T00:00:00Z,5,",
                                "reg-tab.it,2026-03-01T01:00:00+00:00,0.007,MWh",
                                "reg-tab.it,2026-03-01T02:00:00Z,9,kW",
                                "reg-tab.it,2026-10-25T02:30:00,9,",
                                "reg-tab.it,2026-03-01T03:00:00Z,\"1,5\",",
                                "reg-tab.it,2026-03-01T03:00:00Z,\"1 234\",",
                                "reg-tab.it,2026-03-01T03:00:00Z,１２,",
                                "reg-tab.it,2026-03-01T03:00:00Z,-,",
                                "reg-tab.it,2026-03-01T03:00:00Z,,",
                                "reg-nobody,2026-03-01T03:00:00Z,1,",
                                "reg-tab.it,1772334000,1,",
                                "reg-tab.it,,1,",
                                "reg-tab.it,2026-03-01T03:00:00Z,1,5,"))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejectedReadings", equalTo(11))
                .body("rejected.line", equalTo(List.of(4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14)))
                .body(
                        "rejected.column",
                        equalTo(
                                List.of(
                                        "unit", "time", "value", "value", "value", "value", "value",
                                        "point", "time", "time", "unit")))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "UNIT_DOES_NOT_FIT",
                                        "TIME_WITHOUT_OFFSET",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "NOT_A_NUMBER",
                                        "UNKNOWN_POINT",
                                        "TIME_UNIT",
                                        "TIME_MISSING",
                                        "UNIT_DOES_NOT_FIT")))
                .body("rejected[1].message", containsString("comes twice or not at all"));
        assertThat(refused() - refused).isEqualTo(11);
        await("2 kWh in the first hour", () -> itKwh("reg-tab", 0) == 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_COMMA_SEPARATED | point;time;value",
                "MISSING_COLUMN | point,time",
                "UNKNOWN_COLUMN | point,time,value,meter",
            })
    void aTableOfAnotherFormIsRefusedAsAWhole(String code, String header) {
        table(header + "\nreg,2026-03-01T00:00:00Z,5\n")
                .statusCode(400)
                .body("violations[0].code", equalTo(code));
    }

    private static long refused() {
        return as("viewer")
                .get("/api/datacenters/telemetry/status")
                .jsonPath()
                .getLong("sinceStart.refused");
    }
}
