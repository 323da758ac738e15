package org.netzero.energy.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.energy.greenpower.GreenPowerTarget;
import org.netzero.energy.instrument.HeldInstrument;
import org.netzero.energy.progress.Pace;
import org.netzero.energy.progress.Progress;
import org.netzero.energy.progress.YearEnergy;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// How far it is to green power. Points are hundredths of the electricity used.
///
/// @param targetVersion which of the stated paths; null when none is stated
/// @param convention how the renewable share is defined
record GreenPowerProgressView(
        int from,
        int to,
        @Nullable Integer targetVersion,
        PaceView pace,
        AssumptionView assumption,
        String convention,
        List<YearView> years,
        List<Finding> findings)
        implements Tabular {

    /// @param yearsOnFile whole years whose share is known
    /// @param pointsAYearSoFar from the first of them to the last
    /// @param trend false where less than three years tell of it: two are a difference, and no
    ///   trend
    /// @param pointsAYearNeeded from the last of them to the end of the path
    /// @param until the year of that end
    record PaceView(
            List<Integer> yearsOnFile,
            @Nullable BigDecimal pointsAYearSoFar,
            boolean trend,
            @Nullable BigDecimal pointsAYearNeeded,
            int until) {

        static PaceView of(Pace pace) {
            return new PaceView(
                    pace.yearsOnFile(),
                    Presentation.points(pace.soFar()),
                    pace.trend(),
                    Presentation.points(pace.needed()),
                    pace.until());
        }
    }

    /// What the demand of years without figures is assumed from.
    ///
    /// @param demandFrom the last whole year on file; null when there is none, and so no assumption
    /// @param growthAYear as a fraction
    record AssumptionView(@Nullable Integer demandFrom, BigDecimal growthAYear, String source) {}

    /// @param share renewable share reached
    /// @param path the share that was to be reached
    /// @param distancePoints path less share; below zero is ahead of it
    /// @param distanceMwh what the path asks for less what is green
    record YearView(
            int year,
            YearEnergy.Standing standing,
            @Nullable BigDecimal share,
            @Nullable BigDecimal path,
            @Nullable BigDecimal distancePoints,
            @Nullable BigDecimal distanceMwh,
            NeedView company,
            List<ZoneView> zones) {}

    /// @param usedMwh electricity used: the denominator of the share
    /// @param greenMwh its numerator
    /// @param ownMwh own renewable generation used on site, attributes kept
    /// @param retiredMwh covered by instruments that are retired
    /// @param provisionalMwh covered by instruments that are not retired yet
    /// @param missingForPathMwh what is not green yet of what the path asks for
    /// @param missingFor100PercentMwh what is not green yet of everything used
    record NeedView(
            @Nullable BigDecimal usedMwh,
            @Nullable BigDecimal greenMwh,
            @Nullable BigDecimal ownMwh,
            @Nullable BigDecimal retiredMwh,
            @Nullable BigDecimal provisionalMwh,
            @Nullable BigDecimal missingForPathMwh,
            @Nullable BigDecimal missingFor100PercentMwh) {

        static NeedView of(Progress.Need need) {
            return new NeedView(
                    Presentation.mwh(need.energy().usedKwh()),
                    Presentation.mwh(need.energy().renewableKwh()),
                    Presentation.mwh(need.energy().ownKwh()),
                    Presentation.mwh(need.energy().retiredKwh()),
                    Presentation.mwh(need.energy().provisionalKwh()),
                    Presentation.mwh(need.forPathKwh()),
                    Presentation.mwh(need.forAllKwh()));
        }
    }

    /// @param couldServe what was bought for the market and year and is not allocated yet; the same
    ///   instrument stands at every zone and year it could serve, and serves once
    record ZoneView(
            String market, String gridZone, NeedView need, List<OpenInstrumentView> couldServe) {}

    /// @param marketRelation `SAME`; or `BOTH_EUROPEAN` or `BOTH_NORTH_AMERICAN`, where whether the
    ///   two are one market depends on the rule set
    record OpenInstrumentView(
            String instrumentId,
            InstrumentKind kind,
            Technology technology,
            String market,
            Market.Relation marketRelation,
            LocalDate vintageStart,
            LocalDate vintageEnd,
            @Nullable BigDecimal leftMwh) {

        static OpenInstrumentView of(HeldInstrument held, Market market) {
            return new OpenInstrumentView(
                    held.instrumentId(),
                    held.facts().kind(),
                    held.facts().technology(),
                    held.facts().market().code(),
                    held.facts().market().to(market),
                    held.facts().vintage().start(),
                    held.facts().vintage().end(),
                    Presentation.mwh(Optional.of(held.leftKwh())));
        }
    }

    static GreenPowerProgressView of(int from, int to, GreenPowerProgress.Answer answer) {
        Progress progress = answer.progress();
        return new GreenPowerProgressView(
                from,
                to,
                answer.target().map(GreenPowerTarget::version).orElse(null),
                PaceView.of(progress.pace()),
                new AssumptionView(
                        progress.demandFrom().orElse(null),
                        answer.growth().perYear(),
                        answer.growth().source()),
                EnergyBalance.CONVENTION,
                progress.years().stream().map(year -> yearOf(year, answer.open())).toList(),
                answer.findings());
    }

    private static YearView yearOf(Progress.Year year, List<HeldInstrument> open) {
        return new YearView(
                year.year(),
                year.standing(),
                Presentation.share(year.share()),
                Presentation.share(year.path()),
                Presentation.points(year.distancePoints()),
                Presentation.mwh(year.distanceKwh()),
                NeedView.of(year.company()),
                year.zones().stream().map(zone -> zoneOf(year.year(), zone, open)).toList());
    }

    private static ZoneView zoneOf(int year, Progress.ZoneNeed zone, List<HeldInstrument> open) {
        Market market = zone.zone().market();
        Period period = Period.ofYear(year);
        Span span = new Span(period.start(), period.end());
        return new ZoneView(
                market.code(),
                zone.zone().gridZone(),
                NeedView.of(zone.need()),
                open.stream()
                        .filter(held -> OpenInstruments.couldServe(held, market, span))
                        .map(held -> OpenInstrumentView.of(held, market))
                        .toList());
    }

    /// A row for the company and each zone of every year.
    @Override
    public Table table() {
        return new Table(
                List.of(
                        "year",
                        "standing",
                        "market",
                        "gridZone",
                        "share",
                        "path",
                        "distancePoints",
                        "distanceMwh",
                        "usedMwh",
                        "greenMwh",
                        "ownMwh",
                        "retiredMwh",
                        "provisionalMwh",
                        "missingForPathMwh",
                        "missingFor100PercentMwh"),
                years.stream().flatMap(GreenPowerProgressView::rows));
    }

    private static Stream<List<@Nullable Object>> rows(YearView year) {
        return Stream.concat(
                Stream.of(row(year, null, year.company())),
                year.zones().stream().map(zone -> row(year, zone, zone.need())));
    }

    /// The share and the distance are those of the company.
    private static List<@Nullable Object> row(
            YearView year, @Nullable ZoneView zone, NeedView need) {
        return Table.row(
                year.year(),
                year.standing(),
                zone == null ? null : zone.market(),
                zone == null ? null : zone.gridZone(),
                zone == null ? year.share() : null,
                year.path(),
                zone == null ? year.distancePoints() : null,
                zone == null ? year.distanceMwh() : null,
                need.usedMwh(),
                need.greenMwh(),
                need.ownMwh(),
                need.retiredMwh(),
                need.provisionalMwh(),
                need.missingForPathMwh(),
                need.missingFor100PercentMwh());
    }
}
