package org.netzero.emissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netzero.emissions.activity.ActivityYears;
import org.netzero.emissions.calculation.ActivityResults;
import org.netzero.emissions.calculation.ResultTotal;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.result.Bases;
import org.netzero.emissions.result.Results;
import org.netzero.local.test.LocalStack;
import org.netzero.quantities.GwpSet;

/// What is stored of the results of records is what calculating them all from the start gives,
/// after records came, were corrected and moved to another year. Its records are of years that no
/// other test uses.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_emissions"))
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredResultsTest {

    private static final int YEAR = 2081;
    private static final int OTHER_YEAR = 2083;
    private static final int RECORDS = 400;

    private static final List<String> WHAT =
            List.of(
                    "SCOPE_1,diesel,L",
                    "SCOPE_1,r-404a,kg",
                    ",electricity,kWh",
                    "SCOPE_3,stated-emissions,t",
                    "SCOPE_1,natural-gas,m3",
                    "SCOPE_1,diesel,kg");

    private boolean recorded;

    @Inject ActivityYears years;
    @Inject Results results;
    @Inject Bases bases;
    @Inject Factors factors;
    @Inject DataSource database;
    @Inject Clock clock;

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(LocalStack.token("test", role));
    }

    private static String file(Random random, int year, boolean correcting, int step) {
        var file =
                new StringBuilder(
                        "activityId,scope,category,activity,quantity,unit,region,start,end,provenance,uncertainty,quality,supersedes\n");
        for (int i = 0; i < RECORDS; i += step) {
            String[] what = WHAT.get(i % WHAT.size()).split(",", -1);
            boolean stated = what[1].equals("stated-emissions");
            LocalDate start = LocalDate.of(year, 1, 1).plusDays(random.nextInt(300));
            file.append("stored-")
                    .append(i)
                    .append(',')
                    .append(what[0])
                    .append(',')
                    .append(stated ? "C6_BUSINESS_TRAVEL" : "")
                    .append(',')
                    .append(what[1])
                    .append(',')
                    .append(random.nextInt(1, 100_000))
                    .append('.')
                    .append(random.nextInt(1_000))
                    .append(',')
                    .append(stated ? "tCO2e" : what[2])
                    .append(',')
                    .append(random.nextBoolean() ? "CN" : "CN-BJ")
                    .append(',')
                    .append(start)
                    .append(',')
                    .append(start.plusDays(1 + random.nextInt(60)))
                    .append(random.nextBoolean() ? ",MEASURED," : ",ESTIMATED,")
                    .append(random.nextBoolean() ? "5 %," : ",")
                    .append(random.nextInt(3) == 0 ? "2;1;3;2;1," : ",")
                    .append(correcting ? "stored-" + i : "")
                    .append('\n');
        }
        return file.toString();
    }

    private static void send(String file, int accepted) {
        JsonPath answer =
                as("steward")
                        .contentType("text/csv")
                        .body(file)
                        .post("/api/imports/activities")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(answer.getList("rejected")).isEmpty();
        assertThat(answer.getInt("accepted")).isEqualTo(accepted);
    }

    @BeforeEach
    void recordCorrectAndMove() {
        if (recorded) {
            return;
        }
        recorded = true;
        var random = new Random(7);
        send(file(random, YEAR, false, 1), RECORDS);
        send(file(random, YEAR, true, 3), (RECORDS + 2) / 3);
        send(file(random, OTHER_YEAR, true, 5), RECORDS / 5);
    }

    private static List<ResultTotal> inOrder(ActivityResults results) {
        return results.totals().stream()
                .sorted(Comparator.comparing(total -> total.key().toString()))
                .toList();
    }

    private ActivityResults fresh(int year, GwpSet set) {
        return years.on(year, bases.current(factors.library(), LocalDate.now(clock), set), set);
    }

    @ParameterizedTest
    @EnumSource(GwpSet.class)
    void whatIsStoredIsWhatCalculatingFromTheStartGives(GwpSet set) {
        for (int year : List.of(YEAR, OTHER_YEAR)) {
            ActivityResults stored = results.ofYear(year, set, bases.current());
            ActivityResults fresh = fresh(year, set);

            assertThat(sums(stored)).isNotEmpty().isEqualTo(sums(fresh));
            assertThat(stored.findings()).containsExactlyInAnyOrderElementsOf(fresh.findings());
        }
    }

    /// Kilograms, masses and counts; which sets a sum is kept for is another matter.
    private static List<String> sums(ActivityResults results) {
        return inOrder(results).stream()
                .map(total ->
                        "%s %s %s %s %s %s %s %d %s"
                                .formatted(
                                        total.scope(),
                                        total.method(),
                                        total.category(),
                                        total.activity(),
                                        total.key().factor(),
                                        total.key().provenance(),
                                        total.emission().gases(),
                                        total.results(),
                                        total.emission().kilograms().stripTrailingZeros()))
                .sorted()
                .toList();
    }

    @Test
    void calculatingAYearAgainLeavesEveryDigitAsItIs() throws Exception {
        ActivityResults before = results.ofYear(YEAR, GwpSet.AR5_100, bases.current());

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into activity_year_mixed (year) values (%d)".formatted(YEAR));
        }
        assertThat(results.standsOn(YEAR, bases.current())).isFalse();
        years.bringUpToDate(YEAR);

        assertThat(results.standsOn(YEAR, bases.current())).isTrue();
        ActivityResults after = results.ofYear(YEAR, GwpSet.AR5_100, bases.current());
        assertThat(digests(after)).isEqualTo(digests(before));
        assertThat(sums(after)).isEqualTo(sums(before));
    }

    private static List<BigDecimal> digests(ActivityResults results) {
        return inOrder(results).stream().map(ResultTotal::digest).toList();
    }

    private static List<JsonPath> pages(String path, int limit) {
        var pages = new ArrayList<JsonPath>();
        String cursor = "";
        do {
            JsonPath page =
                    as("viewer")
                            .get(path + "&limit=" + limit + cursor)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            pages.add(page);
            cursor =
                    page.getString("nextCursor") == null
                            ? ""
                            : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        return pages;
    }

    @Test
    void pagesOfResultsTogetherAreTheInventory() {
        String path = "/api/emissions/results?period=" + YEAR;
        List<String> ids =
                pages(path, 37).stream()
                        .flatMap(page -> page.<String>getList("items.id").stream())
                        .toList();
        BigDecimal scope1 =
                pages(path + "&scope=1", 50).stream()
                        .flatMap(page ->
                                IntStream.range(0, page.getList("items").size())
                                        .mapToObj(i ->
                                                new BigDecimal(
                                                        page.getString("items[" + i + "].kgCo2e"))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        JsonPath inventory =
                as("viewer")
                        .get("/api/emissions/inventory?period=" + YEAR)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(RECORDS / 2);
        assertThat(as("viewer").accept("text/csv").get(path).asString().lines().count() - 1)
                .isEqualTo(ids.size());
        assertThat(scope1).isEqualByComparingTo(inventory.getString("scope1.kgCo2e"));
    }

    @Test
    void aTraceIsThatOfItsResult() {
        JsonPath page =
                as("viewer")
                        .get("/api/emissions/results?period=%d&limit=20&scope=2".formatted(YEAR))
                        .jsonPath();
        List<String> ids = page.getList("items.id");
        assertThat(ids).isNotEmpty();
        for (int i = 0; i < ids.size(); i++) {
            BigDecimal kilograms = new BigDecimal(page.getString("items[" + i + "].kgCo2e"));
            String output =
                    as("viewer")
                            .get("/api/emissions/results/" + ids.get(i) + "/trace")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath()
                            .getString("output");
            assertThat(new BigDecimal(output.split(" ", 2)[0])).isEqualByComparingTo(kilograms);
        }
    }

    @Test
    void aRecordThatItsOwnFileCorrectsCountsOnce() {
        int year = 2087;
        String file =
                """
                activityId,scope,activity,quantity,unit,region,start,provenance,supersedes
                once-1,SCOPE_1,diesel,10,L,CN,%1$d-01-01,MEASURED,
                once-2,SCOPE_1,diesel,20,L,CN,%1$d-01-01,MEASURED,once-1
                once-3,SCOPE_1,diesel,1,L,CN,%1$d-01-01,MEASURED,
                once-3,SCOPE_1,diesel,2,L,CN,%1$d-01-01,MEASURED,once-3
                once-3,SCOPE_1,diesel,3,L,CN,%1$d-01-01,MEASURED,once-3
                """
                        .formatted(year);
        send(file, 5);

        ActivityResults stored = results.ofYear(year, GwpSet.AR5_100, bases.current());
        assertThat(sums(stored)).isEqualTo(sums(fresh(year, GwpSet.AR5_100)));
        assertThat(stored.totals()).extracting(ResultTotal::results).containsExactly(2L);
        assertThat(stored.amounts())
                .singleElement()
                .satisfies(
                        amount -> assertThat(amount.quantity().value()).isEqualByComparingTo("23"));
    }

    @Test
    void estimatesAreWholeWithAnIdempotencyKeyTheFirstTimeAndAgain() {
        String item =
                "[{\"activity\":\"diesel\",\"quantity\":{\"value\":\"1\",\"unit\":\"L\"},\"region\":\"CN\",\"on\":\"2021-06-30\"}]";
        for (int time = 0; time < 2; time++) {
            JsonPath answer =
                    as("steward")
                            .contentType("application/json")
                            .header("Idempotency-Key", "estimates-once")
                            .body(item)
                            .post("/api/emissions/estimates")
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            assertThat(answer.getList("results")).hasSize(1);
            assertThat(answer.getString("results[0].kgCo2e")).isNotEmpty();
        }
    }

    @Test
    void aRecordThatIsRefusedLeavesNothingInTheSums() {
        int year = 2085;
        String refused =
                """
                activityId,scope,activity,quantity,unit,region,start,provenance
                stored-none,SCOPE_1,no-such-fuel,1,L,CN,%d-01-01,MEASURED
                """
                        .formatted(year);
        as("steward")
                .contentType("text/csv")
                .body(refused)
                .post("/api/imports/activities")
                .then()
                .statusCode(200);

        ActivityResults none =
                QuarkusTransaction.requiringNew()
                        .call(() -> results.ofYear(year, GwpSet.AR5_100, bases.current()));
        assertThat(none.totals()).isEmpty();
        assertThat(none.amounts()).isEmpty();
    }
}
