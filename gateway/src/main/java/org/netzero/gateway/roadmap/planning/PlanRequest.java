package org.netzero.gateway.roadmap.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.plan.CapitalCap;
import org.netzero.gateway.roadmap.plan.CreditMarket;
import org.netzero.gateway.roadmap.plan.ExclusiveGroup;
import org.netzero.platform.problem.InvalidInput;

/// What a plan stands on beside its scenario, as it is written. Everything may be absent.
@Schema(name = "PlanRequest")
record PlanRequest(
        @Schema(description = "ISO 4217; absent for that of the levers' costs")
                @Nullable String currency,
        @Schema(description = "Per year, 0 to 1; absent for 0.08") @Nullable Double discountRate,
        @Schema(description = "Steers by each tonne emitted and is no real cost; absent for 0")
                @Nullable Double internalCarbonPrice,
        @Schema(
                        description =
                                "Whether the annuities of a lever's life after the last year are taken off its capital; absent for true")
                @Nullable Boolean deductUnusedLife,
        @Schema(description = "First year in which anything is decided")
                @Nullable Integer decideFrom,
        @Nullable List<CapitalCapRequest> capitalCaps,
        @Schema(description = "In the place of the scenario's targets in tonnes")
                @Nullable List<TargetRequest> targets,
        @Schema(description = "In the place of the scenario's targets on the renewable share")
                @Nullable List<ShareRequest> renewablePath,
        @Nullable CreditsRequest credits,
        @Nullable List<GroupRequest> exclusiveGroups,
        @Schema(description = "Limits of levers in the place of those in the scenario")
                @Nullable List<LeverRequest> levers) {

    private static final int MOST_ENTRIES = 200;
    private static final double MOST = 1e12;

    static final PlanRequest NOTHING =
            new PlanRequest(null, null, null, null, null, null, null, null, null, null, null);

    @Schema(name = "PlanCapitalCap")
    record CapitalCapRequest(@Nullable Integer year, @Nullable Double amount) {}

    @Schema(name = "PlanTarget")
    record TargetRequest(
            @Nullable String id,
            @Schema(description = "Not RENEWABLE_SHARE") @Nullable TargetMetric metric,
            @Schema(description = "The first year of a cumulative budget; absent for one year")
                    @Nullable Integer fromYear,
            @Nullable Integer year,
            @Nullable Double tonnes) {}

    @Schema(name = "PlanRenewableShare")
    record ShareRequest(@Nullable Integer year, @Nullable Double share) {}

    @Schema(name = "PlanCredits")
    record CreditsRequest(
            @Nullable Double pricePerTonne,
            @Schema(
                            description =
                                    "Each holds from its year on until the next; before the first pricePerTonne holds, without it the first")
                    @Nullable List<PriceRequest> pricePerTonneByYear,
            @Nullable Double availableTonnesPerYear,
            @Schema(
                            description =
                                    "Each holds from its year on until the next; before the first availableTonnesPerYear holds, without it none can be had")
                    @Nullable List<AvailableRequest> availableTonnesByYear,
            @Schema(
                            description =
                                    "LAST: after everything the levers can do. BY_COST: wherever they are cheaper; no plan for a claim")
                    CreditMarket.@Nullable Order offsets) {}

    @Schema(name = "PlanCreditPrice")
    record PriceRequest(@Nullable Integer year, @Nullable Double perTonne) {}

    @Schema(name = "PlanCreditsAvailable")
    record AvailableRequest(@Nullable Integer year, @Nullable Double tonnes) {}

    @Schema(name = "PlanExclusiveGroup")
    record GroupRequest(
            @Nullable String id,
            @Schema(description = "Ids of levers, or of groups within this one")
                    @Nullable List<String> members) {}

    @Schema(name = "PlanLeverTerms")
    record LeverRequest(
            @Nullable String id,
            @Schema(description = "Most that is decided in a year, a share of the whole lever")
                    @Nullable Double buildLimitPerYear,
            @Nullable Integer startYear,
            @Nullable Integer leadTimeYears,
            @Nullable Integer lifeYears,
            @Schema(description = "Share of the whole that is built at once or not at all")
                    @Nullable Double blockSize,
            @Schema(
                            description =
                                    "Whether what stands may be out of use, and then costs no operation")
                    @Nullable Boolean mayStandIdle,
            @Nullable CostRequest cost) {}

    @Schema(name = "PlanLeverCost")
    record CostRequest(
            @Nullable Double capital,
            @Nullable Double operatingPerYear,
            @Nullable String currency) {}

    /// @throws InvalidInput naming the first field that breaks a rule
    PlanTerms terms() {
        if (currency != null && !currency.matches("[A-Z]{3}")) {
            throw new InvalidInput(
                    "currency",
                    "NOT_A_CURRENCY",
                    "'%s' is no ISO 4217 code such as CNY".formatted(currency));
        }
        return new PlanTerms(
                Optional.ofNullable(currency),
                between("discountRate", discountRate, 0, 1),
                between("internalCarbonPrice", internalCarbonPrice, 0, MOST),
                Optional.ofNullable(deductUnusedLife),
                year("decideFrom", decideFrom),
                readCaps(),
                targets == null ? Optional.empty() : Optional.of(readTargets(targets)),
                renewablePath == null ? Optional.empty() : Optional.of(readShares(renewablePath)),
                readCredits(),
                readGroups(),
                readLevers());
    }

    private List<CapitalCap> readCaps() {
        List<CapitalCap> caps = new ArrayList<>();
        List<CapitalCapRequest> stated = listed("capitalCaps", capitalCaps);
        for (int i = 0; i < stated.size(); i++) {
            String at = "capitalCaps[%d]".formatted(i);
            CapitalCapRequest cap = required(at, stated.get(i));
            caps.add(
                    new CapitalCap(
                            required(at + ".year", cap.year()),
                            number(at + ".amount", cap.amount(), 0, MOST)));
        }
        return caps;
    }

    private static List<PlanTerms.StatedTarget> readTargets(List<TargetRequest> stated) {
        List<PlanTerms.StatedTarget> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<TargetRequest> all = listed("targets", stated);
        for (int i = 0; i < all.size(); i++) {
            String at = "targets[%d]".formatted(i);
            TargetRequest target = required(at, all.get(i));
            TargetMetric metric = required(at + ".metric", target.metric());
            if (metric == TargetMetric.RENEWABLE_SHARE) {
                throw new InvalidInput(
                        at + ".metric",
                        "NOT_IN_TONNES",
                        "RENEWABLE_SHARE is stated in renewablePath, as {year, share}");
            }
            int year = year(at + ".year", required(at + ".year", target.year())).getAsInt();
            int from = year(at + ".fromYear", target.fromYear()).orElse(year);
            if (from > year) {
                throw new InvalidInput(
                        at + ".fromYear",
                        "AFTER_ITS_END",
                        "%d is after %d; a budget begins before it ends".formatted(from, year));
            }
            read.add(
                    new PlanTerms.StatedTarget(
                            id(at + ".id", target.id(), ids),
                            metric,
                            from,
                            year,
                            number(at + ".tonnes", target.tonnes(), 0, MOST)));
        }
        return read;
    }

    private static List<PlanTerms.StatedShare> readShares(List<ShareRequest> stated) {
        List<PlanTerms.StatedShare> read = new ArrayList<>();
        List<ShareRequest> all = listed("renewablePath", stated);
        for (int i = 0; i < all.size(); i++) {
            String at = "renewablePath[%d]".formatted(i);
            ShareRequest share = required(at, all.get(i));
            read.add(
                    new PlanTerms.StatedShare(
                            year(at + ".year", required(at + ".year", share.year())).getAsInt(),
                            number(at + ".share", share.share(), 0, 1)));
        }
        return read;
    }

    private PlanTerms.Credits readCredits() {
        if (credits == null) {
            return PlanTerms.NONE.credits();
        }
        return new PlanTerms.Credits(
                between("credits.pricePerTonne", credits.pricePerTonne(), 0, MOST),
                steps(
                        "credits.pricePerTonneByYear",
                        credits.pricePerTonneByYear(),
                        "perTonne",
                        PriceRequest::year,
                        PriceRequest::perTonne),
                between(
                        "credits.availableTonnesPerYear",
                        credits.availableTonnesPerYear(),
                        0,
                        MOST),
                steps(
                        "credits.availableTonnesByYear",
                        credits.availableTonnesByYear(),
                        "tonnes",
                        AvailableRequest::year,
                        AvailableRequest::tonnes),
                Optional.ofNullable(credits.offsets()));
    }

    private static <T> List<PlanTerms.Step> steps(
            String list,
            @Nullable List<T> stated,
            String value,
            Function<T, @Nullable Integer> yearOf,
            Function<T, @Nullable Double> valueOf) {
        List<PlanTerms.Step> read = new ArrayList<>();
        Set<Integer> years = new HashSet<>();
        List<T> all = listed(list, stated);
        for (int i = 0; i < all.size(); i++) {
            String at = "%s[%d]".formatted(list, i);
            T step = required(at, all.get(i));
            String ofYear = at + ".year";
            int from = year(ofYear, required(ofYear, yearOf.apply(step))).getAsInt();
            if (!years.add(from)) {
                throw new InvalidInput(
                        ofYear, "DUPLICATE_ENTRY", "%d is stated a second time".formatted(from));
            }
            read.add(
                    new PlanTerms.Step(
                            from, number(at + "." + value, valueOf.apply(step), 0, MOST)));
        }
        read.sort(Comparator.comparingInt(PlanTerms.Step::fromYear));
        return read;
    }

    private List<ExclusiveGroup> readGroups() {
        List<ExclusiveGroup> read = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<GroupRequest> all = listed("exclusiveGroups", exclusiveGroups);
        for (int i = 0; i < all.size(); i++) {
            String at = "exclusiveGroups[%d]".formatted(i);
            GroupRequest group = required(at, all.get(i));
            List<String> members = new ArrayList<>();
            List<String> stated =
                    listed(at + ".members", required(at + ".members", group.members()));
            for (int k = 0; k < stated.size(); k++) {
                members.add(required("%s.members[%d]".formatted(at, k), stated.get(k)));
            }
            read.add(new ExclusiveGroup(id(at + ".id", group.id(), ids), members));
        }
        return read;
    }

    private SortedMap<String, PlanTerms.LeverTerms> readLevers() {
        SortedMap<String, PlanTerms.LeverTerms> read = new TreeMap<>();
        Set<String> ids = new HashSet<>();
        List<LeverRequest> all = listed("levers", levers);
        for (int i = 0; i < all.size(); i++) {
            String at = "levers[%d]".formatted(i);
            LeverRequest lever = required(at, all.get(i));
            read.put(
                    id(at + ".id", lever.id(), ids),
                    new PlanTerms.LeverTerms(
                            i,
                            between(at + ".buildLimitPerYear", lever.buildLimitPerYear(), 0, 1),
                            year(at + ".startYear", lever.startYear()),
                            whole(at + ".leadTimeYears", lever.leadTimeYears(), 0, 50),
                            whole(at + ".lifeYears", lever.lifeYears(), 1, 100),
                            block(at + ".blockSize", lever.blockSize()),
                            lever.mayStandIdle() != null && lever.mayStandIdle(),
                            cost(at + ".cost", lever.cost())));
        }
        return read;
    }

    private static OptionalDouble block(String field, @Nullable Double size) {
        if (size != null && !(size >= 1e-3)) {
            throw outOfRange(field, size, 1e-3, 1);
        }
        return between(field, size, 0, 1);
    }

    private static Optional<Cost> cost(String at, @Nullable CostRequest cost) {
        if (cost == null) {
            return Optional.empty();
        }
        double capital = number(at + ".capital", cost.capital(), 0, MOST);
        double operating = number(at + ".operatingPerYear", cost.operatingPerYear(), -MOST, MOST);
        String currency = required(at + ".currency", cost.currency());
        try {
            return Optional.of(new Cost(capital, operating, currency));
        } catch (RoadmapRefusal refused) {
            throw new InvalidInput(
                    at + ".currency", "NOT_A_CURRENCY", String.valueOf(refused.getMessage()));
        }
    }

    private static <T> List<T> listed(String field, @Nullable List<T> entries) {
        if (entries == null) {
            return List.of();
        }
        if (entries.size() > MOST_ENTRIES) {
            throw new InvalidInput(
                    field,
                    "TOO_MANY",
                    "%d entries; at most %d are taken".formatted(entries.size(), MOST_ENTRIES));
        }
        return entries;
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "REQUIRED", "is required and absent");
        }
        return value;
    }

    private static String id(String field, @Nullable String id, Set<String> seen) {
        String stated = required(field, id);
        if (stated.isBlank() || stated.length() > 80) {
            throw new InvalidInput(
                    field, "NOT_AN_ID", "'%s' is blank or longer than 80 characters".formatted(id));
        }
        if (!seen.add(stated)) {
            throw new InvalidInput(
                    field, "DUPLICATE_ENTRY", "'%s' is stated a second time".formatted(id));
        }
        return stated;
    }

    private static double number(String field, @Nullable Double value, double least, double most) {
        return between(field, required(field, value), least, most).getAsDouble();
    }

    private static OptionalDouble between(
            String field, @Nullable Double value, double least, double most) {
        if (value == null) {
            return OptionalDouble.empty();
        }
        if (!(value >= least && value <= most)) {
            throw outOfRange(field, value, least, most);
        }
        return OptionalDouble.of(value);
    }

    private static InvalidInput outOfRange(String field, double value, double least, double most) {
        return new InvalidInput(
                field,
                "VALUE_OUT_OF_RANGE",
                "is %s and must be %s to %s"
                        .formatted(
                                Double.isFinite(value) ? FieldPaths.number(value) : value,
                                FieldPaths.number(least),
                                FieldPaths.number(most)));
    }

    private static OptionalInt whole(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value < least || value > most) {
            throw outOfRange(field, value, least, most);
        }
        return OptionalInt.of(value);
    }

    private static OptionalInt year(String field, @Nullable Integer value) {
        return whole(field, value, 1990, 2150);
    }
}
