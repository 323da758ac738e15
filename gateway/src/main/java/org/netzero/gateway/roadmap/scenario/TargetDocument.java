package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Provenance;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.gateway.roadmap.engine.TargetLevel;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.platform.problem.InvalidInput;

/// A target as it is written, read and stored: a metric, a year and exactly one level.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Target")
record TargetDocument(
        @Nullable String id,
        @Nullable TargetMetric metric,
        @Nullable Integer year,
        @Schema(description = "An absolute level of emissions, t CO2e") @Nullable Double tonnes,
        @Schema(description = "A relative change from the base inventory, -0.7 for a cut of 70 %")
                @Nullable Double changeFromBase,
        @Schema(description = "A share of electricity, 1 for 100 %; for RENEWABLE_SHARE only")
                @Nullable Double share,
        @Nullable Provenance provenance,
        @Nullable String source) {

    Target target() {
        return new Target(
                ScenarioDocument.checkedId("id", id),
                Parts.required("metric", metric),
                level(),
                Parts.required("year", year),
                ScenarioDocument.evidence(provenance, source));
    }

    private TargetLevel level() {
        long stated = Stream.of(tonnes, changeFromBase, share).filter(Objects::nonNull).count();
        if (stated != 1) {
            throw new InvalidInput(
                    "",
                    "ONE_LEVEL",
                    "a target states exactly one of tonnes, changeFromBase and share; this one states "
                            + stated);
        }
        if (tonnes != null) {
            return new TargetLevel.Tonnes(tonnes);
        }
        return changeFromBase != null
                ? new TargetLevel.ChangeFromBase(changeFromBase)
                : new TargetLevel.Share(Parts.required("share", share));
    }

    static TargetDocument of(Target target) {
        return switch (target.level()) {
            case TargetLevel.Tonnes(double tonnes) -> of(target, tonnes, null, null);
            case TargetLevel.ChangeFromBase(double change) -> of(target, null, change, null);
            case TargetLevel.Share(double share) -> of(target, null, null, share);
        };
    }

    private static TargetDocument of(
            Target target,
            @Nullable Double tonnes,
            @Nullable Double changeFromBase,
            @Nullable Double share) {
        return new TargetDocument(
                target.id(),
                target.metric(),
                target.year(),
                tonnes,
                changeFromBase,
                share,
                target.evidence().provenance(),
                target.evidence().source());
    }
}
