package org.netzero.platform.input;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// Refuses a JSON body that says nothing: none at all, `null`, `[]` and an array with a `null` in
/// it. So no resource has to ask whether what it is given is there.
@Provider
@Singleton
public final class BodyNeeded implements ReaderInterceptor {

    /// The name under which the body as a whole stands in violations.
    private static final String BODY = "body";

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType sent = context.getMediaType();
        if (sent == null || !sent.getSubtype().endsWith("json")) {
            return context.proceed();
        }
        var body = new PushbackInputStream(context.getInputStream());
        int first = body.read();
        if (first < 0) {
            throw refused(BODY, "BODY_REQUIRED", "is empty", context);
        }
        body.unread(first);
        context.setInputStream(body);
        Object read = context.proceed();
        check(read instanceof Optional<?> optional ? optional.orElse(null) : read, context);
        return read;
    }

    private static void check(@Nullable Object read, ReaderInterceptorContext context) {
        if (read == null) {
            throw refused(BODY, "BODY_REQUIRED", "is null", context);
        }
        if (read instanceof List<?> list) {
            if (list.isEmpty()) {
                throw refused(BODY, "EMPTY_ARRAY", "is an empty array", context);
            }
            int none = list.indexOf(null);
            if (none >= 0) {
                throw refused("[" + none + "]", "NULL_ELEMENT", "is null", context);
            }
        }
    }

    private static InvalidInput refused(
            String place, String code, String what, ReaderInterceptorContext context) {
        return new InvalidInput(
                place,
                code,
                "%s; the body has to be %s"
                        .formatted(what, ExpectedBody.of(context.getGenericType())));
    }
}
