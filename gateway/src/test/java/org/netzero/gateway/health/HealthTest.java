package org.netzero.gateway.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    @Test
    void anybodySeesWhichServiceIsAway() {
        given().get("/api/health")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("services.emissions", equalTo("DOWN"))
                .body("services.energy", equalTo("UP"))
                .body("services.datacenter", equalTo("UP"))
                .body("database", equalTo("UP"))
                .body("kafka", equalTo("UP"));
    }

    @Test
    void theSuiteIsUpWhenAllOfItIs() {
        assertThat(HealthView.of(Map.of("energy", Status.UP), Status.UP, Status.UP).isUp())
                .isTrue();
    }

    @Test
    void oneThatIsDownIsEnough() {
        Map<String, Status> services = Map.of("energy", Status.UP);

        assertThat(HealthView.of(services, Status.DOWN, Status.UP).isUp()).isFalse();
        assertThat(HealthView.of(services, Status.UP, Status.DOWN).isUp()).isFalse();
    }
}
