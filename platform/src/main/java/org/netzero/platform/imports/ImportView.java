package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

/// An import on record, and how far it has got.
///
/// @param fileSha256 of the file as it was sent
/// @param mapping the name of the mapping it was read by
/// @param background whether it runs behind the answer to its request
/// @param bytesRead of the file; for a workbook in proportion to its rows
/// @param rowsTotal the lines of a CSV file, or the rows of a sheet, below the first
/// @param rowsRead those without any value not counted
/// @param accepted rows stored
/// @param duplicates rows that were stored already with the same content
/// @param problem why it failed
/// @param reversal who took it back, and why
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        UUID importId,
        String kind,
        ImportStatus status,
        Instant recordedAt,
        String recordedBy,
        String mediaType,
        String fileSha256,
        @Nullable String mapping,
        boolean background,
        long bytesTotal,
        long bytesRead,
        long rowsTotal,
        long rowsRead,
        long accepted,
        long duplicates,
        long rejectedRows,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Failure problem,
        @Nullable Reversal reversal) {

    /// Why an import ended before its end.
    ///
    /// @param code the broken rule, for programs
    /// @param detail the place, the reason and the remedy
    public record Failure(String code, String detail) {}

    /// Who took an import back, when and why.
    public record Reversal(Instant reversedAt, String reversedBy, String reason) {}

    static final List<String> COLUMNS =
            List.of(
                    "importId",
                    "status",
                    "recordedAt",
                    "recordedBy",
                    "mediaType",
                    "fileSha256",
                    "mapping",
                    "bytesTotal",
                    "bytesRead",
                    "rowsTotal",
                    "rowsRead",
                    "accepted",
                    "duplicates",
                    "rejectedRows",
                    "startedAt",
                    "endedAt",
                    "problem",
                    "reversedAt",
                    "reversedBy",
                    "reversalReason");

    List<@Nullable Object> row() {
        return Table.row(
                importId,
                status,
                recordedAt,
                recordedBy,
                mediaType,
                fileSha256,
                mapping,
                bytesTotal,
                bytesRead,
                rowsTotal,
                rowsRead,
                accepted,
                duplicates,
                rejectedRows,
                startedAt,
                endedAt,
                problem == null ? null : problem.detail(),
                reversal == null ? null : reversal.reversedAt(),
                reversal == null ? null : reversal.reversedBy(),
                reversal == null ? null : reversal.reason());
    }
}
