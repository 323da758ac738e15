package org.netzero.gateway;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netzero.local.test.LocalStack;

/// What all tests of the gateway stand on, and the keys they come with.
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_gateway"))
@QuarkusTestResource(Peers.class)
public final class GatewayStack {

    private GatewayStack() {}

    public static String adminKey() {
        return Peers.ADMIN_KEY;
    }

    public static RequestSpecification asAdmin() {
        return as(adminKey());
    }

    public static RequestSpecification as(String key) {
        return given().header("X-API-Key", key);
    }

    /// A new key with these roles.
    public static String key(String... roles) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("name", "test-" + UUID.randomUUID(), "roles", List.of(roles)))
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
    }
}
