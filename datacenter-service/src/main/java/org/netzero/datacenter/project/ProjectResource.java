package org.netzero.datacenter.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.netzero.platform.identity.Role;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;

@Path("/api/datacenters")
@RunOnVirtualThread
@RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
class ProjectResource {

    private final Projects projects;

    ProjectResource(Projects projects) {
        this.projects = projects;
    }

    /// As a file it has a row per figure.
    @GET
    @Path("projects")
    @Produces({MediaType.APPLICATION_JSON, Table.CSV, Table.XLSX})
    public Page<ProjectView> projects(@BeanParam PageQuery page) {
        Page<ProjectView> found =
                new Listing<ProjectView>(
                                (cursor, count) ->
                                        projects.after(cursor.orElse(""), count).stream()
                                                .map(ProjectView::of)
                                                .toList(),
                                ProjectView::projectId,
                                ProjectView.COLUMNS,
                                project -> List.of())
                        .page(page);
        return new Page<>(
                found.items(),
                found.nextCursor(),
                new Table(
                        ProjectView.COLUMNS,
                        found.items().stream().flatMap(project -> project.rows().stream())));
    }
}
