package org.netzero.gateway.roadmap.projection;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.basis.DriverValue;
import org.netzero.gateway.roadmap.engine.Claim;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.ImpliedFactors;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.MethodVersion;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.gateway.roadmap.engine.RegionYear;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;
import org.netzero.gateway.roadmap.engine.Wedge;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A projection as clients see it: tonnes of CO2e and MWh to three decimals, shares and ratios as
/// fractions to six.
@Schema(name = "Projection")
record ProjectionView(
        String scenarioId,
        long scenarioVersion,
        @Schema(description = "Of the engine; one more where the same input makes another result")
                int methodVersion,
        @Schema(
                        description =
                                "Figures received up to this instant were considered; those that were stored right before it, or that another instance of the gateway received in the ten seconds before it, may not be")
                Instant asOf,
        BaseView base,
        List<YearView> years,
        List<StandingView> targets,
        @Schema(description = "What measured data centres changed; null where none is measured")
                @Nullable RebasingView rebasing,
        ImpliedFactorsView impliedFactors,
        @Schema(description = "What a reader has to know beside the figures") List<String> remarks,
        @Schema(description = "The rules the figures were made by") List<String> rules)
        implements Tabular {

    @Override
    public Table table() {
        return ProjectionTable.of(this);
    }

    static ProjectionView of(DatedProjection dated) {
        Projection projection = dated.projection();
        return new ProjectionView(
                projection.scenarioId(),
                dated.stored().version(),
                MethodVersion.CURRENT,
                dated.asOf(),
                BaseView.of(dated.basis()),
                projection.years().stream().map(YearView::of).toList(),
                projection.targets().stream().map(StandingView::of).toList(),
                projection.rebasing().map(RebasingView::of).orElse(null),
                ImpliedFactorsView.of(projection.impliedFactors()),
                Stream.concat(dated.basis().remarks().stream(), projection.remarks().stream())
                        .toList(),
                projection.rules());
    }

    /// The same where nothing else is known at a later instant.
    ProjectionView at(Instant later) {
        return new ProjectionView(
                scenarioId,
                scenarioVersion,
                methodVersion,
                later,
                base,
                years,
                targets,
                rebasing,
                impliedFactors,
                remarks,
                rules);
    }

    /// The figures of the base year.
    record BaseView(
            int year,
            double scope1Tonnes,
            double scope2LocationTonnes,
            double scope2MarketTonnes,
            double scope3Tonnes,
            double purchasedMwh,
            double ownGenerationUsedMwh,
            double matchedMwh,
            double renewableShare,
            double pue,
            @Schema(description = "What emissions may be set against, as stated")
                    List<DriverValue> drivers) {

        static BaseView of(Basis basis) {
            Inventory inventory = basis.inventory();
            ElectricityUse electricity = inventory.electricity();
            return new BaseView(
                    inventory.year(),
                    Rounded.amount(inventory.scope1Tonnes()),
                    Rounded.amount(inventory.scope2LocationTonnes()),
                    Rounded.amount(inventory.scope2MarketTonnes()),
                    Rounded.amount(inventory.scope3Tonnes()),
                    Rounded.amount(electricity.purchasedMwh()),
                    Rounded.amount(electricity.ownGenerationUsedMwh()),
                    Rounded.amount(electricity.matchedMwh()),
                    Rounded.ratio(electricity.renewableShare()),
                    Rounded.ratio(electricity.pue()),
                    basis.drivers());
        }
    }

    /// One year. `baseline − Σ wedges + deviation = gross`, to rounding.
    record YearView(
            int year,
            @Schema(description = "Whether the figures are those of an inventory") boolean actual,
            @Schema(description = "Gross emissions without any lever") double baselineTonnes,
            double scope1Tonnes,
            double scope2LocationTonnes,
            double scope2MarketTonnes,
            double scope3Tonnes,
            List<CategoryView> scope3Categories,
            @Schema(description = "Scope 1 + scope 2 market-based + scope 3, before credits")
                    double grossTonnes,
            @Schema(description = "What each lever takes off the baseline") List<WedgeView> wedges,
            @Schema(description = "How far the inventory of an actual year lies above the model")
                    double deviationTonnes,
            double electricityMwh,
            double pue,
            double renewableShare,
            @Schema(description = "The modelled parts; empty where the company is one region")
                    List<RegionView> regions,
            @Schema(
                            description =
                                    "What stays above the net target, whether credits may meet it or not; 0 before that target")
                    double creditsNeededTonnes,
            double creditsTonnes,
            @Schema(description = "Of which lots the credits are; empty without a register")
                    List<RetirementView> retirements,
            double netTonnes,
            @Schema(
                            description =
                                    "Path of gross emissions; null where the targets do not cover all of them")
                    @Nullable Double targetTonnes,
            @Schema(description = "Gross − target, positive above the path")
                    @Nullable Double gapTonnes,
            @Nullable Double targetRenewableShare,
            ClaimView claim) {

        static YearView of(ProjectionYear year) {
            return new YearView(
                    year.year(),
                    year.actual(),
                    Rounded.amount(year.baselineTonnes()),
                    Rounded.amount(year.scope1Tonnes()),
                    Rounded.amount(year.scope2LocationTonnes()),
                    Rounded.amount(year.scope2MarketTonnes()),
                    Rounded.amount(year.scope3Tonnes()),
                    year.scope3TonnesByCategory().entrySet().stream()
                            .map(category ->
                                    new CategoryView(
                                            category.getKey(), Rounded.amount(category.getValue())))
                            .toList(),
                    Rounded.amount(year.grossTonnes()),
                    year.wedges().stream().map(WedgeView::of).toList(),
                    Rounded.amount(year.deviationTonnes()),
                    Rounded.amount(year.electricityMwh()),
                    Rounded.ratio(year.pue()),
                    Rounded.ratio(year.renewableShare()),
                    year.regions().stream().map(RegionView::of).toList(),
                    Rounded.amount(year.creditsNeededTonnes()),
                    Rounded.amount(year.creditsTonnes()),
                    year.retirements().stream()
                            .map(retired ->
                                    new RetirementView(
                                            retired.lotId(), Rounded.amount(retired.tonnes())))
                            .toList(),
                    Rounded.amount(year.netTonnes()),
                    Rounded.amount(year.targetTonnes()),
                    Rounded.amount(year.gapTonnes()),
                    Rounded.ratio(year.targetRenewableShare()),
                    ClaimView.of(year.claim()));
        }
    }

    record CategoryView(String category, double tonnes) {}

    /// What a lever takes off the baseline.
    record WedgeView(
            String leverId,
            @Schema(description = "Its Shapley share; all levers' sum to the whole cut")
                    double tonnes,
            @Schema(description = "What it would take off if it were the only lever")
                    double aloneTonnes,
            @Schema(description = "What would be missing without it") double lastInTonnes,
            @Schema(description = "Of tonnes; null where they are exact")
                    @Nullable Double standardErrorTonnes) {

        static WedgeView of(Wedge wedge) {
            return new WedgeView(
                    wedge.leverId(),
                    Rounded.amount(wedge.tonnes()),
                    Rounded.amount(wedge.aloneTonnes()),
                    Rounded.amount(wedge.lastInTonnes()),
                    Rounded.amount(wedge.standardErrorTonnes()));
        }
    }

    /// The part of one region.
    record RegionView(
            String region,
            double scope1Tonnes,
            double scope2LocationTonnes,
            double scope2MarketTonnes,
            double scope3Tonnes,
            double electricityMwh,
            double renewableShare) {

        static RegionView of(RegionYear region) {
            return new RegionView(
                    region.region(),
                    Rounded.amount(region.scope1Tonnes()),
                    Rounded.amount(region.scope2LocationTonnes()),
                    Rounded.amount(region.scope2MarketTonnes()),
                    Rounded.amount(region.scope3Tonnes()),
                    Rounded.amount(region.electricityMwh()),
                    Rounded.ratio(region.renewableShare()));
        }
    }

    /// Credits of one lot used for good in the year.
    record RetirementView(String lotId, double tonnes) {}

    record ClaimView(
            Claim.Status status,
            List<String> reasons,
            @Schema(description = "What each of the reasons says, in their order")
                    List<Claim.Ground> grounds) {

        /// A vintage kept before there were grounds has none.
        ClaimView {
            grounds = grounds == null ? List.of() : grounds;
        }

        static ClaimView of(Claim claim) {
            return new ClaimView(claim.status(), claim.reasons(), claim.grounds());
        }
    }

    /// The standing against one target in its year, in tonnes or as a share.
    record StandingView(
            String targetId,
            TargetMetric metric,
            int year,
            @Schema(description = "tCO2e, or 1 for a share") String unit,
            double baseValue,
            double targetValue,
            double projectedValue,
            boolean met) {

        static StandingView of(TargetStanding standing) {
            boolean share = standing.metric() == TargetMetric.RENEWABLE_SHARE;
            return new StandingView(
                    standing.targetId(),
                    standing.metric(),
                    standing.year(),
                    share ? "1" : "tCO2e",
                    rounded(share, standing.baseValue()),
                    rounded(share, standing.targetValue()),
                    rounded(share, standing.projectedValue()),
                    standing.met());
        }

        private static double rounded(boolean share, double value) {
            return share ? Rounded.ratio(value) : Rounded.amount(value);
        }
    }

    /// The emission factors of electricity that the base year implies.
    record ImpliedFactorsView(
            double locationTonnesPerMwh,
            double residualTonnesPerMwh,
            double contractTonnesPerMwh,
            boolean residualDefaulted,
            String derivation) {

        static ImpliedFactorsView of(ImpliedFactors factors) {
            return new ImpliedFactorsView(
                    Rounded.ratio(factors.locationTonnesPerMwh()),
                    Rounded.ratio(factors.residualTonnesPerMwh()),
                    Rounded.ratio(factors.contractTonnesPerMwh()),
                    factors.residualDefaulted(),
                    factors.derivation());
        }
    }
}
