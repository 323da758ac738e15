package org.netzero.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

@Schema(name = "ApiKey", description = "An API key; the key itself is shown once, when issued")
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyView(
        UUID id,
        String name,
        List<String> roles,
        @Schema(description = "Of which alone it pushes readings; of all where there are none")
                List<String> datacenters,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable String key) {

    static final List<String> COLUMNS =
            List.of("id", "name", "roles", "datacenters", "createdAt", "revokedAt");

    static KeyView of(ApiKey key) {
        return of(key, null);
    }

    static KeyView issued(ApiKey key, Secret secret) {
        return of(key, secret.text());
    }

    private static KeyView of(ApiKey key, @Nullable String secret) {
        return new KeyView(
                key.id(),
                key.name(),
                key.roles().stream().sorted().toList(),
                key.datacenters().stream().sorted().toList(),
                key.createdAt(),
                key.revokedAt().orElse(null),
                secret);
    }

    List<@Nullable Object> row() {
        return Table.row(
                id,
                name,
                String.join(" ", roles),
                String.join(" ", datacenters),
                createdAt,
                revokedAt);
    }
}
