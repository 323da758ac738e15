package org.netzero.gateway.roadmap.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.GatewayStack;

/// Each named kind of bad input is refused by the path of its field, and nothing is stored.
@QuarkusTest
class RefusedScenariosOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCENARIOS = "/api/roadmap/scenarios";

    private interface Change {
        void to(ObjectNode scenario);
    }

    @Test
    void badInputIsRefusedByThePathOfItsField() throws IOException {
        // Given
        int green = indexOf("effect", "share");
        int cut = indexOf("effect", "depth");

        // Then
        refused(
                "a share over 100 % of a lever",
                "levers[%d].effect.share".formatted(green),
                scenario -> effect(scenario, green).put("share", 1.01));
        refused(
                "a share over 100 % of an assumption",
                "electricity.dataCenterShare",
                scenario ->
                        ((ObjectNode) scenario.at("/electricity/dataCenterShare"))
                                .put("value", 1.2));
        refused(
                "negative depth",
                "levers[%d].effect.depth".formatted(cut),
                scenario -> effect(scenario, cut).put("depth", -0.1));
        refused(
                "a ramp over 100 %",
                "levers[0].deployment.rampPerYear",
                scenario ->
                        ((ObjectNode) scenario.at("/levers/0/deployment")).put("rampPerYear", 1.5));
        refused(
                "a target before the base year",
                "targets[0].year",
                scenario -> ((ObjectNode) scenario.at("/targets/0")).put("year", 2020));
        refused(
                "a target year before the base year",
                "targetYear",
                scenario -> scenario.put("targetYear", 2020));
        refused(
                "no driver of electricity",
                "electricity.growth",
                scenario -> ((ObjectNode) scenario.get("electricity")).remove("growth"));
        refused("no other driver", "otherActivity", scenario -> scenario.remove("otherActivity"));
        refused(
                "two levers with one id",
                "levers[1].id",
                scenario ->
                        ((ObjectNode) scenario.at("/levers/1"))
                                .put("id", scenario.at("/levers/0/id").asText()));
        refused(
                "levers that require each other",
                "levers[0].requires",
                scenario -> {
                    require(scenario, 0, 1);
                    require(scenario, 1, 0);
                });
    }

    private static void require(ObjectNode scenario, int lever, int required) {
        ArrayNode requires = JSON.createArrayNode();
        requires.add(scenario.at("/levers/%d/id".formatted(required)).asText());
        ((ObjectNode) scenario.at("/levers/" + lever)).set("requires", requires);
    }

    private static ObjectNode effect(ObjectNode scenario, int lever) {
        return (ObjectNode) scenario.at("/levers/%d/effect".formatted(lever));
    }

    private static int indexOf(String object, String field) throws IOException {
        JsonNode levers = committed().get("levers");
        for (int i = 0; i < levers.size(); i++) {
            if (levers.get(i).path(object).hasNonNull(field)) {
                return i;
            }
        }
        throw new AssertionError("No lever has " + field);
    }

    private static void refused(String what, String field, Change change) throws IOException {
        ObjectNode scenario = committed();
        scenario.put("id", "refused-by-path");
        scenario.remove("version");
        change.to(scenario);
        Response answer =
                GatewayStack.asAdmin()
                        .contentType(ContentType.JSON)
                        .body(scenario.toString())
                        .post(SCENARIOS);
        assertThat(answer.statusCode()).as(what + ": " + answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        JsonPath problem = answer.jsonPath();
        assertThat(problem.getList("violations.field", String.class)).as(what).contains(field);
        GatewayStack.asAdmin().get(SCENARIOS + "/refused-by-path").then().statusCode(404);
    }

    private static ObjectNode committed() throws IOException {
        return (ObjectNode)
                JSON.readTree(GatewayStack.asAdmin().get(SCENARIOS + "/committed").asString());
    }
}
