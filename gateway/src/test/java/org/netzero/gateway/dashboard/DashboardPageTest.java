package org.netzero.gateway.dashboard;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.netzero.local.test.LocalStack;

@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_gateway"))
class DashboardPageTest {

    private static final Pattern ASSET =
            Pattern.compile("<(?:script|link)[^>]* (?:src|href)=\"([^\"]+)\"");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\"'`\\s)]+");

    /// What nobody fetches: the names of XML vocabularies and the licence of a library.
    private static final Pattern ONLY_A_NAME =
            Pattern.compile("http://www\\.w3\\.org/.*|https://github\\.com/.*/LICENSE.*");

    private static String page() {
        return get("/").then().statusCode(200).contentType("text/html").extract().asString();
    }

    private static List<String> assets() {
        return matches(ASSET, page(), 1);
    }

    private static List<String> matches(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .toList();
    }

    @Test
    void thePageNeedsNoKey() {
        assertThat(page()).contains("<nz-app></nz-app>").doesNotContain("{#bundle");
    }

    @Test
    void everyAssetThePageNamesIsThere() {
        assertThat(assets())
                .anyMatch(asset -> asset.endsWith(".js"))
                .anyMatch(asset -> asset.endsWith(".css"))
                .anyMatch(asset -> asset.endsWith(".svg"))
                .allSatisfy(asset -> get(asset).then().statusCode(200));
    }

    @Test
    void nothingComesFromAnotherHost() {
        assertThat(assets())
                .allSatisfy(asset -> assertThat(asset).startsWith("/").doesNotStartWith("//"))
                .allSatisfy(asset ->
                        assertThat(matches(ADDRESS, get(asset).asString(), 0))
                                .as(asset)
                                .allMatch(address -> ONLY_A_NAME.matcher(address).matches()));
    }

    @Test
    void thePageHasNoScriptOrStyleWithinIt() {
        assertThat(page())
                .doesNotContain("<style")
                .doesNotContainPattern(" style=| on[a-z]+=")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void thePageIsAskedForAgainSoThatItNamesTheAssetsOfThisBuild() {
        assertThat(get("/").header("Cache-Control")).isEqualTo("no-cache");
    }
}
