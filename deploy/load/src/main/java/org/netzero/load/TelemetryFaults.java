package org.netzero.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.netzero.load.synthetic.Fault;
import org.netzero.load.synthetic.Protocol;
import org.netzero.load.synthetic.SyntheticFleet;

/// What the suite answers to every kind of bad telemetry in each protocol that can express it: a
/// row each, of a meter of its own. Nothing is measured; an answer that blames the suite itself
/// fails.
final class TelemetryFaults implements Benchmark {

    private static final long DAYS_AGO = 3;
    private static final int READINGS = 6;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int SERVER_ERROR = 500;
    private static final int MOST_CHARACTERS = 160;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public String name() {
        return "telemetry-faults";
    }

    @Override
    public List<Row> run(Ground ground) throws Exception {
        Fault[] faults = Fault.values();
        Protocol[] protocols = Protocol.values();
        Instant start =
                Instant.now().truncatedTo(ChronoUnit.HOURS).minus(DAYS_AGO, ChronoUnit.DAYS);
        String label = TelemetryLines.label();
        var fleet =
                new SyntheticFleet(
                        new SyntheticFleet.Plan(1, label, 1, faults.length * protocols.length),
                        start);
        new FleetInSuite(fleet, label).register(ground.api());
        var rows = new ArrayList<Row>();
        int meter = 0;
        for (Fault fault : faults) {
            for (Protocol protocol : protocols) {
                List<Fault.Body> bodies =
                        fault.bodies(
                                protocol,
                                fleet.readings(
                                        meter, start.getEpochSecond(), SECONDS_PER_HOUR, READINGS));
                meter++;
                var answers = new ArrayList<String>();
                for (Fault.Body body : bodies) {
                    answers.add(answer(ground, protocol, body));
                }
                rows.add(
                        Row.alone(
                                "row %d, %s as %s".formatted(fault.row(), fault, protocol),
                                bodies.isEmpty()
                                        ? "cannot be expressed"
                                        : String.join("; ", answers)));
            }
        }
        return rows;
    }

    private String answer(Ground ground, Protocol protocol, Fault.Body body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(ground.suite().address().resolve(protocol.path()))
                        .header("X-API-Key", ground.suite().adminKey());
        body.headers().forEach(request::header);
        HttpResponse<String> answer =
                http.send(
                        request.POST(HttpRequest.BodyPublishers.ofByteArray(body.bytes())).build(),
                        HttpResponse.BodyHandlers.ofString());
        String text = answer.body().replace('|', '/').replace('\n', ' ').strip();
        if (answer.statusCode() >= SERVER_ERROR) {
            throw new AssertionError(protocol + ": " + answer.statusCode() + " " + text);
        }
        return (answer.statusCode()
                        + " "
                        + text.substring(0, Math.min(MOST_CHARACTERS, text.length())))
                .strip();
    }
}
