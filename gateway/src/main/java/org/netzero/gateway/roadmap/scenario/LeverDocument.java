package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Learning;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverNode;
import org.netzero.gateway.roadmap.engine.Place;
import org.netzero.gateway.roadmap.engine.Provenance;
import org.netzero.platform.problem.InvalidInput;

/// A lever as it is written, read and stored.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Lever")
record LeverDocument(
        @Nullable String id,
        @Nullable String name,
        @Schema(description = "The step at which it acts; decides which effects it may have")
                @Nullable LeverNode node,
        @Nullable EffectDocument effect,
        @Nullable DeploymentDocument deployment,
        @Schema(description = "Does not move the projection") @Nullable CostDocument cost,
        @Schema(description = "Alternatives of each other: a scenario holds one lever of a group")
                @Nullable String exclusiveGroup,
        @Schema(description = "Region in which alone it acts; absent for everywhere")
                @Nullable String region,
        @Schema(description = "Market zone in whose regions alone it acts; not beside a region")
                @Nullable String marketZone,
        @Schema(description = "Ids of levers than which it is deployed no further")
                @Nullable List<String> requires,
        @Nullable Provenance provenance,
        @Nullable String source) {

    Lever lever() {
        return new Lever(
                ScenarioDocument.checkedId("id", id),
                Parts.required("name", name),
                Parts.required("node", node),
                Parts.at("effect", Parts.required("effect", effect)::effect),
                Parts.at("deployment", Parts.required("deployment", deployment)::deployment),
                cost == null ? Optional.empty() : Optional.of(Parts.at("cost", cost::cost)),
                Optional.ofNullable(exclusiveGroup),
                place(),
                Parts.listed("requires", requires),
                ScenarioDocument.evidence(provenance, source));
    }

    private Place place() {
        if (region != null && marketZone != null) {
            throw new InvalidInput(
                    "marketZone",
                    "TWO_PLACES",
                    "a lever acts in a region or in a market zone; leave one of them out");
        }
        if (region != null) {
            return new Place.InRegion(region);
        }
        return marketZone == null ? Place.EVERYWHERE : new Place.InMarketZone(marketZone);
    }

    static LeverDocument of(Lever lever) {
        return new LeverDocument(
                lever.id(),
                lever.name(),
                lever.node(),
                EffectDocument.of(lever.effect()),
                DeploymentDocument.of(lever.deployment()),
                lever.cost().map(CostDocument::of).orElse(null),
                lever.exclusiveGroup().orElse(null),
                lever.place() instanceof Place.InRegion(String name) ? name : null,
                lever.place() instanceof Place.InMarketZone(String name) ? name : null,
                lever.requires().isEmpty() ? null : lever.requires(),
                lever.evidence().provenance(),
                lever.evidence().source());
    }

    /// How a lever comes into use.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeploymentDocument(
            @Schema(
                            description =
                                    "Year of the decision; without lead time also the first year of effect")
                    @Nullable Integer startYear,
            @Schema(description = "Share deployed in each year, above 0, at most 1")
                    @Nullable Double rampPerYear,
            @Schema(description = "Years from the decision to the first effect; absent for 0")
                    @Nullable Integer leadTimeYears,
            @Schema(description = "Years of effect; absent for longer than any scenario")
                    @Nullable Integer lifeYears,
            @Schema(
                            description =
                                    "Whether it is built and paid again after its life; absent for no")
                    @Nullable Boolean renewed,
            @Schema(
                            description =
                                    "Deployed share wanted by year, each holding until the next, within what the ramp allows; absent for as much as it allows")
                    @Nullable Map<Integer, Double> wanted) {

        Deployment deployment() {
            return new Deployment(
                    Parts.required("startYear", startYear),
                    Parts.required("rampPerYear", rampPerYear),
                    leadTimeYears == null ? 0 : leadTimeYears,
                    lifeYears == null ? OptionalInt.empty() : OptionalInt.of(lifeYears),
                    renewed != null && renewed,
                    wantedByYear());
        }

        private SortedMap<Integer, Double> wantedByYear() {
            var byYear = new TreeMap<Integer, Double>();
            if (wanted != null) {
                wanted.forEach(
                        (year, share) -> byYear.put(year, Parts.required("wanted." + year, share)));
            }
            return byYear;
        }

        static DeploymentDocument of(Deployment deployment) {
            return new DeploymentDocument(
                    deployment.startYear(),
                    deployment.rampPerYear(),
                    deployment.leadTimeYears(),
                    deployment.lifeYears().isPresent() ? deployment.lifeYears().getAsInt() : null,
                    deployment.renewed() ? true : null,
                    deployment.wanted().isEmpty() ? null : deployment.wanted());
        }
    }

    /// How a technology becomes cheaper with experience.
    record LearningDocument(
            @Schema(description = "Share that each doubling takes off, 0 to less than 1")
                    @Nullable Double learningRate,
            @Schema(description = "Relative growth per year of all that was ever built")
                    @Nullable Double experienceGrowthPerYear,
            @Nullable Provenance provenance,
            @Nullable String source) {

        Learning learning() {
            return new Learning(
                    Parts.required("learningRate", learningRate),
                    Parts.required("experienceGrowthPerYear", experienceGrowthPerYear),
                    ScenarioDocument.evidence(provenance, source));
        }

        static LearningDocument of(Learning learning) {
            return new LearningDocument(
                    learning.learningRate(),
                    learning.experienceGrowthPerYear(),
                    learning.evidence().provenance(),
                    learning.evidence().source());
        }
    }

    /// What a lever costs.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CostDocument(
            @Schema(description = "Once, in the currency") @Nullable Double capital,
            @Schema(
                            description =
                                    "Per year of effect, in the currency; negative where it saves money")
                    @Nullable Double operatingPerYear,
            @Schema(description = "ISO 4217 code") @Nullable String currency,
            @Schema(description = "How the capital falls with experience; absent for not at all")
                    @Nullable LearningDocument learning) {

        Cost cost() {
            return new Cost(
                    Parts.required("capital", capital),
                    Parts.required("operatingPerYear", operatingPerYear),
                    Parts.required("currency", currency),
                    learning == null
                            ? Optional.empty()
                            : Optional.of(Parts.at("learning", learning::learning)));
        }

        static CostDocument of(Cost cost) {
            return new CostDocument(
                    cost.capital(),
                    cost.operatingPerYear(),
                    cost.currency(),
                    cost.learning().map(LearningDocument::of).orElse(null));
        }
    }
}
