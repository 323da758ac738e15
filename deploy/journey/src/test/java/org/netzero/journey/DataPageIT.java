package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/// The page of imports, factors, sites and keys. What it imports is of 2016 to 2019, years that
/// nothing else is about.
class DataPageIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    private static final String WATER =
            "recordId,siteId,resource,quantity,unit,start,end,provenance,evidence\n";

    private static final String CHOSEN_WITH_COLUMNS =
            """
            return document.querySelector('#column-meanings tbody tr') === null
                ? ''
                : document.querySelector('#import-kind').value;
            """;
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @TempDir Path folder;

    @Test
    void anImportWithABadRowStoresTheOthersAndSaysWhy() throws IOException {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");
        browser.textOnce("#import-columns", said -> said.contains("recordId, siteId, resource"));
        String run = String.valueOf(System.nanoTime());

        // When
        browser.drop(
                ".drop",
                "water.csv",
                WATER
                        + "%1$s-1,group,WATER,12,m3,2019,,STATED,book\n".formatted(run)
                        + "%1$s-2,group,WATER,a lot,m3,2019,,STATED,book\n".formatted(run));
        browser.textOnce("#import-chosen", said -> said.startsWith("water.csv"));
        assertThat(browser.text("#columns-fit")).isEqualTo("All 9 columns are of this kind.");
        browser.click("#import-send");

        // Then
        browser.shownOnce("#import-outcome");
        assertThat(browser.text("#import-accepted dd")).isEqualTo("1");
        assertThat(browser.text("#import-duplicates dd")).isEqualTo("0");
        assertThat(browser.text("#import-rejected dd")).isEqualTo("1");
        assertThat(browser.rows("#import-errors"))
                .containsExactly(
                        "3 | quantity | 'a lot' is not a decimal; write digits with a point, such as 1234.5 | NOT_A_DECIMAL");
        browser.saveInto(folder);
        browser.clickOn("#import-errors button", "CSV");
        assertThat(saved("resources-rejected.csv"))
                .startsWith("line,column,code,message")
                .contains("3,quantity,NOT_A_DECIMAL");
    }

    @Test
    void whatIsTriedOutIsNotStored() throws IOException {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");
        Path file = folder.resolve("tried.csv");
        Files.writeString(file, WATER + "tried-1,group,WATER,12,m3,2016,,STATED,book\n");

        browser.file("#import-file", file);
        browser.click("#import-try");

        browser.textOnce("#import-outcome h3", "Tried out: nothing was stored"::equals);
        assertThat(browser.text("#import-accepted dd")).isEqualTo("1");
        assertThat(waterOf(2016)).isEmpty();
    }

    @Test
    void anImportIsTakenBackOnceAReasonIsGiven() {
        // Given
        Browser browser = DASHBOARD.browser();
        String id = "reversed-" + System.nanoTime();
        String importId =
                DASHBOARD
                        .api()
                        .importing(
                                "resources", WATER + id + ",group,WATER,12,m3,2017,,STATED,book\n")
                        .body()
                        .at("/importId")
                        .asText();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources&import=" + importId);

        // When
        browser.click("#reverse");
        browser.shownOnce("#reverse-import");
        browser.press(Keys.ESCAPE);
        browser.goneOnce("#reverse-import");
        assertThat(waterOf(2017)).isEqualTo("12");
        browser.click("#reverse");
        browser.type("#reverse-import [name=reason]", "a test of the page");
        browser.click("#reverse-import [type=submit]");

        // Then
        browser.textOnce("#reversal", said -> said.contains("a test of the page"));
        assertThat(waterOf(2017)).isEmpty();
        browser.goneOnce("#reverse");
    }

    @Test
    void aFileWithColumnsOfItsOwnIsReadByAMapping() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");
        String name = "invoices-" + System.nanoTime();

        // When
        browser.drop(
                ".drop",
                "eigene.csv",
                "Beleg;Standort;Menge;Notiz\n%s;group;1.234,5;x\n".formatted(System.nanoTime()));
        browser.textOnce(
                "#columns-fit", said -> said.startsWith("The file is separated by semicolons"));
        assertThat(browser.run("return document.querySelector('#import-send').disabled"))
                .isEqualTo("true");
        browser.choose("#mapping", " new");
        browser.choose("#columns [aria-label^='Beleg']", "recordId");
        browser.choose("#columns [aria-label^='Standort']", "siteId");
        browser.choose("#columns [aria-label^='Menge']", "quantity");
        browser.choose("#new-mapping [name='constant.resource']", "WATER");
        browser.type("#new-mapping [name='constant.unit']", "m3");
        browser.choose("#new-mapping [name='constant.provenance']", "INVOICED");
        browser.choose("#new-mapping [name=decimal]", ",");
        browser.choose("#new-mapping [name=thousands]", ".");
        browser.type("#new-mapping [name=name]", name);
        browser.click("#new-mapping [type=submit]");
        browser.textOnce("#columns [role=alert]", said -> said.contains("'start' is needed"));
        browser.type("#new-mapping [name='constant.start']", "2019");
        browser.onlyRefused(400);
        browser.click("#new-mapping [type=submit]");
        browser.goneOnce("#new-mapping");
        browser.click("#import-send");

        // Then
        browser.textOnce("#import-accepted dd", "1"::equals);
        assertThat(browser.count("#import-errors")).isZero();
        assertThat(DASHBOARD.api().get("/api/imports/resources/mappings").body().toString())
                .contains(name);
    }

    @Test
    void aWorkbookWithColumnsOfItsOwnIsReadByAMapping() throws IOException {
        // Given
        Browser browser = DASHBOARD.browser();
        String id = "workbook-" + System.nanoTime();
        Path file = folder.resolve("eigene.xlsx");
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("Deckblatt", List.of());
        sheets.put(
                "Wasser",
                List.of(
                        List.of("Beleg", "Standort", "Menge", "Jahr", "Notiz"),
                        List.of(id, "group", "1.234,5", "2018", "")));
        WorkbookFile.write(file, sheets);
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");

        // When
        browser.file("#import-file", file);

        // Then
        browser.textOnce(
                "#columns-fit",
                said -> said.contains("Beleg, Standort") && said.contains("recordId, siteId"));
        assertThat(browser.text("#import-sheet"))
                .isEqualTo(
                        "The sheet “Wasser” is read, the first with rows; these are not: Deckblatt.");
        assertThat(browser.rows("#columns"))
                .contains(
                        "Menge | 1.234,5 | not a column of this kind",
                        "Notiz | empty | not a column of this kind");

        // When
        browser.choose("#mapping", " new");
        browser.choose("#columns [aria-label^='Beleg']", "recordId");
        browser.choose("#columns [aria-label^='Standort']", "siteId");
        browser.choose("#columns [aria-label^='Menge']", "quantity");
        browser.choose("#columns [aria-label^='Jahr']", "start");
        browser.choose("#new-mapping [name='constant.resource']", "WATER");
        browser.type("#new-mapping [name='constant.unit']", "m3");
        browser.choose("#new-mapping [name='constant.provenance']", "INVOICED");
        browser.choose("#new-mapping [name=decimal]", ",");
        browser.choose("#new-mapping [name=thousands]", ".");
        browser.type("#new-mapping [name=name]", id);
        browser.click("#new-mapping [type=submit]");
        browser.goneOnce("#new-mapping");
        browser.click("#import-send");

        // Then
        browser.textOnce("#import-accepted dd", "1"::equals);
        assertThat(browser.count("#import-errors")).isZero();
    }

    @Test
    void whatIsNoWorkbookIsToldBeforeItIsSent() throws IOException {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");
        Path file = folder.resolve("protected.xlsx");
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});

        browser.file("#import-file", file);

        browser.textOnce("#columns-problem", said -> said.contains("without a password"));
        browser.onlyRefused(400);
        assertThat(browser.count("#import-send")).isZero();
        browser.drop(".drop", "water.csv", WATER + "x,group,WATER,1,m3,2018,,STATED,book\n");
        browser.textOnce("#columns-fit", "All 9 columns are of this kind."::equals);
        assertThat(browser.count("#columns-problem")).isZero();
    }

    @Test
    void aChosenFileStaysWhenWhatItHoldsIsChosen() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=energy");
        browser.drop(".drop", "water.csv", WATER + "x,group,WATER,1,m3,2018,,STATED,book\n");
        browser.textOnce("#columns-fit", said -> said.contains("not of this kind: resource."));

        browser.choose("#import-kind", "resources");

        browser.textOnce("#columns-fit", "All 9 columns are of this kind."::equals);
        assertThat(browser.text("#import-chosen")).startsWith("water.csv");
    }

    @Test
    void everyKindSaysInBothLanguagesWhatItsColumnsMean() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");
        browser.textOnce(
                "#import-columns",
                said ->
                        said.contains(
                                        "Every file has: recordId, siteId, resource, quantity, unit, start, provenance.")
                                && said.contains(
                                        "It may have besides: end, evidence, supersedes."));
        assertThat(browser.rows("#column-meanings"))
                .contains(
                        "resource | yes | Water drawn, or waste handed over | WATER, HAZARDOUS_WASTE, NON_HAZARDOUS_WASTE",
                        "unit | yes | m3, L or t of water; t or kg of waste | ");
        List<String> kinds =
                browser.run(
                                "return Array.from(document.querySelectorAll('#import-kind option'), each => each.value).join()")
                        .transform(all -> List.of(all.split(",")));

        browser.choose("#language", "zh");

        for (String kind : kinds) {
            DASHBOARD.go("data?kind=" + kind);
            Api.eventually(
                    "columns of " + kind,
                    () -> browser.run(CHOSEN_WITH_COLUMNS),
                    chosen -> chosen.equals(kind));
            assertThat(browser.rows("#column-meanings"))
                    .as(kind)
                    .allMatch(row -> CHINESE.matcher(row.split(" \\| ", -1)[2]).find());
        }
    }

    @Test
    void anImportThatALinkNamesIsShownThoughTheListDoesNotReachIt() {
        Browser browser = DASHBOARD.browser();
        List<String> ids =
                IntStream.range(0, 12)
                        .mapToObj(i ->
                                DASHBOARD
                                        .api()
                                        .importing("meters", "meterId,siteId,carrier,source\n")
                                        .body()
                                        .at("/importId")
                                        .asText())
                        .toList();
        DASHBOARD.signIn();

        DASHBOARD.go("data?kind=meters&import=" + ids.getFirst());

        browser.shownOnce("#import-details");
        assertThat(browser.rows("#import-history")).hasSize(10);
        browser.click("#more-imports");
        Api.eventually(
                "a longer list",
                () -> browser.rows("#import-history"),
                rows -> rows.size() >= ids.size());
        assertThat(browser.count("#import-details")).isOne();
    }

    @Test
    void aFileOfForeignColumnsIsNotSent() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=drivers");

        browser.drop(".drop", "drivers.csv", "driver,period,amount\nREVENUE,2019,5\n");

        browser.textOnce(
                "#columns-fit",
                said -> said.contains("These columns are not of this kind: amount."));
        assertThat(browser.run("return document.querySelector('#import-send').disabled"))
                .isEqualTo("true");
        browser.drop(".drop", "drivers.pdf.exe", "x");
        browser.textOnce("#import", said -> said.contains("is neither CSV nor XLSX"));
    }

    @Test
    void aLongFileIsFollowedToItsEnd() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?kind=resources");
        String rows =
                IntStream.range(0, 50_001)
                        .mapToObj(i -> "long-%d,nowhere,WATER,x,m3,2019,,STATED,".formatted(i))
                        .collect(Collectors.joining("\n"));

        browser.drop(".drop", "long.csv", WATER + rows + "\n");
        browser.click("#import-send");

        browser.textOnce("#import-rejected dd", "50,001"::equals);
        assertThat(browser.text("#import-errors")).contains("The first 50 of 50,001 reasons");
    }

    @Test
    void factorsAreFoundWithSourceLicenceAndValidity() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?tab=factors");

        browser.type("#factor-search [name=q]", "diesel");
        browser.type("#factor-search [name=region]", "CN");
        browser.click("#factor-search [type=submit]");

        browser.rowsOnce(
                "#factors",
                row -> row.startsWith("diesel combustion | Combustion | CN | CO₂: 3.0959 kg/kg"));
        browser.clickOn("#factors button.link", "diesel combustion");
        browser.textOnce("#factor", said -> said.contains("GB/T 2589-2008"));
        assertThat(browser.text("#factor"))
                .contains(
                        "cn.fuel.diesel.co2", "core-2026.1", "PRC national standard", "1 Jan 2008");
        assertThat(browser.run("return location.hash"))
                .contains("q=diesel", "factor=cn.fuel.diesel.co2");
    }

    @Test
    void aDraftOfFactorsIsLookedThroughAndDiscarded() {
        // Given
        Browser browser = DASHBOARD.browser();
        String set = "draft." + System.nanoTime();
        DASHBOARD
                .api()
                .importing(
                        "factors",
                        """
                        factorId,set,activity,name,purpose,region,validFrom,gases,publisher,source,confidence
                        own.%1$s,%1$s,diesel,Own diesel,COMBUSTION,CN,2021-01-01,CO2: 3.2 kg/kg,Own laboratory,Analysis,measured
                        """
                                .formatted(set));
        DASHBOARD.signIn();
        DASHBOARD.go("data?tab=factors");

        // When
        browser.clickOn("#factor-sets button", "What would change");

        // Then
        List<String> moved =
                browser.rowsOnce("#preview", row -> row.startsWith("2021 | Scope 1 | 15,283"));
        assertThat(moved).anyMatch(row -> row.contains("cn.fuel.diesel.co2 | own." + set));

        // When
        browser.clickOn("#factor-sets button", "Discard…");
        browser.click("#discard-set [type=submit]");

        // Then
        browser.goneOnce("#preview");
        Api.eventually("no draft", () -> browser.text("#factor-sets"), said -> !said.contains(set));
    }

    @Test
    void aKeyIsShownOnceAndRevoked() {
        // Given
        Browser browser = DASHBOARD.browser();
        String name = "page " + System.nanoTime();
        DASHBOARD.signIn();
        DASHBOARD.go("data?tab=keys");

        // When
        browser.click("#issue-key");
        browser.type("#key-form [name=name]", name);
        browser.click("#key-form [type=submit]");
        browser.textOnce("#key-form [role=alert]", said -> said.contains("needs one or more of"));
        browser.onlyRefused(400);
        browser.click("#key-form [value=viewer]");
        browser.click("#key-form [type=submit]");

        // Then
        browser.shownOnce("#issued");
        String key = browser.run("return document.querySelector('#issued').value");
        var viewer = new Api(DASHBOARD.suite().address(), key);
        assertThat(viewer.get("/api/organization").status()).isEqualTo(200);
        browser.press(Keys.ESCAPE);
        browser.goneOnce("#issued");
        browser.rowsOnce("#keys", row -> row.startsWith(name + " | Viewer | all"));
        assertThat(browser.run("return document.documentElement.innerHTML")).doesNotContain(key);

        // When
        browser.click("[aria-label='Revoke %s']".formatted(name));
        browser.click("#revoke-key [type=submit]");

        // Then
        Api.eventually(
                "a refused key",
                () -> viewer.get("/api/organization").status(),
                status -> status == 401);
    }

    @Test
    void aSiteIsRegisteredAndARefusalNamesTheField() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?tab=sites");
        browser.rowsOnce(
                "#sites",
                row ->
                        row.startsWith(
                                "Shenzhen Binhai tower shenzhen-binhai | Office | CN | CN-GD"));

        browser.click("[aria-label='Change Shenzhen Binhai tower']");
        browser.type("#site-form [name=timeZone]", "Nowhere/Land");
        browser.click("#site-form [type=submit]");

        browser.textOnce("#site-form [role=alert]", said -> said.contains("timeZone"));
        browser.onlyRefused(400);
        browser.press(Keys.ESCAPE);
        browser.goneOnce("#site-form");
        JsonNode site = DASHBOARD.api().get("/api/sites/shenzhen-binhai").body();
        assertThat(site.at("/timeZone").asText()).isEqualTo("Asia/Shanghai");
    }

    @Test
    void aViewerIsToldWhyNothingIsOfferedToChange() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn(DASHBOARD.issue("viewer").key());

        DASHBOARD.go("data?kind=resources");
        assertThat(browser.text("#import-forbidden")).contains("needs the role admin / steward");
        assertThat(browser.count("#import-file")).isZero();
        DASHBOARD.go("data?tab=keys");
        assertThat(browser.text("#keys"))
                .contains("Only an administrator sees, issues and revokes keys.");
        assertThat(browser.count("#issue-key")).isZero();
        DASHBOARD.go("data?tab=sites");
        assertThat(browser.text("#sites")).contains("needs the role steward or admin");
        assertThat(browser.count("#sites tbody button, #edit-organization, #add-site")).isZero();
    }

    /// What is on file of a year that only one test writes to.
    private static String waterOf(int year) {
        return DASHBOARD
                .api()
                .get("/api/energy/resources?period=" + year)
                .body()
                .at("/resources")
                .findPath("value")
                .asText();
    }

    private String saved(String name) throws IOException {
        Path file = folder.resolve(name);
        Api.eventually("a saved " + name, () -> Files.exists(file), there -> there);
        return Files.readString(file);
    }
}
