package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// The reporting pack as clients see it.
///
/// @param groups the indicators of data centres of one size together, withheld where they are fewer
///   than three
record EuPackView(
        String regulation,
        int year,
        String formulas,
        List<DataCentreView> dataCentres,
        List<GroupView> groups,
        @JsonIgnore Table table)
        implements Tabular {

    private static final int FEWEST = 3;

    private static final List<String> COLUMNS =
            List.of(
                    "datacenterId",
                    "group",
                    "annex",
                    "symbol",
                    "name",
                    "value",
                    "unit",
                    "origin",
                    "notAvailable",
                    "formulas");

    /// @param reports `YES`, or `NO` or `UNKNOWN` with the reason
    record DataCentreView(
            String datacenterId,
            @Nullable String country,
            EuPack.@Nullable SizeClass sizeClass,
            String reports,
            List<IndicatorFlag> flags,
            List<ItemView> items,
            @JsonIgnore Map<String, BigDecimal> values) {}

    /// A figure, or why it is not there.
    ///
    /// @param origin `MEASURED`, `CALCULATED` or `STATED`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String annex,
            String symbol,
            String name,
            @Nullable Object value,
            String unit,
            @Nullable String origin,
            @Nullable String notAvailable) {

        static ItemView number(
                String annex,
                String symbol,
                String name,
                BigDecimal value,
                String unit,
                String origin) {
            return new ItemView(annex, symbol, name, value, unit, origin, null);
        }

        static ItemView text(String annex, String symbol, String name, String value) {
            return new ItemView(annex, symbol, name, value, "", "STATED", null);
        }

        static ItemView missing(
                String annex, String symbol, String name, String unit, String reason) {
            return new ItemView(annex, symbol, name, null, unit, null, reason);
        }

        @JsonIgnore
        @Nullable BigDecimal number() {
            return value instanceof BigDecimal number ? number : null;
        }
    }

    /// @param withheld why a group has no figures; null where it has
    record GroupView(
            EuPack.SizeClass sizeClass,
            int dataCentres,
            @Nullable String withheld,
            List<ItemView> items) {}

    static EuPackView of(int year, String formulas, List<DataCentreView> centres) {
        List<GroupView> groups = groups(centres);
        return new EuPackView(
                "Commission Delegated Regulation (EU) 2024/1364",
                year,
                formulas,
                centres,
                groups,
                new Table(COLUMNS, rows(formulas, centres, groups)));
    }

    private static Stream<List<@Nullable Object>> rows(
            String formulas, List<DataCentreView> centres, List<GroupView> groups) {
        return Stream.concat(
                centres.stream()
                        .flatMap(one ->
                                one.items().stream()
                                        .map(item ->
                                                row(one.datacenterId(), null, item, formulas))),
                groups.stream()
                        .flatMap(group ->
                                group.items().stream()
                                        .map(item ->
                                                row(null, group.sizeClass(), item, formulas))));
    }

    private static List<@Nullable Object> row(
            @Nullable String id, EuPack.@Nullable SizeClass group, ItemView item, String formulas) {
        return Table.row(
                id,
                group,
                item.annex(),
                item.symbol(),
                item.name(),
                item.value(),
                item.unit(),
                item.origin(),
                item.notAvailable(),
                formulas);
    }

    private static List<GroupView> groups(List<DataCentreView> centres) {
        var bySize = new TreeMap<EuPack.SizeClass, List<DataCentreView>>();
        for (DataCentreView one : centres) {
            EuPack.SizeClass size = one.sizeClass();
            if (size != null) {
                bySize.computeIfAbsent(size, known -> new ArrayList<>()).add(one);
            }
        }
        return bySize.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static GroupView group(EuPack.SizeClass size, List<DataCentreView> members) {
        if (members.size() < FEWEST) {
            return new GroupView(
                    size,
                    members.size(),
                    "fewer than %d data centres; one of them could be told".formatted(FEWEST),
                    List.of());
        }
        return new GroupView(
                size,
                members.size(),
                null,
                List.of(
                        ratio("PUE", "power usage effectiveness", "1", "E_DC", "E_IT", members),
                        ratio(
                                "WUE",
                                "water usage effectiveness",
                                "m3/MWh",
                                "W_IN",
                                "E_IT",
                                members),
                        ratio("ERF", "energy reuse factor", "1", "E_REUSE", "E_DC", members),
                        ratio(
                                "REF",
                                "renewable energy factor",
                                "1",
                                "E_RES-TOT",
                                "E_DC",
                                members)));
    }

    /// Of the members of which both sums are known, and which the indicator itself is known of.
    private static ItemView ratio(
            String symbol,
            String name,
            String unit,
            String part,
            String whole,
            List<DataCentreView> members) {
        List<Map<String, BigDecimal>> known =
                members.stream()
                        .map(DataCentreView::values)
                        .filter(values ->
                                values.containsKey(symbol)
                                        && values.containsKey(part)
                                        && values.containsKey(whole))
                        .toList();
        BigDecimal of = sum(known, whole);
        if (known.size() < FEWEST || of.signum() <= 0) {
            return ItemView.missing(
                    "Annex III",
                    symbol,
                    name,
                    unit,
                    "known of fewer than %d data centres".formatted(FEWEST));
        }
        BigDecimal scale = symbol.equals("WUE") ? BigDecimal.valueOf(1_000) : BigDecimal.ONE;
        BigDecimal value =
                sum(known, part)
                        .multiply(scale)
                        .divide(of, Effectiveness.DECIMALS, RoundingMode.HALF_EVEN);
        return ItemView.number("Annex III", symbol, name, value, unit, "CALCULATED");
    }

    private static BigDecimal sum(List<Map<String, BigDecimal>> known, String symbol) {
        return known.stream()
                .flatMap(values -> Optional.ofNullable(values.get(symbol)).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
