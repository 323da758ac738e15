package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netzero.gateway.GatewayStack;
import org.netzero.gateway.roadmap.basis.Announcements;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.FigureCount;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.UnknownScenario;

/// A scenario that somebody made is deleted, and what was projected of it before still comes out.
/// From a base year of its own, whose figures no other test tells.
@QuarkusTest
class DeletedScenariosOverHttpTest {

    private static final String SCENARIOS = "/api/roadmap/scenarios/";

    private static Told told;

    @Inject EntityManager database;
    @Inject Vintages vintages;
    @Inject Scenarios scenarios;
    @Inject Bases bases;
    @Inject FigureCount count;
    @Inject Announcements announcements;
    @Inject PlannedDeployment planned;
    @Inject Clock clock;

    private final String id = "deleted-" + UUID.randomUUID();

    @BeforeAll
    static void tell2019() {
        told = new Told();
        told.electricity("group", "PURCHASED", 2019, "3300000000");
        told.statedPue(2019, "1.34");
        told.inventory(2019, "15000000", "1900000000", "2000000000", "2500000000");
    }

    @AfterAll
    static void closeTopics() {
        told.close();
    }

    @Test
    void aDeletedScenarioIsOnFileNoMore() {
        add();
        projected();
        delete("analyst").then().statusCode(204).body(equalTo(""));
        GatewayStack.asAdmin()
                .get("/api/roadmap/scenarios")
                .then()
                .statusCode(200)
                .body("id", not(hasItem(id)))
                .body("id", hasItem("committed"));
        for (String address :
                List.of(
                        id,
                        id + "/projection",
                        id + "/projection/explanation",
                        id + "/abatement-costs",
                        id + "/checks",
                        id + "/uncertainty",
                        id + "/plan",
                        id + "/moved?from=2020-01-02")) {
            unknown(GatewayStack.asAdmin().get(SCENARIOS + address))
                    .body("detail", containsString("was deleted by "));
        }
        unknown(
                GatewayStack.asAdmin()
                        .get("/api/roadmap/comparison?scenarios=%s,committed".formatted(id)));
        unknown(put(document()));
        unknown(GatewayStack.asAdmin().post(SCENARIOS + id + "/freeze"));
        unknown(GatewayStack.asAdmin().delete(SCENARIOS + id + "/freeze"));
        unknown(copy(id, copyId()));
        unknown(delete("analyst"));
    }

    @Test
    void whatWasProjectedBeforeItsDeletionStillComesOut() {
        // Given
        String document = add();
        double first = pueOf2030(projected());
        Instant earlier = Instant.now();
        put(document.replace("\"pue\":1.25", "\"pue\":1.15")).then().statusCode(200);
        double last = pueOf2030(projected());
        copy(id, copyId()).then().statusCode(201);
        Instant later = Instant.now();
        // When
        delete("steward").then().statusCode(204);
        // Then
        assertThat(pueOf2030(get(id + "/projection?asOf=" + earlier))).isEqualTo(first);
        assertThat(pueOf2030(get(id + "/projection?asOf=" + later)))
                .isEqualTo(last)
                .isNotEqualTo(first);
        assertThat(get(id + "/projection/explanation?asOf=" + later).getList("equations"))
                .isNotEmpty();
        get(id + "/abatement-costs?asOf=" + later);
        assertThat(
                        get(id + "/moved?from=%s&to=%s".formatted(earlier, later))
                                .getList("parts.part", String.class))
                .containsExactly("levers[pue]");
        assertThat(comparedWithItsCopy(later).getList("scenarios.id", String.class))
                .containsExactly(id, copyId());
        Instant since = Instant.now();
        unknown(
                GatewayStack.asAdmin()
                        .get(SCENARIOS + id + "/moved?from=%s&to=%s".formatted(later, since)));
        unknown(GatewayStack.asAdmin().get(SCENARIOS + id + "/projection?asOf=" + since));
        assertThat(get(id + "/vintages").getLong("items[0].scenarioVersion")).isEqualTo(2);
    }

    private String copyId() {
        return "copy-of-" + id;
    }

    private JsonPath comparedWithItsCopy(Instant asOf) {
        Response answer =
                GatewayStack.asAdmin()
                        .get(
                                "/api/roadmap/comparison?scenarios=%s,%s&asOf=%s"
                                        .formatted(id, copyId(), asOf));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    @Test
    void ofAfterItsDeletionNoResultOfAnEarlierMethodIsShown() {
        // Given
        add();
        JsonPath present = projected();
        delete("admin").then().statusCode(204);
        Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try {
            noteMethod(0, start);
            // When
            Instant then = Instant.now();
            noteMethod(present.getInt("methodVersion"), then.plusMillis(1));
            keepVintageOfEarlierMethod(start);
            // Then
            unknown(GatewayStack.asAdmin().get(SCENARIOS + id + "/projection?asOf=" + then));
        } finally {
            forgetMethodsSince(start);
        }
    }

    @Test
    void itsIdStaysItsOwnAndItsNameIsFree() {
        String document = add();
        delete("analyst").then().statusCode(204);
        for (String again : List.of(document, document.replace("\"pue\":1.25", "\"pue\":1.1"))) {
            post(again)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("ID_CONFLICT"))
                    .body("detail", containsString("was deleted by "))
                    .body("detail", containsString("the name is free"));
        }
        copy("committed", id).then().statusCode(409).body("code", equalTo("ID_CONFLICT"));
        post(document.replace(id, id + "-again")).then().statusCode(201);
        GatewayStack.asAdmin().delete(SCENARIOS + id + "-again").then().statusCode(204);
    }

    @Test
    void whatCameWithTheSuiteIsNotDeleted() {
        for (String shipped : List.of("as-reported", "current-pace", "committed", "least-cost")) {
            GatewayStack.asAdmin()
                    .delete(SCENARIOS + shipped)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("SCENARIO_SHIPPED"))
                    .body("detail", containsString(shipped + "/copies"));
            GatewayStack.asAdmin().get(SCENARIOS + shipped).then().statusCode(200);
        }
    }

    @Test
    void aFrozenOneIsDeletedOnlyAfterItsFreezeWasEnded() {
        add();
        GatewayStack.asAdmin().post(SCENARIOS + id + "/freeze").then().statusCode(200);
        for (String role : List.of("analyst", "admin")) {
            delete(role)
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json")
                    .body("code", equalTo("SCENARIO_FROZEN"))
                    .body("detail", containsString("neither changed nor deleted"))
                    .body("detail", containsString("DELETE /api/roadmap/scenarios/" + id));
        }
        GatewayStack.asAdmin().delete(SCENARIOS + id + "/freeze").then().statusCode(200);
        delete("analyst").then().statusCode(204);
    }

    @Test
    void onlyThoseWhoWriteScenariosDeleteThem() {
        add();
        for (String role : List.of("viewer", "telemetry")) {
            delete(role).then().statusCode(403);
        }
        RestAssured.given().delete(SCENARIOS + id).then().statusCode(401);
        unknown(GatewayStack.asAdmin().delete(SCENARIOS + "nowhere"));
        GatewayStack.asAdmin().get(SCENARIOS + id).then().statusCode(200);
        delete("analyst").then().statusCode(204);
    }

    @Test
    void aRepeatWithItsKeyGetsTheFirstAnswer() {
        add();
        String key = GatewayStack.key("analyst");
        for (String replayed : List.of("", "true")) {
            Response answer =
                    GatewayStack.as(key)
                            .header("Idempotency-Key", "delete " + id)
                            .delete(SCENARIOS + id);
            answer.then().statusCode(204).body(equalTo(""));
            assertThat(answer.headers().getValue("Idempotency-Replayed"))
                    .isEqualTo(replayed.isEmpty() ? null : replayed);
        }
        unknown(GatewayStack.as(key).delete(SCENARIOS + id));
    }

    /// Once when it is added, and once more.
    @Test
    @Timeout(60)
    void thoseWhoWatchHearOfIt() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/api/stream"
                                                .formatted(RestAssured.port)))
                        .header("X-API-Key", GatewayStack.key("viewer"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines =
                        client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            Iterator<String> heard =
                    lines.filter(line -> line.contains("scenarioIds") && line.contains(id))
                            .iterator();
            add();
            projected();
            assertThat(heard.next()).contains(id);
            delete("analyst").then().statusCode(204);
            assertThat(heard.next()).contains(id);
        }
    }

    @Test
    void anotherInstanceLetsGoOfItWhenItLooks() {
        // Given
        add();
        projected();
        LiveProjections other =
                new LiveProjections(
                        scenarios, bases, count, vintages, announcements, planned, clock);
        assertThat(other.present(id).scenarioId()).isEqualTo(id);
        other.look();
        // When
        delete("analyst").then().statusCode(204);
        // Then
        try {
            other.look();
            Instant end = Instant.now().plus(Duration.ofSeconds(30));
            while (isHeldBy(other)) {
                assertThat(Instant.now()).isBefore(end);
                pause();
            }
            assertThatThrownBy(() -> other.present(id)).isInstanceOf(UnknownScenario.class);
        } finally {
            other.stop(new ShutdownEvent());
        }
    }

    private boolean isHeldBy(LiveProjections projections) {
        try {
            projections.present(id);
            return true;
        } catch (UnknownScenario gone) {
            return false;
        }
    }

    @Test
    void whatWasHeldLastIsKeptWithItsVintages() {
        String document = add();
        projected();
        put(document.replace("\"pue\":1.25", "\"pue\":1.05")).then().statusCode(200);
        double last = pueOf2030(projected());
        delete("analyst").then().statusCode(204);
        Vintage kept = vintages.before(id, OptionalLong.empty(), 1).getFirst();
        assertThat(kept.figures().getOrDefault(2030, Map.of()).getOrDefault(Headline.PUE, 0.0))
                .isCloseTo(last, within(1e-6));
    }

    private String add() {
        String document = document();
        post(document).then().statusCode(201);
        return document;
    }

    /// A scenario that starts from 2019.
    private String document() {
        return GatewayStack.asAdmin()
                .get(SCENARIOS + "committed")
                .asString()
                .replaceFirst(",\"version\":\\d+}$", "}")
                .replace("\"baseYear\":2021", "\"baseYear\":2019")
                .replace("\"id\":\"committed\"", "\"id\":\"" + id + "\"");
    }

    private static Response post(String document) {
        return GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .post("/api/roadmap/scenarios");
    }

    private Response put(String document) {
        return GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body(document)
                .put(SCENARIOS + id);
    }

    private static Response copy(String original, String id) {
        return GatewayStack.asAdmin()
                .contentType(ContentType.JSON)
                .body("{\"id\":\"%s\"}".formatted(id))
                .post(SCENARIOS + original + "/copies");
    }

    private Response delete(String role) {
        return GatewayStack.as(GatewayStack.key(role)).delete(SCENARIOS + id);
    }

    private static ValidatableResponse unknown(Response answer) {
        return answer.then().statusCode(404).body("code", equalTo("UNKNOWN_SCENARIO"));
    }

    private static JsonPath get(String address) {
        Response answer = GatewayStack.asAdmin().get(SCENARIOS + address);
        assertThat(answer.statusCode()).as(address + ": " + answer.asString()).isEqualTo(200);
        return numbers(answer);
    }

    private static JsonPath numbers(Response answer) {
        return answer.jsonPath(
                JsonPathConfig.jsonPathConfig()
                        .numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private static double pueOf2030(JsonPath projection) {
        return projection.getDouble("years.find { it.year == 2030 }.pue");
    }

    /// Once the figures it starts from were heard.
    private JsonPath projected() {
        return numbers(once(answer -> answer.statusCode() == 200));
    }

    private Response once(Predicate<Response> expected) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        Response last = GatewayStack.asAdmin().get(SCENARIOS + id + "/projection");
        while (!expected.test(last)) {
            assertThat(Instant.now()).as(last.asString()).isBefore(end);
            pause();
            last = GatewayStack.asAdmin().get(SCENARIOS + id + "/projection");
        }
        return last;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private void noteMethod(int method, Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "insert into projection_method (method_version, started_at) values (:method, :at)")
                                .setParameter("method", method)
                                .setParameter("at", at)
                                .executeUpdate());
    }

    private void forgetMethodsSince(Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        "delete from projection_method where started_at >= :at")
                                .setParameter("at", at)
                                .executeUpdate());
    }

    private void keepVintageOfEarlierMethod(Instant at) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery(
                                        """
                                        insert into vintage (scenario_id, scenario_version, method_version, basis_at, recorded_at, figures, projection)
                                        select scenario_id, scenario_version, 0, :at, :at, figures, projection
                                          from vintage where scenario_id = :id order by id desc limit 1
                                        """)
                                .setParameter("id", id)
                                .setParameter("at", at)
                                .executeUpdate());
    }
}
