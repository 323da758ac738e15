package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.ActivityGrowth;
import org.netzero.gateway.roadmap.engine.Assumption;
import org.netzero.gateway.roadmap.engine.CreditLot;
import org.netzero.gateway.roadmap.engine.CreditPrice;
import org.netzero.gateway.roadmap.engine.Driver;
import org.netzero.gateway.roadmap.engine.ElectricityAssumptions;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.GridFactorPaths;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Provenance;
import org.netzero.gateway.roadmap.engine.Region;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.platform.input.Fields;

/// A scenario as it is written, read and stored.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Scenario",
        description =
                "One way from the base year to the target year. Shares and relative changes are"
                        + " fractions: 0.3 is 30 %. Every number comes with its provenance and source.")
record ScenarioDocument(
        @Schema(description = "Letters, digits and . _ : @ + -, at most 100 characters")
                @Nullable String id,
        @Nullable String name,
        @Schema(description = "Calendar year whose inventory the projection starts from")
                @Nullable Integer baseYear,
        @Schema(description = "Last year projected, at most 60 years after the base year")
                @Nullable Integer targetYear,
        @Nullable ElectricityDocument electricity,
        @Schema(description = "Growth of scope 1 and of every scope 3 category")
                @Nullable GrowthDocument otherActivity,
        @Schema(description = "What grows otherwise, the narrowest that fits holding; at most 500")
                @Nullable List<ActivityDocument> activities,
        @Schema(
                        description =
                                "Parts of the company with a grid of their own, at most 50; absent"
                                        + " for one that is everywhere")
                @Nullable List<RegionDocument> regions,
        @Schema(description = "At most 60; up to 12 are attributed exactly")
                @Nullable List<LeverDocument> levers,
        @Schema(description = "At most 50, one per metric and year")
                @Nullable List<TargetDocument> targets,
        @Nullable OffsetsDocument offsets,
        @Schema(
                        description =
                                "Counts the changes. A PUT that states it is refused where the"
                                        + " scenario has another one by then.")
                @Nullable Long version,
        @Schema(
                        readOnly = true,
                        description =
                                "Who froze it and when; absent where it may be changed. Of no effect"
                                        + " in a body.")
                @Nullable Freeze frozen,
        @Schema(
                        readOnly = true,
                        description =
                                "Who let it be changed again after it was frozen, and when. Of no"
                                        + " effect in a body.")
                @Nullable Thaw thawed) {

    /// @throws org.netzero.platform.problem.InvalidInput naming every field that breaks a rule
    Scenario scenario() {
        Parts parts = new Parts();
        Optional<String> readId = parts.read("", () -> checkedId("id", id));
        Optional<String> readName = parts.read("", () -> Parts.required("name", name));
        Optional<Integer> base = parts.read("", () -> Parts.required("baseYear", baseYear));
        Optional<Integer> target = parts.read("", () -> Parts.required("targetYear", targetYear));
        Optional<ElectricityAssumptions> power =
                parts.read("", () -> Parts.required("electricity", electricity))
                        .flatMap(e -> parts.read("electricity", e::assumptions));
        Optional<Driver> other =
                parts.read("", () -> Parts.required("otherActivity", otherActivity))
                        .flatMap(growth -> parts.read("otherActivity", growth::driver));
        List<ActivityGrowth> readActivities =
                parts.readEach(
                        "activities",
                        activities == null ? List.of() : activities,
                        ActivityDocument::activity);
        List<Region> readRegions =
                parts.readEach(
                        "regions", regions == null ? List.of() : regions, RegionDocument::region);
        List<Lever> readLevers =
                parts.readEach("levers", levers == null ? List.of() : levers, LeverDocument::lever);
        List<Target> readTargets =
                parts.readEach(
                        "targets", targets == null ? List.of() : targets, TargetDocument::target);
        Optional<OffsetPolicy> policy =
                parts.read("", () -> Parts.required("offsets", offsets))
                        .flatMap(o -> parts.read("offsets", o::policy));
        parts.refuseIfInvalid();
        return Parts.checked(() ->
                new Scenario(
                        readId.orElseThrow(),
                        readName.orElseThrow(),
                        base.orElseThrow(),
                        target.orElseThrow(),
                        power.orElseThrow(),
                        other.orElseThrow(),
                        readActivities,
                        readRegions,
                        readLevers,
                        readTargets,
                        policy.orElseThrow()));
    }

    /// As it is stored.
    static ScenarioDocument of(Scenario scenario) {
        return of(scenario, null, null, null);
    }

    static ScenarioDocument of(StoredScenario stored) {
        return of(
                stored.scenario(),
                stored.version(),
                stored.freeze().orElse(null),
                stored.thaw().orElse(null));
    }

    private static ScenarioDocument of(
            Scenario scenario,
            @Nullable Long version,
            @Nullable Freeze freeze,
            @Nullable Thaw thaw) {
        return new ScenarioDocument(
                scenario.id(),
                scenario.name(),
                scenario.baseYear(),
                scenario.targetYear(),
                ElectricityDocument.of(scenario.electricity()),
                GrowthDocument.of(scenario.otherActivity()),
                scenario.activities().isEmpty()
                        ? null
                        : scenario.activities().stream().map(ActivityDocument::of).toList(),
                scenario.regions().isEmpty()
                        ? null
                        : scenario.regions().stream().map(RegionDocument::of).toList(),
                scenario.levers().stream().map(LeverDocument::of).toList(),
                scenario.targets().stream().map(TargetDocument::of).toList(),
                OffsetsDocument.of(scenario.offsets()),
                version,
                freeze,
                thaw);
    }

    static String checkedId(String field, @Nullable String id) {
        Fields fields = new Fields(Map.of(field, id == null ? "" : id));
        Optional<String> checked = fields.id(field);
        fields.refuseIfInvalid();
        return checked.orElseThrow();
    }

    static Evidence evidence(@Nullable Provenance provenance, @Nullable String source) {
        Provenance known = Parts.required("provenance", provenance);
        String reason = Parts.required("source", source);
        return Parts.checked(() -> new Evidence(known, reason));
    }

    /// A number a scenario assumes.
    record AssumptionDocument(
            @Nullable Double value, @Nullable Provenance provenance, @Nullable String source) {

        Assumption assumption() {
            return new Assumption(Parts.required("value", value), evidence(provenance, source));
        }

        static AssumptionDocument of(Assumption assumption) {
            return new AssumptionDocument(
                    assumption.value(),
                    assumption.evidence().provenance(),
                    assumption.evidence().source());
        }
    }

    /// Damped growth: `exp(Σ [g∞ + (g0 − g∞)·φ^(j−1)])`.
    record GrowthDocument(
            @Schema(
                            description =
                                    "g0, logarithmic rate of the first year, -1 to 1; with the"
                                            + " provenance DERIVED the growth rule reads it from the"
                                            + " inventories on file, and this one holds where they"
                                            + " allow none")
                    @Nullable Double initialGrowthPerYear,
            @Schema(description = "g∞, the rate it settles to, -1 to 1")
                    @Nullable Double longTermGrowthPerYear,
            @Schema(description = "φ, what remains of the difference after a year, 0 to 1")
                    @Nullable Double damping,
            @Nullable Provenance provenance,
            @Nullable String source) {

        Driver driver() {
            return new Driver(
                    Parts.required("initialGrowthPerYear", initialGrowthPerYear),
                    Parts.required("longTermGrowthPerYear", longTermGrowthPerYear),
                    Parts.required("damping", damping),
                    evidence(provenance, source));
        }

        static GrowthDocument of(Driver driver) {
            return new GrowthDocument(
                    driver.initialGrowthPerYear(),
                    driver.longTermGrowthPerYear(),
                    driver.damping(),
                    driver.evidence().provenance(),
                    driver.evidence().source());
        }
    }

    /// What a scenario assumes about electricity.
    record ElectricityDocument(
            @Schema(description = "Growth of IT load and of the offices' use alike")
                    @Nullable GrowthDocument growth,
            @Schema(
                            description =
                                    "Share of the base year's electricity used by data centres, 0"
                                            + " to 1")
                    @Nullable AssumptionDocument dataCenterShare,
            @Schema(description = "Mean IT load as a share of IT capacity, 0.01 to 1")
                    @Nullable AssumptionDocument itLoad,
            @Nullable GridFactorsDocument gridFactors) {

        ElectricityAssumptions assumptions() {
            return new ElectricityAssumptions(
                    Parts.at("growth", Parts.required("growth", growth)::driver),
                    Parts.at(
                            "dataCenterShare",
                            Parts.required("dataCenterShare", dataCenterShare)::assumption),
                    Parts.at("itLoad", Parts.required("itLoad", itLoad)::assumption),
                    Parts.at("gridFactors", Parts.required("gridFactors", gridFactors)::paths));
        }

        static ElectricityDocument of(ElectricityAssumptions electricity) {
            return new ElectricityDocument(
                    GrowthDocument.of(electricity.driver()),
                    AssumptionDocument.of(electricity.dataCenterShare()),
                    AssumptionDocument.of(electricity.itLoad()),
                    GridFactorsDocument.of(electricity.gridFactors()));
        }
    }

    /// How the factors of electricity change from those the base inventory implies.
    record GridFactorsDocument(
            @Schema(
                            description =
                                    "Relative change per year of the grid average, -0.5 to 0.5,"
                                            + " compounding")
                    @Nullable AssumptionDocument locationChangePerYear,
            @Schema(
                            description =
                                    "Relative change per year of the residual mix, -0.5 to 0.5,"
                                            + " compounding")
                    @Nullable AssumptionDocument residualChangePerYear,
            @Schema(description = "t CO2e per MWh of electricity bought as renewable, 0 to 2")
                    @Nullable AssumptionDocument contractTonnesPerMwh) {

        GridFactorPaths paths() {
            return new GridFactorPaths(
                    Parts.at(
                            "locationChangePerYear",
                            Parts.required("locationChangePerYear", locationChangePerYear)
                                    ::assumption),
                    Parts.at(
                            "residualChangePerYear",
                            Parts.required("residualChangePerYear", residualChangePerYear)
                                    ::assumption),
                    Parts.at(
                            "contractTonnesPerMwh",
                            Parts.required("contractTonnesPerMwh", contractTonnesPerMwh)
                                    ::assumption));
        }

        static GridFactorsDocument of(GridFactorPaths paths) {
            return new GridFactorsDocument(
                    AssumptionDocument.of(paths.locationChangePerYear()),
                    AssumptionDocument.of(paths.residualChangePerYear()),
                    AssumptionDocument.of(paths.contractTonnesPerMwh()));
        }
    }

    /// Whether and how far credits may meet what stays after every lever.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OffsetsDocument(
            @Nullable Boolean permitted,
            @Schema(description = "Most credits of one year, t CO2e; absent for no own limit")
                    @Nullable Double maximumTonnesPerYear,
            @Schema(description = "What a credit costs; absent where it is not known")
                    @Nullable PriceDocument price,
            @Schema(
                            description =
                                    "Credits held, the oldest retired first, at most 200 lots: no"
                                            + " others are used, and none where it is empty; absent"
                                            + " where no register is kept")
                    @Nullable List<LotDocument> register,
            @Nullable Provenance provenance,
            @Nullable String source) {

        OffsetPolicy policy() {
            return new OffsetPolicy(
                    Parts.required("permitted", permitted),
                    maximumTonnesPerYear == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(maximumTonnesPerYear),
                    price == null ? Optional.empty() : Optional.of(Parts.at("price", price::price)),
                    lots(),
                    evidence(provenance, source));
        }

        private Optional<List<CreditLot>> lots() {
            if (register == null) {
                return Optional.empty();
            }
            Parts parts = new Parts();
            List<CreditLot> lots = parts.readEach("register", register, LotDocument::lot);
            parts.refuseIfInvalid();
            return Optional.of(lots);
        }

        static OffsetsDocument of(OffsetPolicy policy) {
            return new OffsetsDocument(
                    policy.permitted(),
                    policy.maximumTonnesPerYear().isPresent()
                            ? policy.maximumTonnesPerYear().getAsDouble()
                            : null,
                    policy.price().map(PriceDocument::of).orElse(null),
                    policy.register()
                            .map(lots -> lots.stream().map(LotDocument::of).toList())
                            .orElse(null),
                    policy.evidence().provenance(),
                    policy.evidence().source());
        }
    }

    /// What a credit costs.
    record PriceDocument(
            @Schema(description = "Per t CO2e") @Nullable Double perTonne,
            @Schema(description = "ISO 4217 code") @Nullable String currency,
            @Nullable Provenance provenance,
            @Nullable String source) {

        CreditPrice price() {
            return new CreditPrice(
                    Parts.required("perTonne", perTonne),
                    Parts.required("currency", currency),
                    evidence(provenance, source));
        }

        static PriceDocument of(CreditPrice price) {
            return new PriceDocument(
                    price.perTonne(),
                    price.currency(),
                    price.evidence().provenance(),
                    price.evidence().source());
        }
    }

    /// Credits held.
    record LotDocument(
            @Nullable String id,
            @Schema(description = "Before it the credits are of no use")
                    @Nullable Integer vintageYear,
            @Schema(description = "t CO2e") @Nullable Double tonnes,
            @Nullable Provenance provenance,
            @Nullable String source) {

        CreditLot lot() {
            return new CreditLot(
                    checkedId("id", id),
                    Parts.required("vintageYear", vintageYear),
                    Parts.required("tonnes", tonnes),
                    evidence(provenance, source));
        }

        static LotDocument of(CreditLot lot) {
            return new LotDocument(
                    lot.id(),
                    lot.vintageYear(),
                    lot.tonnes(),
                    lot.evidence().provenance(),
                    lot.evidence().source());
        }
    }

    /// The growth of a part of the activity that does not grow as the rest does.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActivityDocument(
            @Schema(description = "1, 2 (use of electricity) or 3") @Nullable Integer scope,
            @Schema(description = "Of scope 3, as the inventory names it; absent for all of it")
                    @Nullable String category,
            @Schema(description = "Absent for every region") @Nullable String region,
            @Nullable GrowthDocument growth) {

        ActivityGrowth activity() {
            return new ActivityGrowth(
                    Parts.required("scope", scope),
                    Optional.ofNullable(category),
                    Optional.ofNullable(region),
                    Parts.at("growth", Parts.required("growth", growth)::driver));
        }

        static ActivityDocument of(ActivityGrowth activity) {
            return new ActivityDocument(
                    activity.scope(),
                    activity.category().orElse(null),
                    activity.region().orElse(null),
                    GrowthDocument.of(activity.driver()));
        }
    }

    /// A part of the company with a grid and a market of its own.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RegionDocument(
            @Nullable String id,
            @Schema(description = "In which contracts and certificates are valid")
                    @Nullable String marketZone,
            @Schema(description = "Of the base year's electricity; over all regions 1")
                    @Nullable Double shareOfElectricity,
            @Schema(description = "Of the base year's scope 1; over all regions 1")
                    @Nullable Double shareOfScope1,
            @Schema(description = "Of each category of the base year's scope 3; over all regions 1")
                    @Nullable Double shareOfScope3,
            @Schema(
                            description =
                                    "Grid average in any measure common to the regions, such as"
                                            + " t/MWh; scaled together so that the base year's scope 2"
                                            + " comes out")
                    @Nullable Double relativeGridFactor,
            @Schema(description = "The same of the residual mix; absent for the grid average's")
                    @Nullable Double relativeResidualFactor,
            @Schema(description = "Absent for the scenario's")
                    @Nullable AssumptionDocument locationChangePerYear,
            @Schema(description = "Absent for the scenario's")
                    @Nullable AssumptionDocument residualChangePerYear,
            @Nullable Provenance provenance,
            @Nullable String source) {

        Region region() {
            double grid = Parts.required("relativeGridFactor", relativeGridFactor);
            return new Region(
                    checkedId("id", id),
                    Parts.required("marketZone", marketZone),
                    Parts.required("shareOfElectricity", shareOfElectricity),
                    Parts.required("shareOfScope1", shareOfScope1),
                    Parts.required("shareOfScope3", shareOfScope3),
                    grid,
                    relativeResidualFactor == null ? grid : relativeResidualFactor,
                    assumption("locationChangePerYear", locationChangePerYear),
                    assumption("residualChangePerYear", residualChangePerYear),
                    evidence(provenance, source));
        }

        private static Optional<Assumption> assumption(
                String field, @Nullable AssumptionDocument document) {
            return document == null
                    ? Optional.empty()
                    : Optional.of(Parts.at(field, document::assumption));
        }

        static RegionDocument of(Region region) {
            return new RegionDocument(
                    region.id(),
                    region.marketZone(),
                    region.shareOfElectricity(),
                    region.shareOfScope1(),
                    region.shareOfScope3(),
                    region.relativeGridFactor(),
                    region.relativeResidualFactor(),
                    region.locationChangePerYear().map(AssumptionDocument::of).orElse(null),
                    region.residualChangePerYear().map(AssumptionDocument::of).orElse(null),
                    region.evidence().provenance(),
                    region.evidence().source());
        }
    }
}
