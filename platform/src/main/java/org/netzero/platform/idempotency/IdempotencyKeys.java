package org.netzero.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// A write that comes again with the `Idempotency-Key` of an earlier one gets the earlier answer
/// and changes nothing; with another body, or for another address, it is refused. Keys belong to
/// their caller and are kept for a day; a refused request gives its key back, and so does one whose
/// answer is a secret (`Cache-Control: no-store`).
@Singleton
public final class IdempotencyKeys {

    /// Longest key.
    private static final int MAX_LENGTH = 200;

    static final String HEADER = "Idempotency-Key";
    private static final String TAKEN = "netzero.idempotency-key";
    private static final Set<String> WRITES =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);

    private final FirstAnswers answers;
    private final SecurityIdentity caller;
    private final ObjectMapper json;

    IdempotencyKeys(FirstAnswers answers, SecurityIdentity caller, ObjectMapper json) {
        this.answers = answers;
        this.caller = caller;
        this.json = json;
    }

    /// A key on its way through its first request.
    private record Taken(String key, DigestedBody body) {}

    @ServerRequestFilter(priority = Priorities.USER)
    public Optional<Response> repeat(ContainerRequestContext request) throws IOException {
        @Nullable String key = request.getHeaderString(HEADER);
        if (key == null || caller.isAnonymous() || !WRITES.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            return Optional.of(
                    Problem.of(
                                    CommonProblem.INVALID_INPUT,
                                    "%s has %d characters; give it 1 to %d"
                                            .formatted(HEADER, key.length(), MAX_LENGTH))
                            .response());
        }
        String asked = asked(request);
        var body = new DigestedBody(request.getEntityStream());
        Optional<FirstAnswers.Known> known = answers.take(subject(), key, asked);
        if (known.isEmpty()) {
            request.setProperty(TAKEN, new Taken(key, body));
            request.setEntityStream(body);
            return Optional.empty();
        }
        return Optional.of(answer(key, asked, body, known.get()));
    }

    private static String asked(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        String query = address.getQuery() == null ? "" : "?" + address.getQuery();
        return request.getMethod() + " " + address.getPath() + query;
    }

    @ServerResponseFilter
    public void remember(ContainerRequestContext request, ContainerResponseContext response)
            throws IOException {
        if (!(request.getProperty(TAKEN) instanceof Taken taken)) {
            return;
        }
        if (response.getStatus() >= 300 || isSecret(response)) {
            answers.release(subject(), taken.key());
            return;
        }
        answers.remember(
                subject(),
                taken.key(),
                new FirstAnswers.Answer(
                        response.getStatus(),
                        response.getMediaType() == null
                                ? MediaType.APPLICATION_JSON
                                : response.getMediaType().toString(),
                        text(response.getEntity()),
                        Optional.of(taken.body().sha256OfAll()),
                        Optional.ofNullable(response.getHeaderString(HttpHeaders.LOCATION))));
    }

    private static boolean isSecret(ContainerResponseContext response) {
        @Nullable String caching = response.getHeaderString(HttpHeaders.CACHE_CONTROL);
        return caching != null && caching.contains("no-store");
    }

    private static Response answer(
            String key, String asked, DigestedBody body, FirstAnswers.Known first)
            throws IOException {
        if (!first.request().equals(asked)) {
            return Problem.of(
                            CommonProblem.IDEMPOTENCY_KEY_REUSED,
                            "'%s' came first with %s; use a new key for %s"
                                    .formatted(key, first.request(), asked))
                    .response();
        }
        if (first.answer().isEmpty()) {
            return Problem.of(
                            CommonProblem.UNAVAILABLE,
                            "The first request with '%s' is still at work".formatted(key))
                    .response();
        }
        FirstAnswers.Answer answer = first.answer().get();
        String sha256 = body.sha256OfAll();
        if (!answer.requestSha256().orElse(sha256).equals(sha256)) {
            return Problem.of(
                            CommonProblem.IDEMPOTENCY_KEY_REUSED,
                            "'%s' came first with another body for %s; use a new key for another body, or send the first body again"
                                    .formatted(key, asked))
                    .response();
        }
        Response.ResponseBuilder replayed =
                Response.status(answer.status())
                        .type(answer.mediaType())
                        .entity(answer.body().isEmpty() ? null : answer.body())
                        .header("Idempotency-Replayed", "true");
        answer.location().ifPresent(place -> replayed.header(HttpHeaders.LOCATION, place));
        return replayed.build();
    }

    private String text(@Nullable Object entity) throws JsonProcessingException {
        if (entity == null) {
            return "";
        }
        return entity instanceof String text ? text : json.writeValueAsString(entity);
    }

    private String subject() {
        return caller.getPrincipal().getName();
    }
}
