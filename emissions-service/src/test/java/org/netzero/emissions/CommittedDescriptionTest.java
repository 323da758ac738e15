package org.netzero.emissions;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.CommittedDocument;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
class CommittedDescriptionTest {

    @Test
    void theServiceDescribesItselfAsCommitted() {
        String described =
                given().get("/q/openapi?format=json").then().statusCode(200).extract().asString();

        CommittedDocument.openApiOf("emissions").mustBe(described);
    }
}
