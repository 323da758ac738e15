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
import org.netzero.platform.listing.Table;

/// The body of an import as it comes in, not yet read; of type [Table#CSV] or [Table#XLSX].
public record ImportFile(MediaType type, InputStream body) {

    Rows rows(Columns columns) throws IOException {
        return type.isCompatible(MediaType.valueOf(Table.XLSX))
                ? XlsxRows.open(body, columns, Spool.Limits.USUAL)
                : CsvRows.open(body, columns);
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
