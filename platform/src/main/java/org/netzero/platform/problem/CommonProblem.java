package org.netzero.platform.problem;

import java.util.Arrays;

/// Refusals that have nothing to do with one service's business.
public enum CommonProblem implements ProblemType {
    MALFORMED_BODY(400, "The body cannot be read"),
    UNKNOWN_FIELD(400, "The body has a field this resource does not know"),
    INVALID_INPUT(400, "The input breaks a rule"),
    UNAUTHENTICATED(401, "No valid credentials"),
    FORBIDDEN(403, "The caller's roles do not allow this"),
    NOT_FOUND(404, "There is nothing at this address"),
    UNKNOWN_IMPORT_KIND(404, "There is no import of this kind"),
    UNKNOWN_IMPORT(404, "There is no such import"),
    UNKNOWN_MAPPING(404, "There is no such mapping of columns"),
    METHOD_NOT_ALLOWED(405, "This address does not answer to this method"),
    NOT_ACCEPTABLE(406, "This address has no representation of the accepted types"),
    ID_CONFLICT(409, "The id is taken by other content"),
    TOO_MANY_MAPPINGS(409, "As many mappings of columns are on file as are kept"),
    ALREADY_REVERSED(409, "The import counts no more already"),
    REVERSAL_REFUSED(409, "The import cannot be taken back now"),
    NOT_REVERSIBLE(409, "Imports of this kind are not taken back"),
    BODY_TOO_LARGE(413, "The body is larger than allowed"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body's type is not understood"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
    TOO_MANY_IMPORTS(429, "As many imports wait as may"),
    REFUSED(400, "The request was refused"),
    INTERNAL(500, "The service failed; the incident is logged"),
    UNAVAILABLE(503, "The service cannot answer now; try again");

    private final int status;
    private final String title;

    CommonProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /// The problem that an HTTP status alone stands for.
    static CommonProblem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(problem -> problem.status == status && problem != UNKNOWN_FIELD)
                .findFirst()
                .orElse(status >= 500 ? INTERNAL : REFUSED);
    }
}
