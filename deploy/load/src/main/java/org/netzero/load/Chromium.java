package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.netzero.journey.Api;

/// Chromium without a window, with a new and empty profile, told what to do over the DevTools
/// protocol.
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final int STARTS = 300;
    private static final long ANSWER_SECONDS = 60;
    private static final long STOP_SECONDS = 30;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Path profile;
    private final Process process;
    private final WebSocket page;

    private Chromium(Path profile, Process process) throws IOException, InterruptedException {
        this.profile = profile;
        this.process = process;
        this.page = http.newWebSocketBuilder().buildAsync(firstPage(), new Answers()).join();
    }

    /// Starts a browser; empty where there is none on the PATH.
    static Optional<Chromium> start() throws IOException, InterruptedException {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Path profile = Files.createTempDirectory("netzero-load-chromium-");
        Process process =
                new ProcessBuilder(
                                program.get().toString(),
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--window-size=1280,900",
                                "--remote-debugging-port=0",
                                "--user-data-dir=" + profile,
                                "about:blank")
                        .redirectErrorStream(true)
                        .redirectOutput(profile.resolve("chromium.log").toFile())
                        .start();
        try {
            return Optional.of(new Chromium(profile, process));
        } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
            end(process, profile);
            throw failed;
        }
    }

    private static Optional<Path> program() {
        return NAMES.stream()
                .flatMap(name ->
                        Arrays.stream(System.getenv("PATH").split(":", -1))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// Where the page that the browser opens first takes commands.
    private URI firstPage() throws IOException, InterruptedException {
        Path told = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < STARTS && process.isAlive(); i++) {
            if (Files.exists(told) && Files.readAllLines(told).size() > 1) {
                String port = Files.readAllLines(told).getFirst();
                URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
                HttpResponse<String> answer =
                        http.send(
                                HttpRequest.newBuilder(list).build(),
                                HttpResponse.BodyHandlers.ofString());
                for (JsonNode target : JSON.readTree(answer.body())) {
                    if (target.path("type").asText().equals("page")) {
                        return URI.create(target.path("webSocketDebuggerUrl").asText());
                    }
                }
            }
            Api.pause();
        }
        throw new AssertionError("Chromium opens no page: " + profile);
    }

    /// Tells the page something, and waits for its answer.
    ///
    /// @throws AssertionError when the page refuses it
    JsonNode tell(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        page.sendText(command.toString(), true).join();
        JsonNode said = answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new AssertionError("%s is refused: %s".formatted(method, said.path("error")));
        }
        return said.path("result");
    }

    /// The value of an expression in the page.
    JsonNode value(String expression) {
        JsonNode result =
                tell("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.at("/result/value");
    }

    @Override
    public void close() throws IOException {
        page.abort();
        end(process, profile);
    }

    /// Chromium's own processes may write to the profile until the last of them has gone.
    private static void end(Process process, Path profile) throws IOException {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join());
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// Gives each answer to whoever asked; what the browser tells by itself is not heard.
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                deliver(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void deliver(String message) {
            try {
                JsonNode said = JSON.readTree(message);
                CompletableFuture<JsonNode> answer = asked.remove(said.path("id").asInt());
                if (answer != null) {
                    answer.complete(said);
                }
            } catch (IOException unreadable) {
                asked.values().forEach(answer -> answer.completeExceptionally(unreadable));
            }
        }
    }
}
