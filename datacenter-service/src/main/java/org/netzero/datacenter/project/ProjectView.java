package org.netzero.datacenter.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.project.Figure.Basis;
import org.netzero.datacenter.project.Figure.Project;
import org.netzero.datacenter.register.Effect;
import org.netzero.platform.listing.Table;

/// A project as clients see it.
///
/// @param figures what is stated or assumed of it, each held against the others
/// @param implied what follows from these, and nobody stated
record ProjectView(
        String projectId,
        String name,
        Figure.Kind kind,
        @Nullable String siteId,
        @Nullable Effect effect,
        List<FigureView> figures,
        List<ImpliedView> implied) {

    static final List<String> COLUMNS =
            List.of(
                    "projectId",
                    "name",
                    "kind",
                    "siteId",
                    "effect",
                    "quantity",
                    "value",
                    "unit",
                    "basis",
                    "period",
                    "evidence",
                    "reproduced",
                    "reproducedUnit",
                    "differencePercent",
                    "missing");

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /// One figure.
    ///
    /// @param reproduced what the project's other figures give for it; null where they do not
    /// @param missing what they lack; empty for a figure that is an input only
    record FigureView(
            StatedQuantity quantity,
            @Nullable BigDecimal value,
            @Nullable String unit,
            Basis basis,
            @Nullable String period,
            @Nullable String evidence,
            @Nullable ReproducedView reproduced,
            List<StatedQuantity> missing) {}

    /// @param differencePercent (reproduced − stated) / stated
    record ReproducedView(
            BigDecimal value,
            String unit,
            BigDecimal differencePercent,
            String formula,
            List<StatedQuantity> assumptions) {}

    /// What follows from the figures.
    ///
    /// @param assumptions inputs that nobody stated; with any of them it is no fact
    record ImpliedView(
            StatedQuantity quantity,
            BigDecimal value,
            String unit,
            String formula,
            List<StatedQuantity> assumptions) {}

    /// @param figures of one project
    static ProjectView of(List<Figure> figures) {
        Project project = figures.getFirst().project();
        Map<StatedQuantity, Figure> byQuantity = new EnumMap<>(StatedQuantity.class);
        figures.forEach(figure -> byQuantity.put(figure.quantity(), figure));
        return new ProjectView(
                project.projectId(),
                project.name(),
                project.kind(),
                project.siteId().orElse(null),
                project.effect().orElse(null),
                figures.stream()
                        .sorted(Comparator.comparing(Figure::quantity))
                        .map(figure -> figureView(figure, byQuantity))
                        .toList(),
                Reproduction.implied(project.kind(), byQuantity).stream()
                        .map(quantity -> implied(quantity, project, byQuantity))
                        .toList());
    }

    private static FigureView figureView(Figure figure, Map<StatedQuantity, Figure> figures) {
        Reproduction.Attempt attempt =
                Reproduction.of(figure.quantity(), figure.project().kind(), figures);
        return new FigureView(
                figure.quantity(),
                figure.value().orElse(null),
                figure.unit().orElse(null),
                figure.basis(),
                figure.period().map(Object::toString).orElse(null),
                figure.evidence().orElse(null),
                attempt.value().flatMap(value -> reproduced(figure, value, attempt)).orElse(null),
                attempt.missing());
    }

    private static Optional<ReproducedView> reproduced(
            Figure figure, BigDecimal value, Reproduction.Attempt attempt) {
        return figure.baseValue()
                .filter(stated -> stated.signum() != 0)
                .map(stated ->
                        new ReproducedView(
                                value,
                                figure.quantity().baseUnit(),
                                value.subtract(stated)
                                        .multiply(PERCENT)
                                        .divide(stated, 4, RoundingMode.HALF_EVEN),
                                attempt.formula(),
                                attempt.assumptions()));
    }

    private static ImpliedView implied(
            StatedQuantity quantity, Project project, Map<StatedQuantity, Figure> figures) {
        Reproduction.Attempt attempt = Reproduction.of(quantity, project.kind(), figures);
        return new ImpliedView(
                quantity,
                attempt.value().orElseThrow(),
                quantity.baseUnit(),
                attempt.formula(),
                attempt.assumptions());
    }

    List<List<@Nullable Object>> rows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (FigureView figure : figures) {
            @Nullable ReproducedView found = figure.reproduced();
            rows.add(
                    Table.row(
                            projectId,
                            name,
                            kind,
                            siteId,
                            effect,
                            figure.quantity(),
                            figure.value(),
                            figure.unit(),
                            figure.basis(),
                            figure.period(),
                            figure.evidence(),
                            found == null ? null : found.value(),
                            found == null ? null : found.unit(),
                            found == null ? null : found.differencePercent(),
                            String.join(" ", figure.missing().stream().map(Enum::name).toList())));
        }
        return rows;
    }
}
