package org.netzero.gateway.roadmap.planning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.TargetStanding;
import org.netzero.gateway.roadmap.plan.EmissionTarget;
import org.netzero.gateway.roadmap.plan.RenewablePath;

/// The targets of a scenario as a plan takes them: each in its own year, the last of a metric held
/// to the end, a net target held until the next one. In a year whose net target credits may meet,
/// gross emissions and the renewable share have to be on their paths as well: else nothing could be
/// claimed.
final class PlanTargets {

    static final String SCOPE_1 = "scope1";
    static final String SCOPE_2 = "scope2Market";
    static final String SCOPE_3 = "scope3";

    /// Rounding allowed on a path, as where a claim is judged; and so where targets on parts add up
    /// to the path, these have the price and not the path.
    private static final double ON_THE_PATH = 1e-9;

    private final Projection projection;
    private final int lastYear;
    private final List<EmissionTarget> emissions = new ArrayList<>();
    private final List<RenewablePath.ShareTarget> shares = new ArrayList<>();
    private final Set<Integer> claimable = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();

    /// @param projection of the scenario with the targets that count
    /// @param budgets beside them
    PlanTargets(Projection projection, List<PlanTerms.StatedTarget> budgets) {
        this.projection = projection;
        lastYear = projection.years().getLast().year();
        Map<TargetMetric, List<TargetStanding>> byMetric = new EnumMap<>(TargetMetric.class);
        projection
                .targets()
                .forEach(target ->
                        byMetric.computeIfAbsent(target.metric(), _ -> new ArrayList<>())
                                .add(target));
        byMetric.forEach(this::addChain);
        for (PlanTerms.StatedTarget budget : budgets) {
            add(budget.id(), budget.metric(), budget.fromYear(), budget.year(), budget.tonnes());
        }
    }

    private void addChain(TargetMetric metric, List<TargetStanding> chain) {
        for (int i = 0; i < chain.size(); i++) {
            TargetStanding target = chain.get(i);
            add(target.targetId(), metric, target.year(), target.year(), target.targetValue());
            boolean last = i == chain.size() - 1;
            if (last || metric == TargetMetric.NET_EMISSIONS) {
                int until = last ? lastYear : chain.get(i + 1).year() - 1;
                for (int year = target.year() + 1; year <= until; year++) {
                    add(target.targetId() + "@" + year, metric, year, year, target.targetValue());
                }
            }
        }
    }

    private void add(String id, TargetMetric metric, int from, int until, double value) {
        switch (metric) {
            case RENEWABLE_SHARE -> shares.add(new RenewablePath.ShareTarget(id, until, value));
            case NET_EMISSIONS -> addTonnes(id, EmissionTarget.Measure.NET, from, until, value);
            case GROSS_EMISSIONS -> addTonnes(id, EmissionTarget.Measure.GROSS, from, until, value);
            case SCOPE_1_2 ->
                    addTonnes(
                            id, EmissionTarget.Measure.GROSS, from, until, value, SCOPE_1, SCOPE_2);
            case SCOPE_3 ->
                    addTonnes(id, EmissionTarget.Measure.GROSS, from, until, value, SCOPE_3);
        }
    }

    private void addTonnes(
            String id,
            EmissionTarget.Measure measure,
            int from,
            int until,
            double tonnes,
            String... nodes) {
        emissions.add(new EmissionTarget(id, measure, from, until, List.of(nodes), tonnes));
    }

    /// Opens the years of net targets to credits: those in which the paths of gross emissions and
    /// of the renewable share are set, which then have to be kept.
    void claim() {
        for (EmissionTarget net : List.copyOf(emissions)) {
            if (net.measure() != EmissionTarget.Measure.NET) {
                continue;
            }
            for (int year = net.fromYear(); year <= net.untilYear(); year++) {
                claim(year);
            }
        }
    }

    private void claim(int year) {
        var projected = projection.year(year).orElseThrow();
        OptionalDouble gross = projected.targetTonnes();
        OptionalDouble share = projected.targetRenewableShare();
        if (gross.isEmpty() || share.isEmpty()) {
            remarks.add(
                    "No credits in %d: no target sets %s, so nothing could be claimed."
                            .formatted(
                                    year,
                                    gross.isEmpty()
                                            ? "gross emissions as a whole"
                                            : "the renewable share"));
            return;
        }
        if (!claimable.add(year)) {
            return;
        }
        if (!isGrossHeldTo(gross.getAsDouble(), year)) {
            addTonnes(
                    "path-of-gross@" + year,
                    EmissionTarget.Measure.GROSS,
                    year,
                    year,
                    gross.getAsDouble() * (1 + ON_THE_PATH));
        }
        if (shares.stream()
                .noneMatch(other -> other.year() == year && other.share() >= share.getAsDouble())) {
            shares.add(
                    new RenewablePath.ShareTarget(
                            "path-of-share@" + year, year, share.getAsDouble()));
        }
    }

    /// Whether a target keeps gross emissions on the path already.
    private boolean isGrossHeldTo(double tonnes, int year) {
        return emissions.stream()
                .anyMatch(target ->
                        target.measure() == EmissionTarget.Measure.GROSS
                                && target.nodes().isEmpty()
                                && target.fromYear() == year
                                && target.untilYear() == year
                                && target.tonnes() <= tonnes * (1 + ON_THE_PATH));
    }

    boolean isClaimable(int year) {
        return claimable.contains(year);
    }

    List<EmissionTarget> emissions() {
        return emissions;
    }

    List<RenewablePath.ShareTarget> shares() {
        return shares;
    }

    List<String> remarks() {
        return remarks;
    }
}
