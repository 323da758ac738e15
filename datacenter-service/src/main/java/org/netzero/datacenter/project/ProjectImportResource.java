package org.netzero.datacenter.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.datacenter.project.Figure.Project;
import org.netzero.datacenter.register.Effect;
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;

@Path("/api/imports/projects")
@RunOnVirtualThread
class ProjectImportResource {

    private static final Columns COLUMNS =
            Columns.of(
                            "projectId: The id of the project; it has a row for each figure",
                            "name: What people call it",
                            "kind: What it does",
                            "siteId?: The site, by its id",
                            "effect?: Where it shows: in the inventory, or elsewhere as avoided emissions",
                            "quantity: Which figure of the project the row states",
                            "value?: The figure, not negative; empty only of PLANNED",
                            "unit?: A unit of the quantity, such as kWh, tCO2e, kW, % or 1; empty only of PLANNED",
                            "basis?: STATED when left out; an assumption needs evidence",
                            "period?: What the figure is about: 2021 or 2021-03",
                            Columns.EVIDENCE)
                    .withValues("kind", Figure.Kind.values())
                    .withValues("effect", Effect.values())
                    .withValues("quantity", StatedQuantity.values())
                    .withValues("basis", Figure.Basis.values())
                    .withCorrections();

    private final Projects projects;

    ProjectImportResource(Projects projects) {
        this.projects = projects;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome importProjects(ImportFile file) {
        return new Import<>(COLUMNS, ProjectImportResource::read, projects::addAll).run(file);
    }

    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns projectsTemplate() {
        return COLUMNS;
    }

    @GET
    @Path("columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return COLUMNS.view();
    }

    private static Figure read(Fields fields) {
        Optional<String> projectId = fields.id("projectId");
        Optional<String> name = fields.text("name");
        Optional<Figure.Kind> kind = fields.oneOf("kind", Figure.Kind.class);
        Optional<String> siteId = fields.optionalId("siteId");
        Optional<Effect> effect = fields.optionalOneOf("effect", Effect.class);
        Optional<StatedQuantity> quantity = fields.oneOf("quantity", StatedQuantity.class);
        Optional<BigDecimal> value = fields.optionalDecimal("value");
        Optional<String> unit = fields.optionalText("unit");
        quantity.ifPresent(known -> checkValue(fields, known, value, unit));
        Figure.Basis basis =
                fields.optionalOneOf("basis", Figure.Basis.class).orElse(Figure.Basis.STATED);
        Optional<Period> period =
                fields.optionalText("period").isPresent()
                        ? fields.period("period")
                        : Optional.empty();
        Optional<String> evidence = fields.optionalText("evidence");
        if (basis == Figure.Basis.ASSUMED && evidence.isEmpty()) {
            fields.refuse("evidence", "REQUIRED", "is required: an assumption says why it is made");
        }
        fields.refuseIfInvalid();
        Optional<String> supersedes =
                fields.supersedes(Figure.id(projectId.orElseThrow(), quantity.orElseThrow()));
        fields.refuseIfInvalid();
        return new Figure(
                new Project(
                        projectId.orElseThrow(),
                        name.orElseThrow(),
                        kind.orElseThrow(),
                        siteId,
                        effect),
                quantity.orElseThrow(),
                value,
                unit,
                basis,
                period,
                evidence,
                supersedes);
    }

    private static void checkValue(
            Fields fields,
            StatedQuantity quantity,
            Optional<BigDecimal> value,
            Optional<String> unit) {
        if (quantity.hasValue() != value.isPresent()) {
            fields.refuse(
                    "value",
                    quantity.hasValue() ? "REQUIRED" : "NOT_APPLICABLE",
                    quantity.hasValue()
                            ? "is required; a project without a figure is PLANNED"
                            : "what is planned has no value");
        }
        value.filter(number -> number.signum() < 0)
                .ifPresent(number ->
                        fields.refuse("value", "NEGATIVE", "'%s' is below 0".formatted(number)));
        value.filter(number -> number.signum() == 0 && quantity.isDivisor())
                .ifPresent(number -> fields.refuse("value", "NOT_POSITIVE", "'0' is not above 0"));
        if (quantity.hasValue() && unit.filter(quantity.units()::contains).isEmpty()) {
            fields.refuse(
                    "unit",
                    "UNIT_DOES_NOT_FIT",
                    "'%s' is no unit of %s; use one of %s"
                            .formatted(
                                    unit.orElse(""),
                                    quantity,
                                    String.join(", ", quantity.units())));
        }
    }
}
