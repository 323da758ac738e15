package org.netzero.platform.imports;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;
import org.netzero.platform.problem.InvalidInput;

/// The body of an import as it comes in, not yet read; of type [Table#CSV] or [Table#XLSX].
public record ImportFile(MediaType type, InputStream body) {

    Rows rows(RowForm form) throws IOException {
        return isWorkbook()
                ? XlsxRows.open(body, form, Spool.Limits.USUAL)
                : CsvRows.open(body, charset(), form);
    }

    boolean isWorkbook() {
        return type.isCompatible(MediaType.valueOf(Table.XLSX));
    }

    /// What the media type states, else UTF-8.
    ///
    /// @throws InvalidInput when nobody knows it
    Charset charset() {
        @Nullable String stated = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            return stated == null ? StandardCharsets.UTF_8 : Charset.forName(stated);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidInput(
                    "Content-Type",
                    "UNKNOWN_CHARSET",
                    "'%s' is no encoding that is known here; write UTF-8, GB18030 or UTF-16, for example"
                            .formatted(stated));
        }
    }

    /// Hands the body to the resource that declares the two types in its `@Consumes`.
    @Provider
    @Singleton
    @Consumes({Table.CSV, Table.XLSX})
    public static final class Reader implements MessageBodyReader<ImportFile> {

        @Override
        public boolean isReadable(
                Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
            return type == ImportFile.class;
        }

        @Override
        public ImportFile readFrom(
                Class<ImportFile> type,
                Type genericType,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream body) {
            return new ImportFile(mediaType, body);
        }
    }
}
