package org.netzero.emissions.inventory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.result.LargeQuestions;
import org.netzero.emissions.result.YearTooLarge;
import org.netzero.emissions.screening.Screened;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;

/// Inventories as somebody sees them: calculated from today's records while a year is open, as
/// stored once it is locked.
@ApplicationScoped
public class ShownInventories {

    /// Results of a version that are looked through at a time.
    private static final int STRETCH = 1_000;

    private final Inventories inventories;
    private final InventoryVersions versions;
    private final PeriodRepository periods;
    private final LargeQuestions questions;

    ShownInventories(
            Inventories inventories,
            InventoryVersions versions,
            PeriodRepository periods,
            LargeQuestions questions) {
        this.inventories = inventories;
        this.versions = versions;
        this.periods = periods;
        this.questions = questions;
    }

    /// What is asked for.
    ///
    /// @throws UnknownVersion when the year has no such version
    @Transactional
    Tabular show(InventoryQuery query) {
        if (query.version().isPresent()) {
            return version(query.year(), query.version().get());
        }
        Optional<StoredInventory> known = known(query);
        if (known.isEmpty()) {
            return draft(query);
        }
        if (!query.isOnBasisOf(known.get().view())) {
            return onAnotherBasis(query, known.get());
        }
        return query.asAt().isPresent() ? known.get() : held(known.get());
    }

    /// A year's inventory on the organisation's own basis, as it is told to others.
    @Transactional
    public InventoryView current(int year) {
        return versions.latest(year)
                .map(this::held)
                .orElseGet(() -> draft(InventoryQuery.usual(year)));
    }

    /// A year's results as its inventory shows them.
    ///
    /// @param version empty: the latest one, or today's calculation where there is none
    /// @throws UnknownVersion when the year has no such version
    /// @throws YearTooLarge when it has more results than can be gone through
    @Transactional
    public InventoryContent content(int year, Optional<Integer> version) {
        InventoryQuery query = InventoryQuery.usual(year).ofVersion(version);
        return stored(query).map(this::content).orElseGet(() -> calculated(query));
    }

    /// The version that answers a question; empty where today's records do.
    private Optional<StoredInventory> stored(InventoryQuery query) {
        return query.version().isPresent()
                ? Optional.of(version(query.year(), query.version().get()))
                : known(query).filter(latest -> query.isOnBasisOf(latest.view()));
    }

    /// The version that stood on the day that is asked for.
    private Optional<StoredInventory> known(InventoryQuery query) {
        return query.asAt()
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .map(moment -> versions.latestBefore(query.year(), moment))
                .orElseGet(() -> versions.latest(query.year()));
    }

    private InventoryContent content(StoredInventory stored) {
        questions.checkSize(
                stored.year(),
                versions.size(stored.year(), stored.version()),
                "compare its inventory: GET /api/emissions/inventory?period=%d&version=%d"
                        .formatted(stored.year(), stored.version()));
        return new InventoryContent(
                stored.year(),
                Optional.of(stored.version()),
                stored.view().status(),
                stored.view().gwpSet(),
                stored.view().consolidationApproach(),
                reader -> each(stored.year(), stored.version(), reader));
    }

    private void each(int year, int version, Consumer<ResultContent> reader) {
        Optional<String> last = Optional.empty();
        List<ResultContent> page;
        do {
            page = versions.results(year, version, last, STRETCH).orElseThrow();
            page.forEach(reader);
            last = page.isEmpty() ? last : Optional.of(page.getLast().result().id());
        } while (page.size() == STRETCH);
    }

    private InventoryContent calculated(InventoryQuery query) {
        questions.checkSize(
                query.year(),
                inventories.records(query.year()),
                "compare its inventory: GET /api/emissions/inventory?period=%d"
                        .formatted(query.year()));
        Screened live = inventories.screened(query);
        return new InventoryContent(
                query.year(),
                Optional.empty(),
                InventoryStatus.DRAFT,
                live.inventory().gwpSet(),
                live.boundary().approach(),
                reader ->
                        inventories.each(query, result -> reader.accept(ResultContent.of(result))));
    }

    /// Calculates a year again that is not locked and does not stand on today's basis, so that its
    /// content can be read at one moment.
    public void bringUpToDate(int year, Optional<Integer> version) {
        if (stored(InventoryQuery.usual(year).ofVersion(version)).isEmpty()) {
            inventories.calculate(year);
        }
    }

    /// The results of the inventory that is asked for, a page at a time.
    ///
    /// @throws UnknownVersion when the year has no such version
    @Transactional
    Listing.LookUp<ResultView> results(InventoryQuery query, ResultList.Wanted wanted) {
        Optional<StoredInventory> stored = stored(query);
        if (stored.isPresent()) {
            int version = stored.get().version();
            return (cursor, count) -> ofVersion(query.year(), version, wanted, cursor, count);
        }
        ResultList list = inventories.list(query, wanted);
        return (cursor, count) ->
                list
                        .after(
                                cursor.map(id ->
                                        ResultId.parse(id)
                                                .flatMap(list::find)
                                                .orElseThrow(() -> unknownCursor(id))),
                                count)
                        .stream()
                        .map(ResultView::of)
                        .toList();
    }

    private List<ResultView> ofVersion(
            int year, int version, ResultList.Wanted wanted, Optional<String> cursor, int count) {
        var found = new ArrayList<ResultView>();
        Optional<String> after = cursor;
        List<ResultContent> page;
        do {
            Optional<String> last = after;
            page =
                    versions.results(year, version, last, STRETCH)
                            .orElseThrow(() -> unknownCursor(last.orElse("")));
            page.stream()
                    .map(ResultContent::result)
                    .filter(result ->
                            wanted.includes(
                                    result.scope(),
                                    Optional.ofNullable(result.category()),
                                    Optional.ofNullable(result.siteId())))
                    .forEach(found::add);
            after = page.isEmpty() ? after : Optional.of(page.getLast().result().id());
        } while (page.size() == STRETCH && found.size() < count);
        return found.subList(0, Math.min(count, found.size()));
    }

    private static InvalidInput unknownCursor(String cursor) {
        return new InvalidInput(
                "cursor",
                "UNKNOWN_CURSOR",
                "'%s' is no cursor of this list; start without one".formatted(cursor));
    }

    /// Why a result is what it is in the inventory that is asked for.
    @Transactional
    Optional<CalculationTrace> trace(ResultId id, InventoryQuery query) {
        Optional<StoredInventory> stored = stored(query);
        if (stored.isPresent()) {
            return versions.result(id.year(), stored.get().version(), id.toString())
                    .map(ResultContent::trace);
        }
        return inventories.find(id, query).map(EmissionResult::trace);
    }

    private StoredInventory version(int year, int version) {
        return versions.find(year, version).orElseThrow(() -> new UnknownVersion(year, version));
    }

    private InventoryView draft(InventoryQuery query) {
        Screened live = inventories.screened(query);
        Optional<PeriodEntity> period = periods.findByIdOptional(query.year());
        InventoryStatus status =
                period.map(known -> known.status)
                        .filter(known -> query.isUsual() && !known.isStored())
                        .orElse(InventoryStatus.DRAFT);
        InventoryView view = InventoryView.of(live, status, null);
        boolean changed =
                status == InventoryStatus.VALIDATED
                        && !FigureDigest.of(live.inventory())
                                .equals(period.map(known -> known.validatedSha256).orElse(""));
        return changed
                ? view.with(
                        new Finding(
                                "CHANGED_SINCE_VALIDATION",
                                Finding.Severity.OPEN,
                                view.period(),
                                "The figures changed after they were validated; they have to be validated again before they can be locked"),
                        null)
                : view;
    }

    private InventoryView onAnotherBasis(InventoryQuery query, StoredInventory locked) {
        return draft(query)
                .with(
                        new Finding(
                                "NOT_THE_LOCKED_BASIS",
                                Finding.Severity.NOTE,
                                String.valueOf(query.year()),
                                "Version %d is stored on %s by %s; this is calculated from today's records"
                                        .formatted(
                                                locked.version(),
                                                locked.view().gwpSet(),
                                                locked.view().consolidationApproach())),
                        null);
    }

    /// The latest version as it was stored, and what has come up since.
    private InventoryView held(StoredInventory locked) {
        Inventory today = inventories.calculate(locked.year());
        if (FigureDigest.of(today).equals(locked.figuresSha256())) {
            return locked.view();
        }
        var difference = InventoryView.Restatement.between(locked.view(), today);
        return locked.view()
                .with(
                        new Finding(
                                "LOCKED_PERIOD_CHANGED",
                                Finding.Severity.OPEN,
                                String.valueOf(locked.year()),
                                "Records, factors, the boundary or the GWP set changed after version %d; a restatement would bring %s kg CO2e by location and %s by market in place of %s and %s, a difference of %s and %s"
                                        .formatted(
                                                locked.version(),
                                                Decimals.plain(
                                                        today.total(Scope2Method.LOCATION_BASED)),
                                                Decimals.plain(
                                                        today.total(Scope2Method.MARKET_BASED)),
                                                Decimals.plain(
                                                        locked.view()
                                                                .total()
                                                                .locationBased()
                                                                .kgCo2e()),
                                                Decimals.plain(
                                                        locked.view()
                                                                .total()
                                                                .marketBased()
                                                                .kgCo2e()),
                                                Decimals.plain(
                                                        difference.totalLocationBasedKgCo2e()),
                                                Decimals.plain(
                                                        difference.totalMarketBasedKgCo2e()))),
                        difference);
    }

    /// A year as today's records make it, whether it is locked or not.
    ///
    /// @param version the stored one that stands for the year; empty where there is none
    record Today(Screened screened, Optional<Integer> version) {}

    @Transactional
    Today today(InventoryQuery query) {
        return new Today(inventories.screened(query), known(query).map(StoredInventory::version));
    }

    /// When a year was last restated; empty where it never was.
    @Transactional
    public Optional<Instant> restatedAt(int year) {
        return versions.latest(year)
                .filter(latest -> latest.view().status() == InventoryStatus.RESTATED)
                .map(StoredInventory::at);
    }

    /// Every version of a year, the first one first.
    List<StoredInventory> versions(int year) {
        return versions.all(year);
    }
}
