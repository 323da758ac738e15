package org.netzero.emissions.inventory;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.emissions.activity.Activities;
import org.netzero.emissions.activity.ActivityYears;
import org.netzero.emissions.activity.ActivityYears.Known;
import org.netzero.emissions.boundary.Boundaries;
import org.netzero.emissions.boundary.Consolidation;
import org.netzero.emissions.boundary.Consolidation.RecordPlace;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryCalculation;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.money.MoneyValues;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.organization.Organizations;
import org.netzero.emissions.result.Bases;
import org.netzero.emissions.result.Basis;
import org.netzero.emissions.result.LargeQuestions;
import org.netzero.emissions.result.ResultQuery;
import org.netzero.emissions.result.Results;
import org.netzero.emissions.screening.Screened;
import org.netzero.emissions.screening.Screenings;
import org.netzero.platform.input.Period;
import org.netzero.quantities.GwpSet;

/// The inventories as today's records make them, inside the company's boundary and held against its
/// screening. Whether a year is locked does not matter here.
@ApplicationScoped
public class Inventories {

    /// Results that are traced at a time.
    private static final int STRETCH = 1_000;

    static final Finding BEING_CALCULATED =
            new Finding(
                    "BEING_RECALCULATED",
                    Finding.Severity.OPEN,
                    "records",
                    "Factors, places, the boundary or money values changed, and the many records of the year are being calculated again; ask again when this finding is gone");

    private final YearRecords records;
    private final ActivityYears activityYears;
    private final Activities activities;
    private final Results results;
    private final Bases bases;
    private final Factors factors;
    private final Organizations organizations;
    private final Boundaries boundaries;
    private final Screenings screenings;
    private final MoneyValues moneyValues;
    private final LargeQuestions questions;
    private final Clock clock;

    Inventories(
            YearRecords records,
            ActivityYears activityYears,
            Activities activities,
            Results results,
            Bases bases,
            Factors factors,
            Organizations organizations,
            Boundaries boundaries,
            Screenings screenings,
            MoneyValues moneyValues,
            LargeQuestions questions,
            Clock clock) {
        this.records = records;
        this.activityYears = activityYears;
        this.activities = activities;
        this.results = results;
        this.bases = bases;
        this.factors = factors;
        this.organizations = organizations;
        this.boundaries = boundaries;
        this.screenings = screenings;
        this.moneyValues = moneyValues;
        this.questions = questions;
        this.clock = clock;
    }

    /// What an inventory stands on.
    ///
    /// @param asAt only factors published by this day count; records are today's
    private record Grounds(
            GwpSet gwpSet, LocalDate asAt, ConsolidationApproach approach, FactorLibrary library) {}

    /// The year's inventory on the organisation's GWP set, with what is known today.
    @Transactional
    public Inventory calculate(int year) {
        return usual(year).inventory();
    }

    /// The year's inventory on the organisation's own basis.
    @Transactional
    public Screened usual(int year) {
        return screened(InventoryQuery.usual(year));
    }

    /// The inventory somebody asks for; what the query leaves open is the organisation's.
    @Transactional
    public Screened screened(InventoryQuery query) {
        return screened(query.year(), grounds(query));
    }

    private Grounds grounds(InventoryQuery query) {
        return new Grounds(
                query.gwpSet().orElseGet(organizations::gwpSet),
                query.asAt().orElseGet(this::today),
                query.approach().orElseGet(organizations::consolidationApproach),
                factors.library());
    }

    private Screened screened(int year, Grounds grounds) {
        Known known = known(year, grounds);
        InventoryCalculation.Records all = records.ofYear(year, known.results());
        Inventory whole = new InventoryCalculation(calculator(grounds), grounds.asAt()).of(all);
        return screenings.screen(
                boundaries.consolidate(
                        known.current() ? whole : whole.with(BEING_CALCULATED),
                        grounds.approach(),
                        known.results().crossing(),
                        places(all, whole)));
    }

    /// Where and when that begins which findings may be about: records, sites and instruments. An
    /// instrument is also where it covers purchases.
    private Map<String, List<RecordPlace>> places(
            InventoryCalculation.Records all, Inventory whole) {
        var places = new HashMap<String, List<RecordPlace>>();
        BiConsumer<String, RecordPlace> add =
                (subject, place) ->
                        places.computeIfAbsent(subject, its -> new ArrayList<>()).add(place);
        all.totals()
                .forEach(total -> {
                    var place = new RecordPlace(total.siteId(), total.start());
                    add.accept(total.ref(), place);
                    add.accept(total.siteId(), place);
                });
        all.instruments()
                .forEach(its -> add.accept(its.ref(), new RecordPlace(its.siteId(), its.start())));
        whole.results()
                .forEach(result ->
                        result.supplies().stream()
                                .flatMap(supply -> supply.instrument().stream())
                                .forEach(ref ->
                                        result.siteId()
                                                .ifPresent(site ->
                                                        add.accept(
                                                                ref,
                                                                new RecordPlace(
                                                                        site, startOf(result))))));
        Set<String> ids =
                all.calculated().findings().stream()
                        .map(Finding::subject)
                        .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            activities
                    .find(ids, bases.current())
                    .forEach(record ->
                            record.siteId()
                                    .ifPresent(site ->
                                            add.accept(
                                                    record.activityId(),
                                                    new RecordPlace(site, record.start()))));
        }
        return places;
    }

    private static LocalDate startOf(EmissionResult result) {
        return Period.parse(result.period()).start();
    }

    /// How many activity records of a year count.
    long records(int year) {
        return results.records(year);
    }

    private Known known(int year, Grounds grounds) {
        return isStored(grounds)
                ? activityYears.of(year, grounds.gwpSet())
                : new Known(activityYears.on(year, basis(grounds), grounds.gwpSet()), true);
    }

    /// Whether what is stored stands on these factors, as far as they were published by then.
    private boolean isStored(Grounds grounds) {
        FactorLibrary library = grounds.library();
        return library == factors.library()
                && (grounds.asAt().equals(today())
                        || library.knownAt(grounds.asAt()) == library.knownAt(today()));
    }

    private Basis basis(Grounds grounds) {
        return bases.current(grounds.library(), grounds.asAt(), grounds.gwpSet());
    }

    private Calculator calculator(Grounds grounds) {
        return new Calculator(grounds.library(), grounds.gwpSet(), moneyValues.tables());
    }

    /// A result with the way to it, in the inventory somebody asks for; empty where there is none.
    @Transactional
    public Optional<EmissionResult> find(ResultId id, InventoryQuery query) {
        return id.activityId().isPresent()
                ? ofActivity(id, id.activityId().get(), query)
                : screened(query)
                        .inventory()
                        .everyResult()
                        .filter(result -> result.id().equals(id))
                        .findFirst();
    }

    private Optional<EmissionResult> ofActivity(
            ResultId id, String activityId, InventoryQuery query) {
        Grounds grounds = grounds(query);
        Basis basis = bases.current();
        Calculator calculator = calculator(grounds);
        return activities.find(activityId, basis).stream()
                .flatMap(record -> traced(record, grounds, calculator, basis))
                .filter(result -> result.id().equals(id))
                .findFirst();
    }

    private static Stream<EmissionResult> traced(
            ActivityRecord record, Grounds grounds, Calculator calculator, Basis basis) {
        return ActivityCalculation.traced(record, calculator, grounds.asAt()).stream()
                .map(Inventory.Apart::result)
                .map(result -> Consolidation.inside(result, grounds.approach(), basis.ownership()));
    }

    /// The results of a year inside the inventory somebody asks for, without the way to them, a
    /// stretch at a time in the order of inventories.
    @Transactional
    ResultList list(InventoryQuery query, ResultList.Wanted wanted) {
        Grounds grounds = grounds(query);
        Basis basis = bases.current();
        List<EmissionResult> ofEnergy =
                screened(query).inventory().results().stream().filter(wanted::includes).toList();
        return new ResultList(
                ofEnergy,
                isStored(grounds)
                        ? (after, count) ->
                                results
                                        .list(
                                                wanted.query(
                                                        query.year(),
                                                        grounds.gwpSet(),
                                                        after,
                                                        count),
                                                basis)
                                        .stream()
                                        .map(result -> inside(result, grounds, basis))
                                        .toList()
                        : (after, count) -> calculated(query.year(), grounds, wanted, after, count),
                id ->
                        id.activityId().isPresent()
                                ? ofActivity(id, id.activityId().get(), query)
                                : Optional.empty());
    }

    private static EmissionResult inside(EmissionResult result, Grounds grounds, Basis basis) {
        return Consolidation.inside(result, grounds.approach(), basis.ownership());
    }

    /// Where nothing is stored every record is calculated, and the first of their results are kept.
    private List<EmissionResult> calculated(
            int year,
            Grounds grounds,
            ResultList.Wanted wanted,
            Optional<ResultQuery.Place> after,
            int count) {
        Basis basis = basis(grounds);
        var first = new FirstOf(after, count);
        eachOf(
                year,
                basis,
                record ->
                        basis.inventoryResultsOf(record).stream()
                                .filter(wanted::includes)
                                .forEach(first::offer));
        return first.inOrder().stream().map(result -> inside(result, grounds, basis)).toList();
    }

    private void eachOf(int year, Basis basis, Consumer<ActivityRecord> reader) {
        questions.answer(
                year,
                LargeQuestions.ASK_FOR_STORED,
                () ->
                        QuarkusTransaction.requiringNew()
                                .call(() -> {
                                    activities.eachOf(
                                            year, basis, stretch -> stretch.forEach(reader));
                                    return year;
                                }));
    }

    /// The same results with the way to each, one after the other, in constant memory.
    @Transactional
    void each(InventoryQuery query, Consumer<EmissionResult> reader) {
        Grounds grounds = grounds(query);
        Basis basis = isStored(grounds) ? bases.current() : basis(grounds);
        Calculator calculator = calculator(grounds);
        ResultList list = list(query, ResultList.Wanted.ALL);
        Optional<EmissionResult> last = Optional.empty();
        List<EmissionResult> page;
        do {
            page = list.after(last, STRETCH);
            traced(page, grounds, calculator, basis).forEach(reader);
            last = page.isEmpty() ? last : Optional.of(page.getLast());
        } while (page.size() == STRETCH);
    }

    /// Results of activity records with the way to each, in the same order; those of energy as they
    /// are.
    @Transactional
    List<EmissionResult> traced(InventoryQuery query, List<EmissionResult> results) {
        Grounds grounds = grounds(query);
        return traced(results, grounds, calculator(grounds), bases.current());
    }

    private List<EmissionResult> traced(
            List<EmissionResult> page, Grounds grounds, Calculator calculator, Basis basis) {
        Map<ResultId, EmissionResult> traced =
                activities
                        .find(
                                page.stream()
                                        .flatMap(result -> result.id().activityId().stream())
                                        .collect(Collectors.toSet()),
                                basis)
                        .stream()
                        .flatMap(record -> traced(record, grounds, calculator, basis))
                        .collect(Collectors.toMap(EmissionResult::id, result -> result));
        return page.stream()
                .map(result ->
                        result.id().activityId().isEmpty()
                                ? result
                                : Optional.ofNullable(traced.get(result.id()))
                                        .orElseThrow(() ->
                                                new RecordGone("'%s'".formatted(result.record()))))
                .toList();
    }

    /// A year's inventory as it is and as it would be with other factors.
    public record Compared(Inventory now, Inventory then) {}

    /// What a year would be with other factors, beside what it is; both as at today, on the
    /// organisation's basis.
    ///
    /// @param reader takes each result as it is and as it would be; a side is empty where there is
    ///   no such result
    @Transactional
    public Compared compare(
            int year,
            FactorLibrary other,
            BiConsumer<Optional<EmissionResult>, Optional<EmissionResult>> reader) {
        return questions.answer(
                year,
                "compare the year's inventory before and after the set is adopted",
                () -> compared(year, other, reader));
    }

    private Compared compared(
            int year,
            FactorLibrary other,
            BiConsumer<Optional<EmissionResult>, Optional<EmissionResult>> reader) {
        Grounds now = grounds(InventoryQuery.usual(year));
        Grounds then = new Grounds(now.gwpSet(), now.asAt(), now.approach(), other);
        var compared =
                new Compared(screened(year, now).inventory(), screened(year, then).inventory());
        pair(compared.now().results(), compared.then().results(), reader);
        Basis ofNow = basis(now);
        Basis ofThen = basis(then);
        eachOf(
                year,
                ofNow,
                record ->
                        pair(insideOf(record, now, ofNow), insideOf(record, then, ofThen), reader));
        return compared;
    }

    private static List<EmissionResult> insideOf(
            ActivityRecord record, Grounds grounds, Basis basis) {
        return basis.inventoryResultsOf(record).stream()
                .map(result -> inside(result, grounds, basis))
                .toList();
    }

    private static void pair(
            List<EmissionResult> before,
            List<EmissionResult> after,
            BiConsumer<Optional<EmissionResult>, Optional<EmissionResult>> reader) {
        Map<ResultId, EmissionResult> now =
                after.stream().collect(Collectors.toMap(EmissionResult::id, result -> result));
        before.forEach(result ->
                reader.accept(Optional.of(result), Optional.ofNullable(now.remove(result.id()))));
        now.values().forEach(result -> reader.accept(Optional.empty(), Optional.of(result)));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
