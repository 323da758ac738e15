package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverNode;
import org.netzero.gateway.roadmap.engine.Provenance;

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
                ScenarioDocument.evidence(provenance, source));
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
                    @Nullable Integer lifeYears) {

        Deployment deployment() {
            return new Deployment(
                    Parts.required("startYear", startYear),
                    Parts.required("rampPerYear", rampPerYear),
                    leadTimeYears == null ? 0 : leadTimeYears,
                    lifeYears == null ? OptionalInt.empty() : OptionalInt.of(lifeYears));
        }

        static DeploymentDocument of(Deployment deployment) {
            return new DeploymentDocument(
                    deployment.startYear(),
                    deployment.rampPerYear(),
                    deployment.leadTimeYears(),
                    deployment.lifeYears().isPresent() ? deployment.lifeYears().getAsInt() : null);
        }
    }

    /// What a lever costs.
    record CostDocument(
            @Schema(description = "Once, in the currency") @Nullable Double capital,
            @Schema(
                            description =
                                    "Per year of effect, in the currency; negative where it saves money")
                    @Nullable Double operatingPerYear,
            @Schema(description = "ISO 4217 code") @Nullable String currency) {

        Cost cost() {
            return new Cost(
                    Parts.required("capital", capital),
                    Parts.required("operatingPerYear", operatingPerYear),
                    Parts.required("currency", currency));
        }

        static CostDocument of(Cost cost) {
            return new CostDocument(cost.capital(), cost.operatingPerYear(), cost.currency());
        }
    }
}
