package org.netzero.gateway.description;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.CommittedDocument;

/// The gateway's own part; the merged document is made of it and the services' at run time.
@QuarkusTest
class CommittedDescriptionTest {

    @Test
    void theGatewayDescribesItselfAsCommitted() {
        String described =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();

        CommittedDocument.openApiOf("gateway").mustBe(described);
    }
}
