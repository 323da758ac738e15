package org.netzero.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Takes the place of a service: listens where it is told to, and answers every request with its
/// environment and the folder of its temporary files.
final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = environment().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private static String environment() {
        StringBuilder lines = new StringBuilder();
        Map<String, String> sorted = new TreeMap<>(System.getenv());
        sorted.put("java.io.tmpdir", System.getProperty("java.io.tmpdir"));
        sorted.forEach((name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }
}
