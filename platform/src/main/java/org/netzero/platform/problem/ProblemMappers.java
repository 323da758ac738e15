package org.netzero.platform.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.FileTooLarge;
import org.netzero.platform.imports.ReversalRefused;
import org.netzero.platform.imports.TooManyImports;
import org.netzero.platform.imports.TooManyMappings;
import org.netzero.platform.input.ExpectedBody;

/// Turns every failure that is not a service's own into problem+json.
@Singleton
public final class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response invalidInput(InvalidInput refused) {
        return Problem.of(CommonProblem.INVALID_INPUT, refused.detail(), refused.violations())
                .response();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return Problem.of(
                        CommonProblem.UNAUTHENTICATED,
                        "Call through the gateway with a valid API key in X-API-Key, or open a session at its"
                                + " POST /api/session")
                .response();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden() {
        return Problem.of(
                        CommonProblem.FORBIDDEN,
                        "The key is valid, but none of its roles may do this; ask an administrator")
                .response();
    }

    @ServerExceptionMapper
    Response ofHttp(WebApplicationException refused, UriInfo address) {
        if (refused.getCause() instanceof JacksonException unreadable) {
            return unreadableBody(unreadable);
        }
        Response given = refused.getResponse();
        if (given.getEntity() instanceof Problem) {
            return given;
        }
        CommonProblem problem = CommonProblem.ofStatus(given.getStatus());
        return Response.fromResponse(
                        Problem.of(problem, detailOf(problem, refused, address)).response())
                .status(given.getStatus())
                .build();
    }

    @ServerExceptionMapper
    Response anythingElse(Exception failure, UriInfo address) {
        if (Outage.isBehind(failure)) {
            return databaseAway(failure, address);
        }
        if (Outage.isCollision(failure)) {
            LOG.infof("Two writers met at %s: %s", address.getPath(), failure.getMessage());
            return sameMoment();
        }
        if (BrokenBody.isBehind(failure)) {
            LOG.infof("A body broke off at %s: %s", address.getPath(), failure.getMessage());
            return Problem.of(
                            CommonProblem.MALFORMED_BODY,
                            "The body broke off before its end; nothing of it is stored")
                    .response();
        }
        UUID incident = UUID.randomUUID();
        LOG.errorf(failure, "incident %s at %s", incident, address.getPath());
        return Problem.of(CommonProblem.INTERNAL, "Incident " + incident).response();
    }

    private static Response databaseAway(Exception failure, UriInfo address) {
        LOG.warnf("The database is away at %s: %s", address.getPath(), failure.getMessage());
        LOG.debug("The database is away", failure);
        return Problem.of(
                        CommonProblem.UNAVAILABLE,
                        "The database went away; whether a write was stored is not known. Send the same again,"
                                + " with the same ids or Idempotency-Key, in %d s"
                                        .formatted(Problem.RETRY_AFTER_SECONDS))
                .response();
    }

    @ServerExceptionMapper(ConcurrentIntake.class)
    Response sameMoment() {
        return Problem.of(
                        CommonProblem.UNAVAILABLE,
                        "Another request stored one of these ids at this moment and nothing of yours is stored; send it"
                                + " again to hear what became of it")
                .response();
    }

    @ServerExceptionMapper
    Response fileTooLarge(FileTooLarge refused) {
        return Problem.of(CommonProblem.BODY_TOO_LARGE, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response tooManyImports(TooManyImports refused) {
        return Problem.of(CommonProblem.TOO_MANY_IMPORTS, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response tooManyMappings(TooManyMappings refused) {
        return Problem.of(CommonProblem.TOO_MANY_MAPPINGS, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response reversalRefused(ReversalRefused refused) {
        return Problem.of(refused.problem(), String.valueOf(refused.getMessage())).response();
    }

    /// Quarkus ships a mapper of its own for these; the priority puts this one first.
    @Provider
    @Priority(1)
    public static final class OfMismatchedInput
            implements ExceptionMapper<MismatchedInputException> {
        @Override
        public Response toResponse(MismatchedInputException mismatch) {
            return unreadableBody(mismatch);
        }
    }

    private static Response unreadableBody(JacksonException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            String field = pathOf(unknown);
            return Problem.of(
                            CommonProblem.UNKNOWN_FIELD,
                            "Unknown field '%s'; known here: %s"
                                    .formatted(
                                            unknown.getPropertyName(),
                                            namesOf(unknown.getKnownPropertyIds())),
                            List.of(
                                    new Violation(
                                            field,
                                            "UNKNOWN_FIELD",
                                            "remove it, or use one of "
                                                    + namesOf(unknown.getKnownPropertyIds()))))
                    .response();
        }
        if (unreadable instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            Violation violation =
                    mapping instanceof InvalidNullException
                            ? new Violation(
                                    pathOf(mapping), "NULL_ELEMENT", "is null; leave it out")
                            : new Violation(pathOf(mapping), "INVALID_VALUE", messageOf(mapping));
            return Problem.of(
                            CommonProblem.INVALID_INPUT,
                            violation.field() + ": " + violation.message(),
                            List.of(violation))
                    .response();
        }
        if (unreadable instanceof MismatchedInputException mismatch
                && mismatch.getTargetType() != null) {
            return Problem.of(
                            CommonProblem.MALFORMED_BODY,
                            "The body has to be " + ExpectedBody.of(mismatch.getTargetType()))
                    .response();
        }
        var place = unreadable.getLocation();
        return Problem.of(
                        CommonProblem.MALFORMED_BODY,
                        place == null
                                ? unreadable.getOriginalMessage()
                                : "line %d, column %d: %s"
                                        .formatted(
                                                place.getLineNr(),
                                                place.getColumnNr(),
                                                unreadable.getOriginalMessage()))
                .response();
    }

    private static String messageOf(JsonMappingException mapping) {
        if (mapping instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            return "'%s' is not one of %s"
                    .formatted(
                            format.getValue(),
                            Arrays.toString(format.getTargetType().getEnumConstants()));
        }
        if (mapping.getCause() instanceof IllegalArgumentException refused
                && refused.getMessage() != null) {
            return refused.getMessage();
        }
        return mapping.getOriginalMessage();
    }

    private static String pathOf(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step ->
                        step.getFieldName() == null
                                ? "[" + step.getIndex() + "]"
                                : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String namesOf(@Nullable Collection<Object> names) {
        return names == null
                ? ""
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String detailOf(
            CommonProblem problem, WebApplicationException refused, UriInfo address) {
        return switch (problem) {
            case NOT_FOUND -> "Nothing at /" + address.getPath().replaceFirst("^/", "");
            case BODY_TOO_LARGE -> "A JSON body may have 10 MB; larger data goes to /api/imports";
            case UNSUPPORTED_MEDIA_TYPE ->
                    address.getPath().contains("/imports/")
                            ? "An import is text/csv or XLSX, that is application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name it in Content-Type"
                            : messageOf(problem, refused);
            default -> messageOf(problem, refused);
        };
    }

    private static String messageOf(CommonProblem problem, WebApplicationException refused) {
        return refused.getMessage() == null ? problem.title() : refused.getMessage();
    }
}
