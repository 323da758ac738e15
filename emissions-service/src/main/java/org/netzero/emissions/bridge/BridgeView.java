package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.inventory.InventoryContent;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A bridge as the API shows it: `from` and all steps sum to `to`, and so does every line.
///
/// @param method by which scope 2 is counted
/// @param rule in which order the causes were substituted
record BridgeView(
        End from, End to, Scope2Method method, String rule, List<Step> steps, List<LineView> lines)
        implements Tabular {

    private static final List<String> COLUMNS = columns();

    /// @param version null while the year is not locked
    record End(
            String period,
            @Nullable Integer version,
            String gwpSet,
            String consolidationApproach,
            BigDecimal kgCo2e) {}

    record Step(Cause step, BigDecimal kgCo2e) {}

    record LineView(
            Scope scope,
            @Nullable Scope3Category category,
            @Nullable String siteId,
            String activity,
            @Nullable String record,
            BigDecimal fromKgCo2e,
            List<Step> steps,
            BigDecimal toKgCo2e) {

        static LineView of(Line line) {
            return new LineView(
                    line.key().scope(),
                    line.key().category(),
                    line.key().siteId(),
                    line.key().activity(),
                    line.key().record(),
                    line.fromKg(),
                    Arrays.stream(Cause.values())
                            .map(cause -> new Step(cause, line.effectKg(cause)))
                            .toList(),
                    line.toKg());
        }

        private List<@Nullable Object> row() {
            return BridgeView.row(
                    Table.row(scope, category, siteId, activity, record),
                    fromKgCo2e,
                    steps,
                    toKgCo2e);
        }
    }

    static BridgeView of(
            InventoryContent from, InventoryContent to, Scope2Method method, List<Line> lines) {
        return new BridgeView(
                end(from, lines.stream().map(Line::fromKg)),
                end(to, lines.stream().map(Line::toKg)),
                method,
                ChangeBridge.RULE,
                Arrays.stream(Cause.values())
                        .map(cause ->
                                new Step(
                                        cause,
                                        sum(lines.stream().map(line -> line.effectKg(cause)))))
                        .toList(),
                lines.stream().map(LineView::of).toList());
    }

    private static End end(InventoryContent content, Stream<BigDecimal> kilograms) {
        return new End(
                String.valueOf(content.year()),
                content.version().orElse(null),
                content.gwpSet().name(),
                content.approach().name(),
                sum(kilograms));
    }

    private static BigDecimal sum(Stream<BigDecimal> summands) {
        return summands.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> columns() {
        var columns =
                new ArrayList<>(
                        List.of("scope", "category", "siteId", "activity", "record", "fromKgCo2e"));
        Arrays.stream(Cause.values()).map(Enum::name).forEach(columns::add);
        columns.add("toKgCo2e");
        return List.copyOf(columns);
    }

    private static List<@Nullable Object> row(
            List<@Nullable Object> names, BigDecimal before, List<Step> steps, BigDecimal after) {
        var row = new ArrayList<@Nullable Object>(names);
        row.add(before);
        steps.forEach(step -> row.add(step.kgCo2e()));
        row.add(after);
        return row;
    }

    /// A line a row, and their total.
    @Override
    public Table table() {
        return new Table(
                COLUMNS,
                Stream.concat(
                        lines.stream().map(LineView::row),
                        Stream.of(
                                row(
                                        Table.row("TOTAL", null, null, null, null),
                                        from.kgCo2e(),
                                        steps,
                                        to.kgCo2e()))));
    }
}
