package org.netzero.emissions.bridge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.inventory.InventoryContent;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Page;
import org.netzero.platform.listing.PageQuery;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A bridge as the API shows it: `from` and all steps sum to `to`, and so does every line. What
/// stands above the lines is of all of them, on whatever page.
///
/// @param method by which scope 2 is counted
/// @param rule in which order the causes were substituted
/// @param items the lines on this page
/// @param nextCursor what to send as `cursor` to get the next page; absent on the last one
/// @param lines the lines from here on as a file
@JsonInclude(JsonInclude.Include.NON_NULL)
record BridgeView(
        End from,
        End to,
        Scope2Method method,
        String rule,
        List<Step> steps,
        List<LineView> items,
        @Nullable String nextCursor,
        @JsonIgnore Table lines)
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

        /// What a cursor names it by.
        String id() {
            return Stream.of(scope, category, siteId, activity, record)
                    .map(part -> Objects.toString(part, ""))
                    .collect(Collectors.joining("/"));
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
            InventoryContent from,
            InventoryContent to,
            Scope2Method method,
            List<Line> lines,
            PageQuery query) {
        Page<LineView> page =
                Listing.of(
                                lines.stream().map(LineView::of).toList(),
                                LineView::id,
                                COLUMNS,
                                LineView::row)
                        .page(query);
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
                page.items(),
                page.nextCursor(),
                page.table());
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

    /// A line a row, and the total of all.
    @Override
    public Table table() {
        return new Table(
                COLUMNS,
                Stream.concat(
                        lines.rows(),
                        Stream.of(
                                row(
                                        Table.row("TOTAL", null, null, null, null),
                                        from.kgCo2e(),
                                        steps,
                                        to.kgCo2e()))));
    }
}
