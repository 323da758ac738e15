package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Assumption;
import org.netzero.gateway.roadmap.engine.Driver;
import org.netzero.gateway.roadmap.engine.ElectricityAssumptions;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.GridFactorPaths;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Provenance;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.platform.input.Fields;

/// A scenario as it is written, read and stored.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Scenario",
        description =
                "One way from the base year to the target year. Shares and relative changes are fractions: 0.3 is 30 %. Every number comes with its provenance and source.")
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
        @Schema(description = "At most 12") @Nullable List<LeverDocument> levers,
        @Schema(description = "At most 50, one per metric and year")
                @Nullable List<TargetDocument> targets,
        @Nullable OffsetsDocument offsets,
        @Schema(
                        description =
                                "Counts the changes. A PUT that states it is refused where the scenario has another one by then.")
                @Nullable Long version) {

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
                        readLevers,
                        readTargets,
                        policy.orElseThrow()));
    }

    static ScenarioDocument of(Scenario scenario, @Nullable Long version) {
        return new ScenarioDocument(
                scenario.id(),
                scenario.name(),
                scenario.baseYear(),
                scenario.targetYear(),
                ElectricityDocument.of(scenario.electricity()),
                GrowthDocument.of(scenario.otherActivity()),
                scenario.levers().stream().map(LeverDocument::of).toList(),
                scenario.targets().stream().map(TargetDocument::of).toList(),
                OffsetsDocument.of(scenario.offsets()),
                version);
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
            @Schema(description = "g0, logarithmic rate of the first year, -1 to 1")
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
                                    "Share of the base year's electricity used by data centres, 0 to 1")
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
                                    "Relative change per year of the grid average, -0.5 to 0.5, compounding")
                    @Nullable AssumptionDocument locationChangePerYear,
            @Schema(
                            description =
                                    "Relative change per year of the residual mix, -0.5 to 0.5, compounding")
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
            @Nullable Provenance provenance,
            @Nullable String source) {

        OffsetPolicy policy() {
            return new OffsetPolicy(
                    Parts.required("permitted", permitted),
                    maximumTonnesPerYear == null
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(maximumTonnesPerYear),
                    evidence(provenance, source));
        }

        static OffsetsDocument of(OffsetPolicy policy) {
            return new OffsetsDocument(
                    policy.permitted(),
                    policy.maximumTonnesPerYear().isPresent()
                            ? policy.maximumTonnesPerYear().getAsDouble()
                            : null,
                    policy.evidence().provenance(),
                    policy.evidence().source());
        }
    }
}
