package org.netzero.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/// What the gateway itself asks the services, apart from what it passes on for others.
@ApplicationScoped
public class Services {

    private static final Logger LOG = Logger.getLogger(Services.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();

    private final ServiceAddresses addresses;

    Services(ServiceAddresses addresses) {
        this.addresses = addresses;
    }

    /// The body of a good answer; empty when the service is away, slow, or answers anything but
    /// 200.
    ///
    /// @param path with its query, and open to everybody
    public Optional<String> get(Service service, String path) {
        HttpRequest request =
                HttpRequest.newBuilder(addresses.of(service).resolve(path))
                        .timeout(PATIENCE)
                        .build();
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException away) {
            LOG.debugf("%s service: %s", service.label(), away);
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
