package org.netzero.gateway.roadmap.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.netzero.gateway.roadmap.basis.Bases;
import org.netzero.gateway.roadmap.basis.Basis;
import org.netzero.gateway.roadmap.basis.FigureKey;
import org.netzero.gateway.roadmap.basis.FigureKind;
import org.netzero.gateway.roadmap.basis.History;
import org.netzero.gateway.roadmap.basis.MissingBaseData;
import org.netzero.gateway.roadmap.basis.RecordChange;
import org.netzero.gateway.roadmap.basis.RecordChanges;
import org.netzero.gateway.roadmap.engine.MethodVersion;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.projection.Movement.At;
import org.netzero.gateway.roadmap.projection.Movement.Kind;
import org.netzero.gateway.roadmap.projection.Movement.Part;
import org.netzero.gateway.roadmap.scenario.ScenarioChange;
import org.netzero.gateway.roadmap.scenario.ScenarioChanges;
import org.netzero.gateway.roadmap.scenario.Scenarios;
import org.netzero.gateway.roadmap.scenario.StoredScenario;
import org.netzero.platform.problem.InvalidInput;

/// What moved a projection from one instant to another: figures, the scenario, the engine.
@ApplicationScoped
class Movements {

    /// Each is projected twice.
    private static final int MAXIMUM_PARTS = 24;

    /// Each is planned twice, too.
    private static final int MAXIMUM_PLANNED_PARTS = 6;

    private static final String TOO_MANY = "it has too many parts";
    private static final String APART = "its parts do not go together with others as they were";

    /// From the finest on. What comes after all of them is one part, for which both ends suffice.
    private static final List<Joining> JOININGS =
            List.of(
                    (causes, span, why) -> causes,
                    (causes, span, why) -> scenarioInOne(causes, span, why),
                    (causes, span, why) -> figuresInOne(scenarioInOne(causes, span, why), why));

    private final Scenarios scenarios;
    private final ScenarioChanges scenarioChanges;
    private final RecordChanges recordChanges;
    private final Bases bases;
    private final History history;
    private final Vintages vintages;
    private final PlannedDeployment planned;

    Movements(
            Scenarios scenarios,
            ScenarioChanges scenarioChanges,
            RecordChanges recordChanges,
            Bases bases,
            History history,
            Vintages vintages,
            PlannedDeployment planned) {
        this.scenarios = scenarios;
        this.scenarioChanges = scenarioChanges;
        this.recordChanges = recordChanges;
        this.bases = bases;
        this.history = history;
        this.vintages = vintages;
        this.planned = planned;
    }

    /// @param from before `to`
    /// @throws org.netzero.gateway.roadmap.scenario.UnknownScenario where no scenario has the id
    /// @throws MissingBaseData where figures of a base year are missing at one of the instants
    /// @throws BaseDataRefused where they contradict each other
    Movement between(String scenarioId, Instant from, Instant to) {
        Optional<Vintage> past =
                vintages.vintageOfEarlierMethod(scenarioId, history.keptAtOrBefore(from));
        Optional<Vintage> latest =
                vintages.vintageOfEarlierMethod(scenarioId, history.keptAtOrBefore(to));
        // a result stands on what was known when it was made: what came since is no other method
        Instant earlier = history.keptAtOrBefore(past.map(Vintage::basisAt).orElse(from));
        Instant later = history.keptAtOrBefore(latest.map(Vintage::basisAt).orElse(to));
        StoredScenario before = scenarios.get(scenarioId, earlier);
        StoredScenario after = scenarios.get(scenarioId, later);
        Span span = new Span(before, after, earlier, later, bases.mixture());
        List<Cause> causes = causes(span);
        Ends ends =
                new Ends(
                        figures(span, causes, new BitSet()),
                        figures(span, causes, all(causes)),
                        past,
                        latest);
        int most = planned.isOf(scenarioId) ? MAXIMUM_PLANNED_PARTS : MAXIMUM_PARTS;
        String why = TOO_MANY;
        for (Joining joining : JOININGS) {
            List<Cause> joined = joining.of(causes, span, why);
            if (joined.size() > most) {
                continue;
            }
            try {
                return movement(span, joined, ends);
            } catch (InvalidInput | MissingBaseData | BaseDataRefused apart) {
                why = APART;
            }
        }
        return movement(span, inOne(causes, span, why), ends);
    }

    private static BitSet all(List<Cause> causes) {
        BitSet all = new BitSet();
        all.set(0, causes.size());
        return all;
    }

    /// @param start by the present method
    /// @param end likewise
    /// @param past what an earlier method said instead; empty where it was the present one
    /// @param latest likewise
    private record Ends(
            SortedMap<At, BigDecimal> start,
            SortedMap<At, BigDecimal> end,
            Optional<Vintage> past,
            Optional<Vintage> latest) {}

    /// Fewer parts of what differs.
    @FunctionalInterface
    private interface Joining {
        List<Cause> of(List<Cause> causes, Span span, String why);
    }

    /// Both ends, and what is read of them.
    private record Span(
            StoredScenario before,
            StoredScenario after,
            Instant earlier,
            Instant later,
            Bases.Mixture mixture) {}

    /// Something that differs.
    ///
    /// @param keys figures that are new
    /// @param paths parts of the scenario that are new
    /// @param newYear whether another calendar year runs
    private record Cause(
            String id,
            Kind kind,
            String explanation,
            Set<FigureKey> keys,
            Set<String> paths,
            boolean newYear,
            List<RecordChange> records,
            List<ScenarioChange.FieldChange> fields) {}

    private List<Cause> causes(Span span) {
        int baseYear =
                Math.min(span.before().scenario().baseYear(), span.after().scenario().baseYear());
        Map<FigureKey, List<RecordChange>> byKey = new LinkedHashMap<>();
        recordChanges
                .between(baseYear, span.earlier(), span.later())
                .forEach(change ->
                        byKey.computeIfAbsent(change.key(), first -> new ArrayList<>())
                                .add(change));
        List<Cause> causes = new ArrayList<>();
        byKey.forEach((key, records) -> causes.add(ofFigures(key, records)));
        if (yearOf(span.earlier()) != yearOf(span.later())) {
            causes.add(ofCalendar(span));
        }
        scenarioChanges
                .between(span.before().scenario(), span.after().scenario())
                .forEach(change -> causes.add(ofScenario(span, change)));
        return causes;
    }

    private static Cause ofFigures(FigureKey key, List<RecordChange> records) {
        String subject =
                switch (key.kind()) {
                    case INVENTORY -> "inventory " + key.year();
                    case ELECTRICITY -> "electricity " + key.year();
                    case PUE -> "pue " + key.year();
                    case MEASURED -> "measured data centres";
                    case DRIVER -> "drivers " + key.year();
                };
        RecordChange first = records.getFirst();
        String more = records.size() == 1 ? "" : " and %d more".formatted(records.size() - 1);
        return new Cause(
                subject,
                Kind.DATA,
                "New figures: %s, version %s in place of %s%s."
                        .formatted(
                                first.record(),
                                version(first.versionAfter()),
                                version(first.versionBefore()),
                                more),
                Set.of(unified(key)),
                Set.of(),
                false,
                records,
                List.of());
    }

    private static String version(OptionalLong version) {
        return version.isPresent() ? String.valueOf(version.getAsLong()) : "none";
    }

    private static Cause ofCalendar(Span span) {
        return new Cause(
                "calendar",
                Kind.DATA,
                "Years up to %d are over in place of years up to %d: their inventories may be actuals."
                        .formatted(yearOf(span.later()) - 1, yearOf(span.earlier()) - 1),
                Set.of(),
                Set.of(),
                true,
                List.of(),
                List.of());
    }

    private static Cause ofScenario(Span span, ScenarioChange change) {
        ScenarioChange.FieldChange first = change.fields().getFirst();
        String more =
                change.fields().size() == 1
                        ? ""
                        : " and %d more fields".formatted(change.fields().size() - 1);
        return new Cause(
                change.path(),
                Kind.ASSUMPTION,
                "Version %d of the scenario by %s in place of %d: %s is %s in place of %s%s."
                        .formatted(
                                span.after().version(),
                                span.after().changedBy(),
                                span.before().version(),
                                first.path(),
                                first.to().isEmpty() ? "absent" : first.to(),
                                first.from().isEmpty() ? "absent" : first.from(),
                                more),
                Set.of(),
                Set.of(change.path()),
                false,
                List.of(),
                change.fields());
    }

    private static List<Cause> scenarioInOne(List<Cause> causes, Span span, String why) {
        return joined(
                causes,
                Kind.ASSUMPTION,
                "scenario",
                "Version %d of the scenario by %s in place of %d, as a whole: %s."
                        .formatted(
                                span.after().version(),
                                span.after().changedBy(),
                                span.before().version(),
                                why));
    }

    private static List<Cause> figuresInOne(List<Cause> causes, String why) {
        return joined(
                causes,
                Kind.DATA,
                "figures",
                "All figures that are new, as a whole: %s.".formatted(why));
    }

    /// Where the scenario differs, it is told as what moved: figures never hide an assumption.
    private static List<Cause> inOne(List<Cause> causes, Span span, String why) {
        List<Cause> fewer = figuresInOne(scenarioInOne(causes, span, why), why);
        return fewer.size() < 2
                ? fewer
                : List.of(
                        join(
                                causes,
                                Kind.ASSUMPTION,
                                "scenario and figures",
                                "Version %d of the scenario by %s in place of %d, together with all figures that are new: %s."
                                        .formatted(
                                                span.after().version(),
                                                span.after().changedBy(),
                                                span.before().version(),
                                                why)));
    }

    /// All of a kind as one part; figures before the scenario.
    private static List<Cause> joined(
            List<Cause> causes, Kind kind, String id, String explanation) {
        List<Cause> ofKind = causes.stream().filter(cause -> cause.kind() == kind).toList();
        List<Cause> fewer =
                new ArrayList<>(causes.stream().filter(cause -> cause.kind() != kind).toList());
        if (!ofKind.isEmpty()) {
            Cause one = join(ofKind, kind, id, explanation);
            fewer.add(kind == Kind.DATA ? 0 : fewer.size(), one);
        }
        return fewer;
    }

    private static Cause join(List<Cause> causes, Kind kind, String id, String explanation) {
        Set<FigureKey> keys = new HashSet<>();
        Set<String> paths = new HashSet<>();
        List<RecordChange> records = new ArrayList<>();
        List<ScenarioChange.FieldChange> fields = new ArrayList<>();
        for (Cause cause : causes) {
            keys.addAll(cause.keys());
            paths.addAll(cause.paths());
            records.addAll(cause.records());
            fields.addAll(cause.fields());
        }
        boolean newYear = causes.stream().anyMatch(Cause::newYear);
        return new Cause(id, kind, explanation, keys, paths, newYear, records, fields);
    }

    private Movement movement(Span span, List<Cause> causes, Ends ends) {
        Function<BitSet, SortedMap<At, BigDecimal>> model =
                changed -> {
                    if (changed.isEmpty()) {
                        return ends.start();
                    }
                    return changed.cardinality() == causes.size()
                            ? ends.end()
                            : figures(span, causes, changed);
                };
        List<SortedMap<At, BigDecimal>> moves = Bridge.moves(causes.size(), model);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < causes.size(); i++) {
            Cause cause = causes.get(i);
            parts.add(
                    new Part(
                            cause.id(),
                            cause.kind(),
                            cause.explanation(),
                            cause.records(),
                            cause.fields(),
                            moves.get(i)));
        }
        return withMethod(span, parts, ends);
    }

    /// What the present method says otherwise than those of the two instants did.
    private Movement withMethod(Span span, List<Part> parts, Ends ends) {
        String id = span.before().scenario().id();
        Optional<Vintage> past = ends.past();
        Optional<Vintage> later = ends.latest();
        SortedMap<At, BigDecimal> from = past.map(v -> exact(v.figures())).orElse(ends.start());
        SortedMap<At, BigDecimal> to = later.map(v -> exact(v.figures())).orElse(ends.end());
        SortedMap<At, BigDecimal> whole = Bridge.difference(to, from);
        int methodBefore = past.map(Vintage::methodVersion).orElse(MethodVersion.CURRENT);
        int methodAfter = later.map(Vintage::methodVersion).orElse(MethodVersion.CURRENT);
        List<Part> all = new ArrayList<>(parts);
        if (past.isPresent() || later.isPresent()) {
            SortedMap<At, BigDecimal> rest =
                    Bridge.difference(whole, Bridge.difference(ends.end(), ends.start()));
            all.add(
                    new Part(
                            "method",
                            Kind.METHOD,
                            explanation(methodBefore, methodAfter),
                            List.of(),
                            List.of(),
                            rest));
        }
        return new Movement(
                id,
                new Movement.Side(span.earlier(), span.before().version(), methodBefore),
                new Movement.Side(span.later(), span.after().version(), methodAfter),
                from,
                to,
                all,
                remarks(span));
    }

    private static String explanation(int before, int after) {
        return before == after
                ? "Both were projected by method %d; the parts are told by method %d, which projects their sum otherwise by this much."
                        .formatted(before, MethodVersion.CURRENT)
                : "Method %d of the engine in place of %d, on the same figures and scenario."
                        .formatted(after, before);
    }

    private static List<String> remarks(Span span) {
        List<String> remarks = new ArrayList<>();
        addRemark(span.before(), span.earlier(), remarks);
        addRemark(span.after(), span.later(), remarks);
        return remarks;
    }

    private static void addRemark(StoredScenario side, Instant at, List<String> remarks) {
        if (side.changedAt().isAfter(at)) {
            remarks.add(
                    "Version %d of the scenario, the first on file, is of %s: it stands in for what was not on file at %s."
                            .formatted(side.version(), side.changedAt(), at));
        }
    }

    private SortedMap<At, BigDecimal> figures(Span span, List<Cause> causes, BitSet changed) {
        Set<FigureKey> keys = new HashSet<>();
        Set<String> paths = new HashSet<>();
        boolean newYear = yearOf(span.earlier()) == yearOf(span.later());
        for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
            keys.addAll(causes.get(i).keys());
            paths.addAll(causes.get(i).paths());
            newYear |= causes.get(i).newYear();
        }
        Scenario scenario = scenario(span, paths, changed.cardinality() == causes.size());
        Basis basis =
                span.mixture()
                        .from(
                                scenario.baseYear(),
                                newYear ? span.later() : span.earlier(),
                                key -> keys.contains(unified(key)) ? span.later() : span.earlier());
        try {
            return exact(
                    Headline.of(
                            Roadmap.project(
                                    planned.deployed(scenario, basis),
                                    basis.inventory(),
                                    basis.actuals())));
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }

    private Scenario scenario(Span span, Set<String> paths, boolean all) {
        if (paths.isEmpty()) {
            return all ? span.after().scenario() : span.before().scenario();
        }
        return all
                ? span.after().scenario()
                : scenarioChanges.mix(span.before().scenario(), span.after().scenario(), paths);
    }

    /// Measured data centres are one part, whatever the base year.
    private static FigureKey unified(FigureKey key) {
        return key.kind() == FigureKind.MEASURED ? new FigureKey(FigureKind.MEASURED, 0) : key;
    }

    private static SortedMap<At, BigDecimal> exact(
            SortedMap<Integer, Map<Headline, Double>> years) {
        SortedMap<At, BigDecimal> exact = new TreeMap<>();
        years.forEach((year, figures) ->
                figures.forEach((figure, value) ->
                        exact.put(
                                new At(year, figure),
                                BigDecimal.valueOf(value)
                                        .setScale(
                                                figure.unit().places(), RoundingMode.HALF_EVEN))));
        return exact;
    }

    private static int yearOf(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getYear();
    }
}
