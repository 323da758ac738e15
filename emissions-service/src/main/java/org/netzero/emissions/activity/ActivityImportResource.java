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
import java.io.InputStream;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.CsvImport;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.listing.CsvTable;

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
    @Consumes(CsvTable.MEDIA_TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome post(InputStream file) {
        String subject = Caller.of(identity).subject();
        return new CsvImport<Activity>(
                        ActivityReader.COLUMNS,
                        this::row,
                        batch -> activities.record(batch, subject))
                .run(file);
    }

    /// A file names its rows, so that sending it again changes nothing.
    private Activity row(Fields fields) {
        fields.id("activityId");
        fields.refuseIfInvalid();
        return reader.read(fields);
    }

    @GET
    @Path("template")
    @Produces(CsvTable.MEDIA_TYPE)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public String template() {
        return ActivityReader.COLUMNS.template();
    }
}
