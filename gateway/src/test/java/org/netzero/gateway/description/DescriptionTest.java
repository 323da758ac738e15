package org.netzero.gateway.description;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest {

    @Test
    void oneDocumentDescribesGatewayAndServices() {
        JsonPath document = document();

        assertThat(document.getMap("paths"))
                .containsKeys("/api/keys", "/api/health", "/api/energy/things")
                .containsKey("/api/datacenter/things")
                .doesNotContainKey("/q/health");
        assertThat(document.getString("components.securitySchemes.key.name"))
                .isEqualTo("X-API-Key");
    }

    @Test
    void namesTwoServicesGiveToDifferentThingsAreToldApart() {
        JsonPath document = document();

        assertThat(document.getMap("components.schemas")).containsKeys("Thing", "DatacenterThing");
        assertThat(
                        document.getString(
                                "paths.'/api/datacenter/things'.get.responses.'200'.content"
                                        + ".'application/json'.schema.'$ref'"))
                .isEqualTo("#/components/schemas/DatacenterThing");
    }

    @Test
    void aServiceThatIsAwayIsNamed() {
        assertThat(document().getString("info.description"))
                .endsWith("Left out, since the service is away: emissions.");
    }

    @Test
    void theBrowserOfTheDocumentNeedsNoKey() {
        given().get("/api/docs/").then().statusCode(200).body(containsString("/api/openapi"));
    }

    private static JsonPath document() {
        return given().get("/api/openapi").then().statusCode(200).extract().jsonPath();
    }
}
