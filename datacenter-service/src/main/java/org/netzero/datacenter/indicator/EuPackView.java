package org.netzero.datacenter.indicator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Fleet;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// The reporting pack as clients see it.
///
/// @param groups the indicators of data centres of one size together, withheld where they are fewer
///   than three
/// @param basis what of the regulation was seen when this was made
record EuPackView(
        String regulation,
        int year,
        String formulas,
        String basis,
        List<DataCentreView> dataCentres,
        List<GroupView> groups,
        @JsonIgnore Table table)
        implements Tabular {

    private static final int FEWEST = 3;

    private static final String BASIS =
            "The text of the regulation was not at hand. Seen in secondary sources were the symbols PD_IT, E_DC and E_IT, and the threshold of 500 kW. All other symbols, the points of the annexes, units, size classes and the first year are unchecked: check them before filing.";

    private static final Set<String> SEEN = Set.of("PD_IT", "E_DC", "E_IT");

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
                    "hours",
                    "expectedHours",
                    "notAvailable",
                    "formulas",
                    "basis");

    /// What of the regulation stands behind symbol, annex and unit of an item.
    enum RuleBasis {
        SECONDARY_SOURCE,
        UNCHECKED
    }

    /// Hours that a figure is of.
    ///
    /// @param expected hours of the year in which the data centre was in operation
    record Hours(long known, long expected) {

        /// Whether a figure of them is one of the year.
        boolean standForAll() {
            return Effectiveness.standsForAll(known, expected);
        }
    }

    /// @param reports `YES`, or `NO` or `UNKNOWN` with the reason
    /// @param ratios the two sums of each calculated indicator, over the same hours, by its symbol
    record DataCentreView(
            String datacenterId,
            @Nullable String country,
            EuPack.@Nullable SizeClass sizeClass,
            String reports,
            List<IndicatorFlag> flags,
            List<ItemView> items,
            @JsonIgnore Map<String, Fleet.Ratio> ratios) {}

    /// A figure, or why it is not there.
    ///
    /// @param origin `MEASURED`, `CALCULATED` or `STATED`
    /// @param hours that are known of what is made of metered hours
    /// @param expectedHours hours of the year in which the data centre was in operation
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String annex,
            String symbol,
            String name,
            @Nullable Object value,
            String unit,
            @Nullable String origin,
            @Nullable Long hours,
            @Nullable Long expectedHours,
            @Nullable String notAvailable,
            RuleBasis basis) {

        static ItemView number(
                String annex,
                String symbol,
                String name,
                BigDecimal value,
                String unit,
                String origin,
                @Nullable Hours hours) {
            return of(annex, symbol, name, value, unit, origin, hours, null);
        }

        static ItemView text(String annex, String symbol, String name, String value) {
            return of(annex, symbol, name, value, "", "STATED", null, null);
        }

        static ItemView missing(
                String annex,
                String symbol,
                String name,
                String unit,
                String reason,
                @Nullable Hours hours) {
            return of(annex, symbol, name, null, unit, null, hours, reason);
        }

        private static ItemView of(
                String annex,
                String symbol,
                String name,
                @Nullable Object value,
                String unit,
                @Nullable String origin,
                @Nullable Hours hours,
                @Nullable String notAvailable) {
            return new ItemView(
                    annex,
                    symbol,
                    name,
                    value,
                    unit,
                    origin,
                    hours == null ? null : hours.known(),
                    hours == null ? null : hours.expected(),
                    notAvailable,
                    SEEN.contains(symbol) ? RuleBasis.SECONDARY_SOURCE : RuleBasis.UNCHECKED);
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
                BASIS,
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
                item.hours(),
                item.expectedHours(),
                item.notAvailable(),
                formulas,
                item.basis());
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
                Stream.of(EuPack.Sustainability.values())
                        .map(what -> ratio(what, members))
                        .toList());
    }

    /// Of the members who calculated it themselves: their sums, each pair over the same hours.
    private static ItemView ratio(EuPack.Sustainability what, List<DataCentreView> members) {
        List<Fleet.Ratio> known =
                members.stream()
                        .map(member -> member.ratios().get(what.name()))
                        .filter(Objects::nonNull)
                        .toList();
        if (known.size() < FEWEST) {
            return what.missing("calculated of fewer than %d data centres".formatted(FEWEST), null);
        }
        return Fleet.Ratio.together(known)
                .value()
                .map(value -> what.item(value, "CALCULATED", null))
                .orElseGet(() -> what.missing("divided by nothing", null));
    }
}
