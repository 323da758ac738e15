package org.netzero.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.netzero.local.SigningKeys;

/// Test resource: the energy and the data centre service are there, the emissions service is away;
/// the gateway has a key to sign with and a first administrator.
public final class Peers implements QuarkusTestResourceLifecycleManager {

    static final String ADMIN_KEY = "nz_only-for-tests-0123456789-0123456789";

    private final List<Peer> started = new ArrayList<>();

    @Override
    public Map<String, String> start() {
        try {
            SigningKeys keys = SigningKeys.generate();
            Path folder = Files.createDirectories(Path.of("target", "gateway-test"));
            return Map.of(
                    "netzero.token.private-key",
                    Files.writeString(folder.resolve("token.pem"), keys.privatePem()).toString(),
                    "netzero.admin-key-file",
                    Files.writeString(folder.resolve("admin.key"), ADMIN_KEY + "\n").toString(),
                    "netzero.services.energy",
                    start(keys, "energy"),
                    "netzero.services.datacenter",
                    start(keys, "datacenter"),
                    "netzero.services.emissions",
                    "http://127.0.0.1:" + portWithoutListener(),
                    "netzero.limits.json.answer",
                    "1s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String start(SigningKeys keys, String service)
            throws IOException, GeneralSecurityException {
        String openApi =
                """
                {"openapi":"3.1.0","paths":{"/api/%1$s/things":{"get":{"security":[{"jwt":[]}],
                "responses":{"200":{"content":{"application/json":{"schema":
                {"$ref":"#/components/schemas/Thing"}}}}}}},"/q/health":{"get":{}}},
                "components":{"schemas":{"Thing":{"type":"object","description":"of %1$s"}}}}
                """
                        .formatted(service);
        Peer peer = new Peer(keys.publicPem(), openApi);
        started.add(peer);
        return peer.address();
    }

    private static int portWithoutListener() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void stop() {
        started.forEach(Peer::close);
    }
}
