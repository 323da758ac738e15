package org.netzero.gateway.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.netzero.gateway.routing.Service;
import org.netzero.gateway.routing.Services;

/// The OpenAPI documents of the gateway and the services, asked for again after a while or when the
/// service was away.
@ApplicationScoped
class Parts {

    private static final Logger LOG = Logger.getLogger(Parts.class);

    private static final String PATH = "/q/openapi?format=json";
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Cache<Service, ObjectNode> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    private final Services services;
    private final OpenApiDocumentService own;
    private final ObjectMapper json;

    Parts(Services services, OpenApiDocumentService own, ObjectMapper json) {
        this.services = services;
        this.own = own;
        this.json = json;
    }

    Part ofGateway() {
        byte[] document = own.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON);
        return new Part(
                "gateway",
                read(new String(document, StandardCharsets.UTF_8))
                        .orElseThrow(() -> new IllegalStateException("No OpenAPI document")));
    }

    /// Empty when the service is away.
    Optional<Part> of(Service service) {
        return Optional.ofNullable(remembered.getIfPresent(service))
                .or(() -> ask(service))
                .map(document -> new Part(service.label(), document));
    }

    private Optional<ObjectNode> ask(Service service) {
        Optional<ObjectNode> document = services.get(service, PATH).flatMap(this::read);
        document.ifPresent(found -> remembered.put(service, found));
        return document;
    }

    private Optional<ObjectNode> read(String document) {
        try {
            return json.readTree(document) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JsonProcessingException unreadable) {
            LOG.warnf("An OpenAPI document cannot be read: %s", unreadable.getMessage());
            return Optional.empty();
        }
    }
}
