package org.netzero.datacenter.telemetry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.imports.RowError;
import org.netzero.platform.listing.Table;

/// Takes readings as a table, at the address of those in JSON.
@Path("/api/telemetry")
@RunOnVirtualThread
class CsvResource {

    private static final int FEW_READINGS = 256;

    private final TelemetryIntake intake;

    CsvResource(TelemetryIntake intake) {
        this.intake = intake;
    }

    /// @param accepted readings that are durable now, those among them that were so before included
    /// @param rejected up to 1,000 of the reasons why rows were refused
    /// @param rejectedReadings how many rows were refused
    @Schema(name = "TableReceipt")
    record Receipt(long accepted, long rejectedReadings, List<RowError> rejected) {}

    @POST
    @Path("readings")
    @Consumes(Table.CSV)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.TELEMETRY})
    public Receipt pushTable(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @DefaultValue("") String encoding,
            InputStream body) {
        List<ImportOutcome> outcome = new ArrayList<>(1);
        intake.take(share ->
                (index, rules) -> {
                    var taken = new TakenReadings(FEW_READINGS);
                    try (InputStream opened = TelemetryBody.opened(body, encoding, share)) {
                        outcome.add(new CsvReadings(index, rules, taken).read(type, opened));
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                    return taken;
                });
        ImportOutcome read = outcome.getFirst();
        return new Receipt(read.accepted(), read.rejectedRows(), read.rejected());
    }
}
