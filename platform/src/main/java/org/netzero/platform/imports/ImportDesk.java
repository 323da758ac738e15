package org.netzero.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.QueryFlag;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Problem;

/// What a service's resource of imports answers, alike for every kind.
@ApplicationScoped
public class ImportDesk {

    private final Imports imports;
    private final ColumnMappings mappings;

    ImportDesk(Imports imports, ColumnMappings mappings) {
        this.imports = imports;
        this.mappings = mappings;
    }

    /// Why an import is taken back.
    public record ReversalRequest(@Nullable String reason) {}

    /// The mappings of a kind.
    public record Mappings(List<ColumnMappings.Named> mappings) {}

    /// A file of few rows is worked through at once (200), a longer one in the background (202).
    ///
    /// @param mapping the name of the mapping to read it by
    /// @param dryRun `true` to hear what would become of the rows; nothing is stored
    /// @throws InvalidInput when the file cannot be read, or one of the two is not known
    public RestResponse<ImportAnswer> receive(
            ImportKind kind,
            ImportFile file,
            Optional<String> mapping,
            Optional<String> dryRun,
            String subject) {
        if (QueryFlag.isSet("dryRun", dryRun)) {
            return RestResponse.ok(
                    ImportAnswer.triedOut(imports.tryOut(kind, file, mapping, subject)));
        }
        return switch (imports.receive(kind, file, mapping, subject)) {
            case Imports.Receipt.Finished(var importId, var outcome) ->
                    RestResponse.ok(ImportAnswer.finished(importId, outcome));
            case Imports.Receipt.Queued(var importId, long rows) -> {
                String progress = history(kind) + "/" + importId;
                yield RestResponse.ResponseBuilder.create(
                                RestResponse.Status.ACCEPTED,
                                ImportAnswer.queued(importId, rows, progress))
                        .header(HttpHeaders.LOCATION, progress)
                        .build();
            }
        };
    }

    /// What columns a file has, whatever its kind. Nothing is stored.
    ///
    /// @throws InvalidInput when no import of any kind could read it
    /// @throws FileTooLarge when it is a workbook of more bytes than an import takes
    /// @throws TooManyImports when the columns of as many files are looked at as may be at once
    public FileColumns columnsOf(ImportFile file) {
        return imports.columnsOf(file);
    }

    private static String history(ImportKind kind) {
        return "/api/imports/%s/history".formatted(kind.name());
    }

    /// The imports of a kind, the newest first.
    public Page<ImportView> list(ImportKind kind, PageQuery page) {
        return imports.list(kind).page(page);
    }

    /// @throws NotFoundException when there is no such import of this kind
    public ImportView find(ImportKind kind, String importId) {
        return id(importId)
                .flatMap(id -> imports.find(kind, id))
                .orElseThrow(() ->
                        new NotFoundException(
                                Problem.of(
                                                CommonProblem.UNKNOWN_IMPORT,
                                                "There is no import '%s' of %s; GET %s lists them"
                                                        .formatted(
                                                                importId,
                                                                kind.name(),
                                                                history(kind)))
                                        .response()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /// Why rows of an import were not stored.
    ///
    /// @throws NotFoundException when there is no such import of this kind
    public Page<RowErrorView> rejected(ImportKind kind, String importId, PageQuery page) {
        return imports.rejected(find(kind, importId).importId()).page(page);
    }

    /// Takes an import back.
    ///
    /// @throws NotFoundException when there is no such import of this kind
    /// @throws InvalidInput when no reason is given
    /// @throws ReversalRefused when it cannot be
    public ImportView reverse(
            ImportKind kind, String importId, ReversalRequest request, String subject) {
        UUID found = find(kind, importId).importId();
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("reason", request.reason());
        var fields = new Fields(values);
        Optional<String> reason = fields.text("reason");
        fields.refuseIfInvalid();
        imports.reverse(kind, found, subject, reason.orElseThrow());
        return find(kind, importId);
    }

    public Mappings mappings(ImportKind kind) {
        return new Mappings(mappings.list(kind));
    }

    /// @throws NotFoundException when none has this name
    public ColumnMappings.Named mapping(ImportKind kind, String name) {
        return mappings.find(kind, name)
                .orElseThrow(() ->
                        new NotFoundException(
                                Problem.of(
                                                CommonProblem.UNKNOWN_MAPPING,
                                                "There is no mapping '%s'; state it with PUT"
                                                        .formatted(name))
                                        .response()));
    }

    /// States a mapping, or states it anew.
    public ColumnMappings.Named put(
            ImportKind kind, String name, StatedMapping mapping, String subject) {
        return mappings.put(kind, name, mapping, subject);
    }
}
