package org.netzero.emissions.publishedfigure;

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
import org.netzero.platform.identity.Role;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportFile;
import org.netzero.platform.imports.ImportOutcome;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Unit;

@Path("/api/imports/published-figures")
@RunOnVirtualThread
class PublishedFigureImportResource {

    private static final Columns COLUMNS =
            Columns.of(
                            "figure: Which published figure it is",
                            "period: The year, such as 2021",
                            "value: The figure as published",
                            "unit: tCO2e, MWh or t as the figure is; 1 of a ratio; tCO2e per million CNY of emissions per revenue",
                            Columns.EVIDENCE)
                    .withValues("figure", Figure.keys())
                    .withCorrections();

    private final PublishedFigures figures;

    PublishedFigureImportResource(PublishedFigures figures) {
        this.figures = figures;
    }

    @POST
    @Consumes({Table.CSV, Table.XLSX})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD})
    public ImportOutcome post(ImportFile file) {
        return new Import<PublishedFigure>(
                        COLUMNS, PublishedFigureImportResource::read, figures::publish)
                .run(file);
    }

    @GET
    @Path("template")
    @Produces({Table.CSV, Table.XLSX})
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns template() {
        return COLUMNS;
    }

    @GET
    @Path("columns")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.STEWARD, Role.ANALYST, Role.VIEWER})
    public Columns.ColumnsView columns() {
        return COLUMNS.view();
    }

    private static PublishedFigure read(Fields fields) {
        Optional<Figure> figure = fields.text("figure").flatMap(key -> figure(fields, key));
        Optional<Period> period = fields.period("period");
        Optional<BigDecimal> value = fields.decimal("value");
        Optional<String> unit = fields.text("unit");
        Optional<String> evidence = fields.optionalText("evidence");
        figure.ifPresent(known -> unit.ifPresent(text -> checkUnit(fields, known, text)));
        fields.refuseIfInvalid();
        Optional<String> supersedes =
                fields.supersedes(PublishedFigure.id(figure.orElseThrow(), period.orElseThrow()));
        fields.refuseIfInvalid();
        return new PublishedFigure(
                figure.orElseThrow(),
                period.orElseThrow(),
                value.orElseThrow(),
                unit.orElseThrow(),
                evidence,
                supersedes);
    }

    private static Optional<Figure> figure(Fields fields, String key) {
        Optional<Figure> known = Figure.ofKey(key);
        return known.isPresent()
                ? known
                : fields.refuse(
                        "figure",
                        "UNKNOWN_FIGURE",
                        "'%s' is not one of %s".formatted(key, Figure.keys()));
    }

    private static void checkUnit(Fields fields, Figure figure, String unit) {
        switch (figure.kind()) {
            case EMISSIONS, ENERGY, MASS -> {
                Unit usual = figure.kind().usual();
                if (!Unit.symbols().contains(unit) || !Unit.parse(unit).compatibleWith(usual)) {
                    refuse(fields, figure, unit, usual.symbol());
                }
            }
            case RATIO -> {
                if (!unit.equals("1")) {
                    refuse(fields, figure, unit, "1");
                }
            }
            case EMISSIONS_PER_MONEY -> {
                if (EmissionsPerMoney.parse(unit).isEmpty()) {
                    refuse(fields, figure, unit, "tCO2e per million CNY");
                }
            }
        }
    }

    private static void refuse(Fields fields, Figure figure, String unit, String example) {
        fields.refuse(
                "unit",
                "INCOMPATIBLE_UNIT",
                "'%s' is no unit of %s; write for example %s"
                        .formatted(unit, figure.key(), example));
    }
}
