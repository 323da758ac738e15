package org.netzero.energy.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Fields;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_energy"))
class IntervalImportTest {

    @Inject IntervalImport kind;

    private static void put(String path, String body) {
        RestAssured.given()
                .auth()
                .oauth2(LocalStack.token("tester", "steward"))
                .contentType("application/json")
                .body(body)
                .put(path)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    }

    private static void site(String zone) {
        put(
                "/api/sites/collided",
                """
                {"name": "A site", "kind": "OFFICE", "country": "DE", "timeZone": "%s"}
                """
                        .formatted(zone));
    }

    private static IntervalRow row(String start) {
        return IntervalRow.read(
                new Fields(
                        Map.of(
                                "meterId", "collided-1",
                                "start", start,
                                "quantity", "1",
                                "unit", "kWh")));
    }

    @Test
    void aBatchThatCollidedIsDatedAgainWhenItIsStoredAgain() {
        site("UTC");
        put(
                "/api/energy/meters/collided-1",
                """
                {"siteId": "collided", "carrier": "ELECTRICITY", "source": "PURCHASED"}
                """);
        Import<IntervalRow> importing = kind.reading(new Origin(UUID.randomUUID(), "tester"));
        Supplier<List<RowOutcome>> batch =
                importing.store().prepared(List.of(row("2022-01-01T00:00")));
        // in the hour that Berlin skips
        Supplier<List<RowOutcome>> dated =
                importing.store().prepared(List.of(row("2022-03-27T02:00")));
        site("Europe/Berlin");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(batch::get))
                .isInstanceOf(ConcurrentIntake.class);
        assertThat(QuarkusTransaction.requiringNew().call(batch::get))
                .containsExactly(new RowOutcome.Accepted());
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().call(dated::get))
                .isInstanceOf(ConcurrentIntake.class);
        assertThat(QuarkusTransaction.requiringNew().call(dated::get).getFirst())
                .isInstanceOf(RowOutcome.Rejected.class);
        // and what is prepared from then on knows the new clock
        assertThat(
                        QuarkusTransaction.requiringNew()
                                .call(
                                        importing.store().prepared(List.of(row("2022-01-01T01:00")))
                                                ::get))
                .containsExactly(new RowOutcome.Accepted());
    }
}
