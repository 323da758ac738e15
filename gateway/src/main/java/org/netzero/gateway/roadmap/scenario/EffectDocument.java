package org.netzero.gateway.roadmap.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.LeverEffect;
import org.netzero.gateway.roadmap.engine.Reach;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// What a lever changes when it is fully deployed, as it is written, read and stored.
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LeverEffect")
record EffectDocument(
        @Nullable Kind kind,
        @Schema(description = "What a REDUCTION cuts: 1, 2 (by the use of electricity) or 3")
                @Nullable Integer scope,
        @Schema(
                        description =
                                "Of scope 3 its category as the inventory names it; of scope 2 DATA_CENTERS, OFFICES or HEAT; absent for all of the scope")
                @Nullable String category,
        @Schema(
                        description =
                                "Relative cut of a REDUCTION or, of scope 1, an ELECTRIFICATION, 0.3 for 30 %")
                @Nullable Double depth,
        @Schema(description = "PUE that a PUE_TARGET reaches, 1 to 10") @Nullable Double pue,
        @Schema(description = "MWh that an ELECTRIFICATION adds per t CO2e it avoids in scope 1")
                @Nullable Double addedMwhPerTonne,
        @Schema(
                        description =
                                "Generation that OWN_GENERATION adds, as a share of the year's electricity")
                @Nullable Double shareOfElectricity,
        @Schema(description = "Renewable share that a RENEWABLE_SHARE_TARGET reaches, 1 for 100 %")
                @Nullable Double share,
        @Schema(description = "MWh that CERTIFICATES match in a year, in the lever's market zone")
                @Nullable Double mwhPerYear) {

    private static final String HEAT = "HEAT";

    enum Kind {
        REDUCTION,
        PUE_TARGET,
        ELECTRIFICATION,
        OWN_GENERATION,
        RENEWABLE_SHARE_TARGET,
        CERTIFICATES;

        private Set<String> fields() {
            return switch (this) {
                case REDUCTION -> Set.of("scope", "category", "depth");
                case PUE_TARGET -> Set.of("pue");
                case ELECTRIFICATION -> Set.of("depth", "addedMwhPerTonne");
                case OWN_GENERATION -> Set.of("shareOfElectricity");
                case RENEWABLE_SHARE_TARGET -> Set.of("share");
                case CERTIFICATES -> Set.of("mwhPerYear");
            };
        }
    }

    LeverEffect effect() {
        Kind known = Parts.required("kind", kind);
        refuseFieldsOfOtherKinds(known);
        return switch (known) {
            case REDUCTION ->
                    new LeverEffect.Reduction(
                            reach(Parts.required("scope", scope), category),
                            Parts.required("depth", depth));
            case PUE_TARGET -> new LeverEffect.PueTarget(Parts.required("pue", pue));
            case ELECTRIFICATION ->
                    new LeverEffect.Electrification(
                            Parts.required("depth", depth),
                            Parts.required("addedMwhPerTonne", addedMwhPerTonne));
            case OWN_GENERATION ->
                    new LeverEffect.OwnGeneration(
                            Parts.required("shareOfElectricity", shareOfElectricity));
            case RENEWABLE_SHARE_TARGET ->
                    new LeverEffect.RenewableShareTarget(Parts.required("share", share));
            case CERTIFICATES ->
                    new LeverEffect.Certificates(Parts.required("mwhPerYear", mwhPerYear));
        };
    }

    private void refuseFieldsOfOtherKinds(Kind known) {
        Map<String, @Nullable Object> stated = new LinkedHashMap<>();
        stated.put("scope", scope);
        stated.put("category", category);
        stated.put("depth", depth);
        stated.put("pue", pue);
        stated.put("addedMwhPerTonne", addedMwhPerTonne);
        stated.put("shareOfElectricity", shareOfElectricity);
        stated.put("share", share);
        stated.put("mwhPerYear", mwhPerYear);
        var violations =
                stated.entrySet().stream()
                        .filter(field ->
                                field.getValue() != null
                                        && !known.fields().contains(field.getKey()))
                        .map(field ->
                                new Violation(
                                        field.getKey(),
                                        "NOT_OF_THIS_KIND",
                                        "means nothing to %s; remove it, or use one of %s"
                                                .formatted(
                                                        known,
                                                        known.fields().stream()
                                                                .sorted()
                                                                .collect(
                                                                        Collectors.joining(", ")))))
                        .toList();
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    /// What a reduction of a scope, or of a part of it, acts on.
    ///
    /// @throws InvalidInput naming the field that does not fit
    static Reach reach(int scope, @Nullable String category) {
        return switch (scope) {
            case 1 -> {
                if (category != null) {
                    throw new InvalidInput(
                            "category",
                            "NO_CATEGORIES",
                            "scope 1 is cut as a whole; leave the category out");
                }
                yield new Reach.Scope1();
            }
            case 2 ->
                    HEAT.equals(category)
                            ? new Reach.Heat()
                            : new Reach.Electricity(electricityPart(category));
            case 3 -> category == null ? new Reach.Scope3() : new Reach.Scope3Category(category);
            default ->
                    throw new InvalidInput("scope", "UNKNOWN_VALUE", scope + " is not 1, 2 or 3");
        };
    }

    private static Reach.Electricity.Part electricityPart(@Nullable String category) {
        return switch (category) {
            case null -> Reach.Electricity.Part.ALL;
            case "DATA_CENTERS" -> Reach.Electricity.Part.DATA_CENTERS;
            case "OFFICES" -> Reach.Electricity.Part.OFFICES;
            default ->
                    throw new InvalidInput(
                            "category",
                            "UNKNOWN_VALUE",
                            "'%s' is not DATA_CENTERS, OFFICES or HEAT; leave it out for all electricity"
                                    .formatted(category));
        };
    }

    static EffectDocument of(LeverEffect effect) {
        return switch (effect) {
            case LeverEffect.Reduction(Reach.Scope1 _, double depth) -> reduction(1, null, depth);
            case LeverEffect.Reduction(
                            Reach.Electricity(Reach.Electricity.Part part),
                            double depth) ->
                    reduction(2, part == Reach.Electricity.Part.ALL ? null : part.name(), depth);
            case LeverEffect.Reduction(Reach.Heat _, double depth) -> reduction(2, HEAT, depth);
            case LeverEffect.Reduction(Reach.Scope3 _, double depth) -> reduction(3, null, depth);
            case LeverEffect.Reduction(Reach.Scope3Category(String category), double depth) ->
                    reduction(3, category, depth);
            case LeverEffect.PueTarget(double pue) ->
                    new EffectDocument(
                            Kind.PUE_TARGET, null, null, null, pue, null, null, null, null);
            case LeverEffect.Electrification(double depth, double added) ->
                    new EffectDocument(
                            Kind.ELECTRIFICATION, null, null, depth, null, added, null, null, null);
            case LeverEffect.OwnGeneration(double generated) ->
                    new EffectDocument(
                            Kind.OWN_GENERATION,
                            null,
                            null,
                            null,
                            null,
                            null,
                            generated,
                            null,
                            null);
            case LeverEffect.RenewableShareTarget(double share) ->
                    new EffectDocument(
                            Kind.RENEWABLE_SHARE_TARGET,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            share,
                            null);
            case LeverEffect.Certificates(double mwhPerYear) ->
                    new EffectDocument(
                            Kind.CERTIFICATES,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            mwhPerYear);
        };
    }

    private static EffectDocument reduction(int scope, @Nullable String category, double depth) {
        return new EffectDocument(
                Kind.REDUCTION, scope, category, depth, null, null, null, null, null);
    }
}
