package org.netzero.energy.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.matching.MatchedHours;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// How much of the electricity used was matched by renewable supply within the same year, month or
/// hour. Supply beyond the load matches nothing.
///
/// @param score matched energy as a fraction of the load
/// @param carbonFreeScore the same with supply that emits nothing, nuclear power among it; of hours
///   only, and null where the technology of a plant is not stated
/// @param scoreWithoutStorage what the same load and supply would score if nothing were stored; of
///   hours only
/// @param surplusMwh eligible supply that met no load in its hour; of hours only
/// @param byVolume what the same series score when only the sums of a month or of the whole period
///   have to agree; of hours only
/// @param zones the zones of the grid; of hours only
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatchingView(
        String period,
        String granularity,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal score,
        @Nullable BigDecimal carbonFreeScore,
        @Nullable BigDecimal scoreWithoutStorage,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal loadMwh,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal matchedMwh,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal unmatchedMwh,
        @Nullable BigDecimal surplusMwh,
        @Nullable ByVolume byVolume,
        @Nullable List<ZoneView> zones,
        List<Finding> findings,
        @JsonIgnore Table table)
        implements Tabular {

    /// @param month the score if supply and load had to agree by month only
    /// @param period the score if they had to agree over the whole period only
    record ByVolume(@Nullable BigDecimal month, @Nullable BigDecimal period) {}

    /// @param unmatchedHours hours in which a part of the load was not matched
    record ZoneView(
            String zone,
            @Nullable BigDecimal score,
            @Nullable BigDecimal carbonFreeScore,
            @Nullable BigDecimal scoreWithoutStorage,
            @Nullable BigDecimal loadMwh,
            @Nullable BigDecimal supplyMwh,
            @Nullable BigDecimal matchedMwh,
            @Nullable BigDecimal unmatchedMwh,
            @Nullable BigDecimal surplusMwh,
            @Nullable BigDecimal storageLossMwh,
            long unmatchedHours,
            List<SiteScoreView> sites) {}

    /// @param loadFrom what tells its purchases: `METER`, or `TELEMETRY` for want of one
    record SiteScoreView(
            String siteId,
            @Nullable BigDecimal score,
            @Nullable BigDecimal loadMwh,
            @Nullable BigDecimal matchedMwh,
            String loadFrom) {}

    private static final List<String> COLUMNS =
            List.of("period", "granularity", "score", "loadMwh", "matchedMwh", "unmatchedMwh");

    private static final List<String> HOUR_COLUMNS =
            List.of(
                    "zone",
                    "start",
                    "loadKwh",
                    "supplyKwh",
                    "fromStorageKwh",
                    "matchedKwh",
                    "unmatchedKwh",
                    "toStorageKwh",
                    "surplusKwh");

    static MatchingView ofYear(EnergyBalance balance) {
        Optional<BigDecimal> load = balance.electricityUsedKwh();
        Optional<BigDecimal> matched = load.flatMap(used -> balance.renewableKwh().map(used::min));
        return of(balance.period().toString(), "year", load, matched, balance.findings());
    }

    /// Matched month by month: what is matched in each is no more than its load.
    static MatchingView ofMonths(Period period, List<EnergyBalance> months) {
        Optional<BigDecimal> load = Optional.empty();
        Optional<BigDecimal> matched = Optional.empty();
        var findings = new ArrayList<Finding>();
        for (EnergyBalance month : months) {
            Optional<BigDecimal> used = month.electricityUsedKwh();
            load = plus(load, used);
            matched = plus(matched, used.flatMap(kwh -> month.renewableKwh().map(kwh::min)));
            findings.addAll(month.findings());
        }
        return of(period.toString(), "month", load, matched, findings);
    }

    private static Optional<BigDecimal> plus(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return Stream.of(a, b).flatMap(Optional::stream).reduce(BigDecimal::add);
    }

    private static MatchingView of(
            String period,
            String granularity,
            Optional<BigDecimal> load,
            Optional<BigDecimal> matched,
            List<Finding> findings) {
        BigDecimal score = Presentation.share(matched, load);
        BigDecimal loadMwh = Presentation.mwh(load);
        BigDecimal matchedMwh = Presentation.mwh(matched);
        BigDecimal unmatchedMwh =
                Presentation.mwh(load.flatMap(used -> matched.map(used::subtract)));
        return new MatchingView(
                period,
                granularity,
                score,
                null,
                null,
                loadMwh,
                matchedMwh,
                unmatchedMwh,
                null,
                null,
                null,
                findings,
                new Table(
                        COLUMNS,
                        Stream.of(
                                Table.row(
                                        period,
                                        granularity,
                                        score,
                                        loadMwh,
                                        matchedMwh,
                                        unmatchedMwh))));
    }

    static MatchingView ofHours(Period period, HourlyMatchings.Matched matched) {
        long load = matched.sum(zone -> MatchedHours.sum(zone.total().load()));
        long met = matched.sum(zone -> MatchedHours.sum(zone.total().matched()));
        long byMonth = matched.sum(zone -> zone.total().matchedByVolume(zone.monthEnds()));
        long byPeriod = matched.sum(zone -> zone.total().matchedByVolume(zone.total().hours()));
        return new MatchingView(
                period.toString(),
                "hour",
                share(met, load),
                matched.carbonFreeMatched().map(of -> share(of, load)).orElse(null),
                share(matched.sum(HourlyMatchings.Zone::matchedWithoutStorage), load),
                mwh(load),
                mwh(met),
                mwh(load - met),
                mwh(matched.sum(zone -> MatchedHours.sum(zone.total().surplus()))),
                new ByVolume(share(byMonth, load), share(byPeriod, load)),
                matched.zones().stream()
                        .map(zone -> zoneOf(zone, matched.fromTelemetry()))
                        .toList(),
                matched.findings(),
                new Table(HOUR_COLUMNS, matched.zones().stream().flatMap(MatchingView::hoursOf)));
    }

    private static ZoneView zoneOf(HourlyMatchings.Zone zone, Set<String> fromTelemetry) {
        MatchedHours total = zone.total();
        long load = MatchedHours.sum(total.load());
        long met = MatchedHours.sum(total.matched());
        return new ZoneView(
                zone.name(),
                share(met, load),
                zone.carbonFree().map(of -> share(MatchedHours.sum(of), load)).orElse(null),
                share(zone.matchedWithoutStorage(), load),
                mwh(load),
                mwh(MatchedHours.sum(total.supply())),
                mwh(met),
                mwh(load - met),
                mwh(MatchedHours.sum(total.surplus())),
                mwh(MatchedHours.sum(total.lost())),
                IntStream.range(0, total.hours()).filter(hour -> total.unmatched(hour) > 0).count(),
                IntStream.range(0, zone.siteIds().size())
                        .mapToObj(i ->
                                siteOf(
                                        zone.siteIds().get(i),
                                        zone.matching().sites().get(i),
                                        fromTelemetry))
                        .toList());
    }

    private static SiteScoreView siteOf(
            String siteId, MatchedHours hours, Set<String> fromTelemetry) {
        long load = MatchedHours.sum(hours.load());
        long met = MatchedHours.sum(hours.matched());
        return new SiteScoreView(
                siteId,
                share(met, load),
                mwh(load),
                mwh(met),
                fromTelemetry.contains(siteId) ? "TELEMETRY" : "METER");
    }

    private static Stream<List<@Nullable Object>> hoursOf(HourlyMatchings.Zone zone) {
        MatchedHours total = zone.total();
        return IntStream.range(0, total.hours())
                .mapToObj(hour ->
                        Table.row(
                                zone.name(),
                                zone.startOf(hour),
                                Presentation.kwh(total.load()[hour]),
                                Presentation.kwh(total.supply()[hour]),
                                Presentation.kwh(total.fromStorage()[hour]),
                                Presentation.kwh(total.matched()[hour]),
                                Presentation.kwh(total.unmatched(hour)),
                                Presentation.kwh(total.toStorage()[hour]),
                                Presentation.kwh(total.surplus()[hour])));
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return Presentation.share(
                Optional.of(BigDecimal.valueOf(part)), Optional.of(BigDecimal.valueOf(whole)));
    }

    private static @Nullable BigDecimal mwh(long joules) {
        return Presentation.mwh(Optional.of(Presentation.kwh(joules)));
    }
}
