package org.netzero.gateway.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Session", description = "Who is logged in")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(
        String name,
        List<String> roles,
        @Schema(description = "To be sent in X-CSRF-Token with every write of this session")
                @Nullable String csrfToken) {

    static SessionView of(KeyHolder holder) {
        return view(holder, null);
    }

    static SessionView of(KeyHolder holder, Secret session) {
        return view(holder, session.csrfToken());
    }

    private static SessionView view(KeyHolder holder, @Nullable String csrfToken) {
        return new SessionView(holder.name(), holder.roles().stream().sorted().toList(), csrfToken);
    }
}
