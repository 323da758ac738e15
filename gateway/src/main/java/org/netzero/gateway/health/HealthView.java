package org.netzero.gateway.health;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// @param services by their label
@Schema(name = "Health", description = "UP when everything below is UP")
@JsonPropertyOrder({"status", "services", "database", "kafka"})
record HealthView(Status status, Map<String, Status> services, Status database, Status kafka) {

    static HealthView of(Map<String, Status> services, Status database, Status kafka) {
        boolean works =
                Stream.concat(services.values().stream(), Stream.of(database, kafka))
                        .allMatch(Status.UP::equals);
        return new HealthView(Status.of(works), services, database, kafka);
    }

    @JsonIgnore
    boolean isUp() {
        return status == Status.UP;
    }
}
