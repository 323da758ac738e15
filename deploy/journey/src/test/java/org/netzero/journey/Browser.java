package org.netzero.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// Chromium as its users see the dashboard in it, with a new and empty profile.
final class Browser implements AutoCloseable {

    private static final Path TARGET =
            Path.of(System.getProperty("netzero.root"), "deploy", "journey", "target");
    private static final int WIDE = 1280;
    private static final int HIGH = 900;
    private static final int LEAST_PIXELS = 100;
    private static final String ROWS =
            """
            return Array.from(document.querySelectorAll(arguments[0] + ' tbody tr'), row =>
                Array.from(row.cells, cell => cell.innerText.trim().replace(/\\s+/g, ' ')).join(' | ')).join('\\n')
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
        driver.manage().deleteAllCookies();
        open(address);
        problems();
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    void signIn(String key) {
        Api.eventually("the sign-in form", () -> shown("#sign-in"), shown -> shown);
        WebElement field = driver.findElement(By.id("key"));
        field.clear();
        field.sendKeys(key);
        driver.findElement(By.cssSelector("#sign-in button")).click();
    }

    boolean shown(String selector) {
        return driver.findElement(By.cssSelector(selector)).isDisplayed();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
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
        driver.executeCdpCommand(
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
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /// The errors on the console since the last call. That nobody is signed in yet is an answer the
    /// page asks for, and Chromium counts it as an error.
    List<String> problems() {
        Stream<LogEntry> entries =
                StreamSupport.stream(
                        driver.manage().logs().get(LogType.BROWSER).spliterator(), false);
        return entries.filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .filter(said -> !(said.contains("/api/session ") && said.contains("401")))
                .toList();
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

    @Override
    public void close() {
        driver.quit();
    }
}
