package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Chromium as its users see the dashboard in it, with a new and empty profile.
final class Browser implements AutoCloseable {

    private static final Path TARGET =
            Path.of(System.getProperty("netzero.root"), "deploy", "journey", "target");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WIDE = 1280;
    private static final int HIGH = 900;

    /// What the margins leave of 210 mm, in pixels.
    private static final int SHEET = 703;

    private static final int LEAST_PIXELS = 100;
    private static final int MOST_STEPS = 500;
    private static final String ROWS =
            """
            return Array.from(document.querySelectorAll(arguments[0] + ' tbody tr'), row =>
                Array.from(row.cells, cell => (cell.innerText || cell.textContent).trim().replace(/\\s+/g, ' ')).join(' | ')).join('\\n')
            """;
    private static final String TEXTS =
            """
            return Array.from(document.querySelectorAll(arguments[0]), each => each.innerText.trim().replace(/\\s+/g, ' ')).join('\\n')
            """;
    private static final String FOCUSED =
            """
            const focused = document.activeElement;
            return focused.id || focused.innerText.trim() || focused.name || focused.localName;
            """;
    private static final String STEP =
            """
            const at = document.activeElement;
            if (at === document.body || (walked.has(at) && at === walked.values().next().value)) {
                return walked.has(document.querySelector('footer a')) ? 'over' : 'the focus is lost';
            }
            const name = `${at.localName} “${at.ariaLabel || at.innerText || at.id}”`;
            if (at === window.last) {
                return ''; // within a date
            }
            if (walked.has(at)) {
                return `${name} comes again`;
            }
            walked.add(at);
            window.last = at;
            const small = at.getBoundingClientRect().width <= 1;
            const shown = small ? at.nextElementSibling : at;
            const style = getComputedStyle(shown);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) {
                return `${name} does not show its focus`;
            }
            const box = shown.getClientRects()[0];
            const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
            const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
            if (right <= left || bottom <= top) {
                return `${name} is out of sight`;
            }
            const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
            return over === null || shown.contains(over) || over.contains(shown) ? '' : `${name} lies under ${over.localName}`;
            """;
    private static final String DROP =
            """
            const [selector, name, content] = arguments;
            const files = new DataTransfer();
            files.items.add(new File([content], name, { type: name.endsWith('.csv') ? 'text/csv' : '' }));
            document.querySelector(selector).dispatchEvent(
                new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
            """;
    private static final String PAINTED =
            """
            const canvas = document.querySelector(arguments[0] + ' canvas');
            return canvas === null ? '' : canvas.toDataURL();
            """;
    private static final String PIXELS =
            """
            const canvas = document.querySelector(arguments[0] + ' canvas');
            if (canvas === null) {
                return 0;
            }
            const hex = getComputedStyle(document.documentElement).getPropertyValue('--' + arguments[1]).trim();
            const [red, green, blue] = [1, 3, 5].map(at => parseInt(hex.substring(at, at + 2), 16));
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let found = 0;
            for (let i = 0; i < pixels.length; i += 4) {
                if (pixels[i] === red && pixels[i + 1] === green && pixels[i + 2] === blue) {
                    found++;
                }
            }
            return found;
            """;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Starts Chromium. Without it a journey is skipped with a word about what to install; in
    /// continuous integration it fails.
    static Browser start() {
        Path chromium = program("chromium");
        Path driver = program("chromedriver");
        var options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile());
        var logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        logging.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        var service =
                new ChromeDriverService.Builder().usingDriverExecutable(driver.toFile()).build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static Path program(String name) {
        return Programs.find(name, "The dashboard", "chromium chromium-driver");
    }

    private static Path profile() {
        try {
            return Files.createTempDirectory(Files.createDirectories(TARGET), "chromium-");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Opens an address as somebody does who has never been there, at a desk and by day.
    void openNew(URI address) {
        colours("light");
        size(WIDE, HIGH);
        cdp(
                "Storage.clearDataForOrigin",
                Map.of("origin", address.toString(), "storageTypes", "all"));
        driver.get("about:blank");
        open(address);
        problems();
        asked();
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    void reload() {
        driver.navigate().refresh();
    }

    void signIn(String key) {
        Api.eventually("the sign-in form", () -> shown("#sign-in"), shown -> shown);
        type("#key", key);
        click("#sign-in button[type=submit]");
    }

    /// Whether there is such an element and it can be seen.
    boolean shown(String selector) {
        return "true"
                .equals(
                        run(
                                "return document.querySelector(arguments[0])?.checkVisibility() ?? false",
                                selector));
    }

    void shownOnce(String selector) {
        Api.eventually(selector, () -> shown(selector), shown -> shown);
    }

    void goneOnce(String selector) {
        Api.eventually("no " + selector, () -> shown(selector), shown -> !shown);
    }

    /// What is written in an element; nothing where there is none.
    String text(String selector) {
        return run("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
    }

    /// The text once it pleases.
    String textOnce(String selector, Predicate<String> pleases) {
        return Api.eventually("text of " + selector, () -> text(selector), pleases);
    }

    /// What is written in each of the elements.
    List<String> texts(String selector) {
        return run(TEXTS, selector).lines().toList();
    }

    /// How many of them there are.
    int count(String selector) {
        return Integer.parseInt(
                run("return document.querySelectorAll(arguments[0]).length", selector));
    }

    /// Clicks as a mouse does, once it is there and nothing lies over it.
    void click(String selector) {
        shownOnce(selector);
        element(selector).click();
    }

    /// Clicks twice at one place, as an impatient hand does.
    void doubleClick(String selector) {
        shownOnce(selector);
        new Actions(driver).doubleClick(element(selector)).perform();
    }

    /// Clicks the first of the elements with this text.
    void clickOn(String selector, String text) {
        Api.eventually(
                "%s with “%s”".formatted(selector, text),
                () -> clicked(selector, text),
                clicked -> clicked);
    }

    private boolean clicked(String selector, String text) {
        for (WebElement each : driver.findElements(By.cssSelector(selector))) {
            if (each.isDisplayed() && each.getText().strip().equals(text)) {
                each.click();
                return true;
            }
        }
        return false;
    }

    /// Chooses an option by its value.
    void choose(String select, String value) {
        shownOnce(select);
        element("%s option[value='%s']".formatted(select, value)).click();
    }

    /// Writes into an empty field.
    void type(String selector, CharSequence text) {
        shownOnce(selector);
        WebElement field = element(selector);
        field.clear();
        field.sendKeys(text);
    }

    /// Writes over what a field holds, as somebody does at the keyboard, and leaves it.
    void overwrite(String selector, CharSequence text) {
        shownOnce(selector);
        element(selector).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }

    /// Gives a file to the chooser of files, seen or not.
    void file(String selector, Path file) {
        element(selector).sendKeys(file.toString());
    }

    /// Drops a file onto an element.
    void drop(String selector, String name, String content) {
        run(DROP, selector, name, content);
    }

    /// Presses a key where the focus is.
    void press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    /// What has the focus: its id, or what it says.
    String focused() {
        return run(FOCUSED);
    }

    /// What is wrong with the focus of each element that the tabulator comes to, from the first to
    /// the last one: that it is not shown, lies under something, or does not go on.
    List<String> walk() {
        run(
                "document.activeElement.blur(); window.walked = new Set(); window.last = null;"
                        + " scrollTo(0, 0)");
        List<String> faults = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            // not to an element, for a field of files would take it for a file
            new Actions(driver).sendKeys(Keys.TAB).perform();
            String said = run(STEP);
            if (said.equals("over")) {
                return faults;
            }
            if (!said.isEmpty()) {
                faults.add(said);
            }
        }
        faults.add("the last element never comes");
        return faults;
    }

    private WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    /// A table's rows, their cells apart by ` | `.
    List<String> rows(String section) {
        return run(ROWS, section).lines().toList();
    }

    /// The rows once one of them pleases.
    List<String> rowsOnce(String section, Predicate<String> pleases) {
        return Api.eventually(
                "rows of " + section, () -> rows(section), rows -> rows.stream().anyMatch(pleases));
    }

    /// What is painted in a section's chart, as an address of its pixels; empty where there is no
    /// chart.
    String painted(String section) {
        return run(PAINTED, section);
    }

    /// Waits until a section's chart has an area, more than a dot, in a colour of the style sheet.
    void areaOnce(String section, String colour) {
        Api.eventually(
                "an area of %s in the chart of %s".formatted(colour, section),
                () -> Integer.parseInt(run(PIXELS, section, colour)),
                pixels -> pixels > LEAST_PIXELS);
    }

    String run(String script, String... arguments) {
        return String.valueOf(driver.executeScript(script, (Object[]) arguments));
    }

    void size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        1,
                        "mobile",
                        width < WIDE));
    }

    void colours(String scheme) {
        media("", Map.of("prefers-color-scheme", scheme));
    }

    /// As a system whose readers choose all colours themselves.
    void ownColours() {
        media("", Map.of("forced-colors", "active"));
    }

    private void media(String medium, Map<String, String> features) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        features.entrySet().stream()
                                .map(each ->
                                        Map.of("name", each.getKey(), "value", each.getValue()))
                                .toList()));
    }

    /// Shows the page as it comes onto a sheet of A4, to somebody whose screen has some colours.
    void layOutForPaper(String scheme) {
        size(SHEET, HIGH);
        run("dispatchEvent(new Event('beforeprint'))");
        media("print", Map.of("prefers-color-scheme", scheme));
    }

    /// The page as a PDF, as the browser prints it.
    byte[] print() {
        Object printed = driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
        return Base64.getDecoder().decode(String.valueOf(printed));
    }

    /// The errors on the console since the last call. That nobody is signed in yet is an answer the
    /// page asks for, and Chromium counts it as an error.
    List<String> problems() {
        return entries(LogType.BROWSER)
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(said -> !(said.contains("/api/session ") && said.contains("401")))
                .toList();
    }

    /// That since the last call the console has said nothing but that requests were refused so, as
    /// it does of each.
    void onlyRefused(int status) {
        assertThat(problems()).allMatch(said -> said.contains("status of " + status));
    }

    /// That since the last call the console has said nothing but that requests were not answered,
    /// as while the gateway is away.
    void onlyUnanswered() {
        assertThat(problems())
                .allMatch(said -> said.contains("net::ERR_") || said.contains("status of 50"));
    }

    /// The addresses that the page has asked for since the last call.
    Set<URI> asked() {
        return entries(LogType.PERFORMANCE)
                .map(LogEntry::getMessage)
                .filter(said -> said.contains("\"Network.requestWillBeSent\""))
                .map(said -> URI.create(json(said).at("/message/params/request/url").asText()))
                .collect(Collectors.toSet());
    }

    private Stream<LogEntry> entries(String log) {
        return StreamSupport.stream(driver.manage().logs().get(log).spliterator(), false);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What keeps somebody from using the page as it stands.
    List<String> barriers() {
        return Accessibility.violations(driver);
    }

    /// Files that the page saves come into this folder.
    void saveInto(Path folder) {
        cdp(
                "Browser.setDownloadBehavior",
                Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    int width() {
        return Integer.parseInt(run("return document.documentElement.scrollWidth"));
    }

    /// A picture of the page from its top, down to so many pixels.
    byte[] picture(int highest) {
        int height = Integer.parseInt(run("return document.documentElement.scrollHeight"));
        size(WIDE, Math.clamp(height, HIGH, highest));
        try {
            return driver.getScreenshotAs(OutputType.BYTES);
        } finally {
            size(WIDE, HIGH);
        }
    }

    void screenshot(String name) {
        try {
            Files.write(
                    TARGET.resolve("dashboard-" + name + ".png"),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void cdp(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
