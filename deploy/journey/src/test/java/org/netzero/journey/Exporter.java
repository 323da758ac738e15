package org.netzero.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A page of metrics as an exporter offers it to be scraped: the counters of a facility's two
/// meters, and a metric that is nobody's measuring point.
final class Exporter implements AutoCloseable {

    private static final int ENOUGH_SCRAPES = 3;

    private final HttpServer server;
    private final String facility;
    private final AtomicInteger scrapes = new AtomicInteger();
    private volatile double facilityKwh;
    private volatile double itKwh;

    private Exporter(HttpServer server, String facility) {
        this.server = server;
        this.facility = facility;
    }

    static Exporter start(String facility) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var exporter = new Exporter(server, facility);
            server.createContext("/metrics", exporter::answer);
            server.start();
            return exporter;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Shows other values, and waits until these were scraped.
    void show(double facilityCounterKwh, double itCounterKwh) {
        facilityKwh = facilityCounterKwh;
        itKwh = itCounterKwh;
        int before = scrapes.get();
        Api.eventually("scrapes", scrapes::get, count -> count >= before + ENOUGH_SCRAPES);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page =
                """
                # TYPE energy_kwh_total counter
                energy_kwh_total{point="%1$s-facility"} %2$s
                energy_kwh_total{point="%1$s-it"} %3$s
                # TYPE fan_rpm gauge
                fan_rpm{rack="r7"} 4200
                """
                        .formatted(facility, facilityKwh, itKwh)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
        exchange.sendResponseHeaders(200, page.length);
        try (var body = exchange.getResponseBody()) {
            body.write(page);
        }
        scrapes.incrementAndGet();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
