package org.netzero.gateway.roadmap.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.basis.RecordChange;
import org.netzero.gateway.roadmap.projection.Movement.At;
import org.netzero.gateway.roadmap.projection.Movement.Kind;
import org.netzero.gateway.roadmap.projection.Movement.Part;
import org.netzero.gateway.roadmap.scenario.ScenarioChange;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// What moved a projection between two instants.
@Schema(name = "Movement")
record MovedView(
        String scenarioId,
        SideView from,
        SideView to,
        @Schema(description = "What differs, in the order in which it was changed")
                List<PartView> parts,
        List<YearView> years,
        List<String> remarks,
        String rule)
        implements Tabular {

    private static final int MAXIMUM_RECORDS = 100;

    private static final String RULE =
            "change = to − from = the sum of all parts. The parts are changed one after the other, in the order listed and in the"
                    + " reverse order; each has the mean of what it moved. Tonnes and MWh to 6 decimals, shares and ratios to 12, and a mean to one more.";

    /// @param at the instant, or the start of its day where it is long past; of an earlier method
    ///   the one whose figures its last result until then stands on
    record SideView(Instant at, long scenarioVersion, int methodVersion) {

        static SideView of(Movement.Side side) {
            return new SideView(side.at(), side.scenarioVersion(), side.methodVersion());
        }
    }

    record PartView(
            @Schema(description = "Such as inventory 2021 or levers[pue]") String part,
            Kind kind,
            String explanation,
            @Schema(description = "What services told otherwise; at most 100")
                    List<RecordView> records,
            int recordCount,
            @Schema(description = "What the scenario says otherwise") List<FieldView> fields) {

        static PartView of(Part part) {
            return new PartView(
                    part.id(),
                    part.kind(),
                    part.explanation(),
                    part.records().stream().limit(MAXIMUM_RECORDS).map(RecordView::of).toList(),
                    part.records().size(),
                    part.fields().stream().map(FieldView::of).toList());
        }
    }

    record RecordView(
            @Schema(description = "The event and its key") String record,
            @Nullable Long versionBefore,
            @Nullable Long versionAfter,
            List<FieldView> fields) {

        static RecordView of(RecordChange change) {
            return new RecordView(
                    change.record(),
                    orNull(change.versionBefore()),
                    orNull(change.versionAfter()),
                    change.fields().stream()
                            .map(field -> new FieldView(field.path(), field.from(), field.to()))
                            .toList());
        }

        private static @Nullable Long orNull(OptionalLong version) {
            return version.isPresent() ? version.getAsLong() : null;
        }
    }

    /// Empty where the field was, or is, not there.
    record FieldView(String path, String from, String to) {

        static FieldView of(ScenarioChange.FieldChange field) {
            return new FieldView(field.path(), field.from(), field.to());
        }
    }

    record YearView(int year, List<FigureView> figures) {}

    record FigureView(
            @Schema(description = "As the projection names it") String figure,
            @Schema(description = "1 for a share or ratio") String unit,
            double from,
            double to,
            double change,
            @Schema(description = "Of the change, by new figures") double data,
            @Schema(description = "Of the change, by the scenario") double assumption,
            @Schema(description = "Of the change, by another method of the engine") double method,
            @Schema(description = "In the order of the parts") List<MoveView> parts) {}

    record MoveView(String part, Kind kind, double change) {}

    static MovedView of(Movement movement) {
        SortedMap<Integer, List<FigureView>> years = new TreeMap<>();
        movement.from()
                .forEach((at, from) -> {
                    @Nullable BigDecimal to = movement.to().get(at);
                    if (to != null && isSplit(movement, at)) {
                        years.computeIfAbsent(at.year(), first -> new ArrayList<>())
                                .add(figure(movement, at, from, to));
                    }
                });
        return new MovedView(
                movement.scenarioId(),
                SideView.of(movement.earlier()),
                SideView.of(movement.later()),
                movement.parts().stream().map(PartView::of).toList(),
                years.entrySet().stream()
                        .map(year -> new YearView(year.getKey(), year.getValue()))
                        .toList(),
                movement.remarks(),
                RULE);
    }

    /// Where a target comes or goes in between, nothing is said of it.
    private static boolean isSplit(Movement movement, At at) {
        return movement.parts().stream().allMatch(part -> part.moves().containsKey(at));
    }

    private static FigureView figure(Movement movement, At at, BigDecimal from, BigDecimal to) {
        return new FigureView(
                at.figure().label(),
                at.figure().unit().symbol(),
                from.doubleValue(),
                to.doubleValue(),
                to.subtract(from).doubleValue(),
                sum(movement, Kind.DATA, at),
                sum(movement, Kind.ASSUMPTION, at),
                sum(movement, Kind.METHOD, at),
                movement.parts().stream()
                        .map(part ->
                                new MoveView(part.id(), part.kind(), moved(part, at).doubleValue()))
                        .toList());
    }

    private static double sum(Movement movement, Kind kind, At at) {
        return movement.parts().stream()
                .filter(part -> part.kind() == kind)
                .map(part -> moved(part, at))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static BigDecimal moved(Part part, At at) {
        return part.moves().getOrDefault(at, BigDecimal.ZERO);
    }

    /// One row per year, figure and part, and one for the whole.
    @Override
    public Table table() {
        List<Row> rows = new ArrayList<>();
        for (YearView year : years) {
            for (FigureView figure : year.figures()) {
                rows.add(new Row(year.year(), figure, "all", "ALL", figure.change(), ""));
                for (int i = 0; i < parts.size(); i++) {
                    PartView part = parts.get(i);
                    rows.add(
                            new Row(
                                    year.year(),
                                    figure,
                                    part.part(),
                                    part.kind().name(),
                                    figure.parts().get(i).change(),
                                    part.explanation()));
                }
            }
        }
        return Table.of(
                List.of(
                        "year",
                        "figure",
                        "unit",
                        "from",
                        "to",
                        "part",
                        "kind",
                        "change",
                        "explanation"),
                rows,
                row ->
                        Table.row(
                                row.year(),
                                row.figure().figure(),
                                row.figure().unit(),
                                row.figure().from(),
                                row.figure().to(),
                                row.part(),
                                row.kind(),
                                row.change(),
                                row.explanation()));
    }

    private record Row(
            int year,
            FigureView figure,
            String part,
            String kind,
            double change,
            String explanation) {}
}
