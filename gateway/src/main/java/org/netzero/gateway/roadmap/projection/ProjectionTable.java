package org.netzero.gateway.roadmap.projection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.projection.ProjectionView.CategoryView;
import org.netzero.gateway.roadmap.projection.ProjectionView.WedgeView;
import org.netzero.gateway.roadmap.projection.ProjectionView.YearView;
import org.netzero.platform.listing.Table;

/// A projection as a table: one row per year, after the fixed columns one per scope 3 category and
/// one per lever.
final class ProjectionTable {

    private static final List<String> FIXED =
            List.of(
                    "year",
                    "actual",
                    "baselineTonnes",
                    "scope1Tonnes",
                    "scope2LocationTonnes",
                    "scope2MarketTonnes",
                    "scope3Tonnes",
                    "grossTonnes",
                    "deviationTonnes",
                    "electricityMwh",
                    "pue",
                    "renewableShare",
                    "creditsTonnes",
                    "netTonnes",
                    "targetTonnes",
                    "gapTonnes",
                    "targetRenewableShare",
                    "claimStatus",
                    "claimReasons");

    private ProjectionTable() {}

    static Table of(ProjectionView projection) {
        SortedSet<String> categories = new TreeSet<>();
        List<String> levers = new ArrayList<>();
        for (YearView year : projection.years()) {
            year.scope3Categories().forEach(category -> categories.add(category.category()));
            year.wedges().stream()
                    .map(WedgeView::leverId)
                    .filter(lever -> !levers.contains(lever))
                    .forEach(levers::add);
        }
        List<String> columns = new ArrayList<>(FIXED);
        categories.forEach(category -> columns.add("scope3." + category + ".tonnes"));
        levers.forEach(lever -> columns.add("wedge." + lever + ".tonnes"));
        return Table.of(columns, projection.years(), year -> row(year, categories, levers));
    }

    private static List<@Nullable Object> row(
            YearView year, SortedSet<String> categories, List<String> levers) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(year.year());
        row.add(year.actual());
        addAll(
                row,
                year.baselineTonnes(),
                year.scope1Tonnes(),
                year.scope2LocationTonnes(),
                year.scope2MarketTonnes(),
                year.scope3Tonnes(),
                year.grossTonnes(),
                year.deviationTonnes(),
                year.electricityMwh(),
                year.pue(),
                year.renewableShare(),
                year.creditsTonnes(),
                year.netTonnes(),
                year.targetTonnes(),
                year.gapTonnes(),
                year.targetRenewableShare());
        row.add(year.claim().status().name());
        row.add(String.join(" ", year.claim().reasons()));
        categories.forEach(category -> addAll(row, tonnesOf(category, year)));
        levers.forEach(lever -> addAll(row, wedgeOf(lever, year)));
        return row;
    }

    private static void addAll(List<@Nullable Object> row, @Nullable Double... values) {
        Collections.addAll(row, (@Nullable Object[]) values);
    }

    private static @Nullable Double tonnesOf(String category, YearView year) {
        return year.scope3Categories().stream()
                .filter(candidate -> candidate.category().equals(category))
                .map(CategoryView::tonnes)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Double wedgeOf(String lever, YearView year) {
        return year.wedges().stream()
                .filter(candidate -> candidate.leverId().equals(lever))
                .map(WedgeView::tonnes)
                .findFirst()
                .orElse(null);
    }
}
