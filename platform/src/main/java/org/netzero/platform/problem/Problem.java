package org.netzero.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/// An error answer as RFC 9457 wants it, with the machine-readable `code` and, for invalid input,
/// its `violations`.
///
/// @param type `urn:netzero:problem:` and the type's slug
/// @param title the same for every occurrence of the type
/// @param status the HTTP status, repeated in the body
/// @param code the type's name: `UNKNOWN_SITE`
/// @param detail what happened here: the value, the place and the remedy
/// @param violations one entry per invalid field; absent when the problem is not about fields
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        String code,
        String detail,
        List<Violation> violations) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /// When a caller should try again: a part of the suite that was killed is back by then.
    static final int RETRY_AFTER_SECONDS = 5;

    public static Problem of(ProblemType type, String detail) {
        return of(type, detail, List.of());
    }

    public static Problem of(ProblemType type, String detail, List<Violation> violations) {
        return new Problem(
                URI.create("urn:netzero:problem:" + type.slug()),
                type.title(),
                type.status(),
                type.name(),
                detail,
                List.copyOf(violations));
    }

    /// This problem as the answer to a request; when to try again stands in `Retry-After` where
    /// trying again helps.
    public Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
        if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                || status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.build();
    }
}
