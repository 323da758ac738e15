package org.netzero.platform.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Ids for records that a request sends without one. With an idempotency key they follow from the
/// key: a repeat of a request whose answer got lost on the way finds its records stored, even when
/// the key itself was given back.
@RequestScoped
public class NewIds {

    private final HttpHeaders headers;
    private final SecurityIdentity caller;
    private int given;

    NewIds(HttpHeaders headers, SecurityIdentity caller) {
        this.headers = headers;
        this.caller = caller;
    }

    /// The id of the request's next record, a UUID.
    public String next() {
        @Nullable String key = headers.getHeaderString(IdempotencyKeys.HEADER);
        if (key == null) {
            return UuidCreator.getTimeOrderedEpoch().toString();
        }
        String name = "%s\n%s\n%d".formatted(caller.getPrincipal().getName(), key, given++);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
    }
}
