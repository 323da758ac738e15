package org.netzero.emissions.activity;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.Table;

@Path("/api/imports/activities")
@RunOnVirtualThread
class ActivityImportResource {

    private final ActivityReader reader;
    private final Activities activities;
    private final SecurityIdentity identity;

    ActivityImportResource(
            ActivityReader reader, Activities activities, SecurityIdentity identity) {
        this.reader = reader;
        this.activities = activities;
        this.identity = identity;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome post(ImportFile file) {
        String subject = Caller.of(identity).subject();
        return new Import<Activity>(
                        ActivityReader.COLUMNS,
                        this::row,
                        batch -> activities.record(batch, subject))
                .run(file);
    }

    /// A file names its rows, so that sending it again changes nothing.
    private Activity row(Fields fields) {
        fields.id("activityId");
        fields.refuseIfInvalid();
        return reader.read(fields, StatedInputs.split(fields));
    }

    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns template() {
        return ActivityReader.COLUMNS;
    }
}
