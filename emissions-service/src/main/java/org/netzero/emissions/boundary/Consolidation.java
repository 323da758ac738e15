package org.netzero.emissions.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.emissions.boundary.Consolidated.Figures;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.Crossing;
import org.netzero.emissions.calculation.Emission;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryLine;
import org.netzero.emissions.calculation.ResultTotal;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.platform.input.Period;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Counts each result at 100 %, at 0 % or at the share of equity. Shares are exact decimals, so
/// nothing is rounded and the owners' figures sum to the inventory. A record counts by the day on
/// which it starts.
public final class Consolidation {

    /// The step of a trace that shows the share; its input [#SHARE] is what counts of [#FIGURE].
    public static final String STEP = "boundary";

    public static final String SHARE = "share";

    /// What stood there before the share was taken of it.
    public static final String FIGURE = "figure";

    private final ConsolidationApproach approach;
    private final Ownership ownership;
    private final List<EmissionResult> results = new ArrayList<>();
    private final List<ResultTotal> totals = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Object, Set<String>> owners = new HashMap<>();
    private final Set<String> factorsInside = new HashSet<>();
    private final Set<String> factorsOutside = new HashSet<>();
    private final SortedMap<String, Figures> figures = new TreeMap<>();

    private Consolidation(ConsolidationApproach approach, Ownership ownership) {
        this.approach = approach;
        this.ownership = ownership;
    }

    public static Consolidated of(
            Inventory inventory, ConsolidationApproach approach, Ownership ownership) {
        return of(inventory, approach, ownership, List.of(), Map.of());
    }

    /// @param crossing records, held in sums, within whose periods the boundary changes somewhere
    /// @param places of what findings are about, by what the findings call it; what has no place is
    ///   the company's own, what has several counts where one of them does
    public static Consolidated of(
            Inventory inventory,
            ConsolidationApproach approach,
            Ownership ownership,
            List<Crossing> crossing,
            Map<String, List<RecordPlace>> places) {
        var consolidation = new Consolidation(approach, ownership);
        inventory.results().forEach(consolidation::add);
        inventory.totals().forEach(consolidation::add);
        crossing.forEach(record ->
                consolidation.changesWithin(
                        Optional.of(record.siteId()),
                        record.record(),
                        new Period(record.start(), record.end())));
        List<Inventory.Apart> apart =
                inventory.apart().stream()
                        .map(beside ->
                                new Inventory.Apart(
                                        beside.accounting(), consolidation.beside(beside.result())))
                        .toList();
        inventory.findings().stream()
                .map(finding -> consolidation.weighed(finding, places))
                .forEach(consolidation.findings::add);
        return new Consolidated(
                new Inventory(
                        inventory.year(),
                        inventory.gwpSet(),
                        consolidation.results,
                        consolidation.totals,
                        apart,
                        consolidation.findings),
                approach,
                ownership,
                Map.copyOf(consolidation.owners),
                consolidation.figures);
    }

    /// A result as far as it counts inside a boundary.
    public static EmissionResult inside(
            EmissionResult result, ConsolidationApproach approach, Ownership ownership) {
        return new Consolidation(approach, ownership).inside(result);
    }

    /// Where and when a record begins, which decides what of it counts.
    public record RecordPlace(String siteId, LocalDate start) {}

    /// A finding about what counts nothing keeps no inventory from being complete.
    private Finding weighed(Finding finding, Map<String, List<RecordPlace>> places) {
        List<RecordPlace> at = places.getOrDefault(finding.subject(), List.of());
        boolean outside =
                at.isEmpty()
                        ? factorsOutside.contains(finding.subject())
                                && !factorsInside.contains(finding.subject())
                        : at.stream().noneMatch(this::counts);
        return outside ? noted(finding) : finding;
    }

    private boolean counts(RecordPlace place) {
        return parts(Optional.of(place.siteId()), place.start()).share().signum() > 0;
    }

    private Finding noted(Finding finding) {
        return finding.severity() == Finding.Severity.NOTE
                ? finding
                : new Finding(
                        finding.code(),
                        Finding.Severity.NOTE,
                        finding.subject(),
                        "%s; nothing of it counts under %s".formatted(finding.message(), approach));
    }

    private EmissionResult beside(EmissionResult result) {
        if (ownership.isTheCompanysOwn(result.siteId())) {
            stand(result, true);
            return result;
        }
        Parts parts = parts(result);
        stand(result, parts.share().signum() > 0);
        owners.put(result.key(), parts.counting());
        return inside(result, parts);
    }

    private void stand(InventoryLine line, boolean counts) {
        line.factor()
                .ifPresent(factor -> (counts ? factorsInside : factorsOutside).add(factor.id()));
    }

    private void add(InventoryLine line) {
        if (ownership.isTheCompanysOwn(line.siteId())) {
            keep(line);
            stand(line, true);
            credit(line, Ownership.COMPANY, BigDecimal.ONE);
            line.siteId().ifPresent(this::unknownEntity);
        } else {
            divide(line);
        }
    }

    private void keep(InventoryLine line) {
        switch (line) {
            case EmissionResult result -> results.add(result);
            case ResultTotal total -> totals.add(total);
        }
    }

    private void divide(InventoryLine line) {
        Parts parts = parts(line);
        keep(
                switch (line) {
                    case EmissionResult result -> inside(result, parts);
                    case ResultTotal total -> total.times(parts.share());
                });
        stand(line, parts.share().signum() > 0);
        parts.counted().forEach((owner, part) -> credit(line, owner, part));
        owners.put(line.key(), parts.counting());
        if (line instanceof EmissionResult result) {
            changesWithin(result.siteId(), result.record(), Period.parse(result.period()));
        }
    }

    /// Who has a part in a line, and what of each part counts.
    private record Parts(
            SortedMap<String, BigDecimal> owned, SortedMap<String, BigDecimal> counted) {

        /// What of the line counts.
        BigDecimal share() {
            return owned.containsKey(Ownership.COMPANY)
                    ? BigDecimal.ONE
                    : counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// Those whose part counts.
        Set<String> counting() {
            return counted.entrySet().stream()
                    .filter(part -> part.getValue().signum() > 0)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private Parts parts(InventoryLine line) {
        return parts(line.siteId(), dayOf(line));
    }

    private Parts parts(Optional<String> siteId, LocalDate day) {
        SortedMap<String, BigDecimal> owned = ownership.owners(siteId, day);
        var counted = new TreeMap<String, BigDecimal>();
        owned.forEach((owner, part) ->
                counted.put(owner, part.multiply(ownership.counts(owner, approach, day))));
        return new Parts(owned, counted);
    }

    /// The day by which it counts: its first, or that of the stretch of days its records start in.
    private static LocalDate dayOf(InventoryLine line) {
        return switch (line) {
            case EmissionResult result -> Period.parse(result.period()).start();
            case ResultTotal total -> total.key().since();
        };
    }

    /// The part of a result that lies inside the boundary.
    private EmissionResult inside(EmissionResult result) {
        return ownership.isTheCompanysOwn(result.siteId()) ? result : inside(result, parts(result));
    }

    private EmissionResult inside(EmissionResult result, Parts parts) {
        return parts.owned().containsKey(Ownership.COMPANY)
                ? result
                : shared(result, parts.share(), parts.owned(), parts.counted());
    }

    private void credit(InventoryLine result, String owner, BigDecimal share) {
        figures.merge(
                owner,
                figures(result, result.emission().kilograms().multiply(share)),
                Figures::plus);
    }

    private static Figures figures(InventoryLine result, BigDecimal kilograms) {
        BigDecimal none = BigDecimal.ZERO;
        return switch (result.scope()) {
            case SCOPE_1 -> new Figures(kilograms, none, none, none);
            case SCOPE_2 ->
                    result.method().equals(Optional.of(Scope2Method.LOCATION_BASED))
                            ? new Figures(none, kilograms, none, none)
                            : new Figures(none, none, kilograms, none);
            case SCOPE_3 -> new Figures(none, none, none, kilograms);
        };
    }

    private EmissionResult shared(
            EmissionResult result,
            BigDecimal share,
            SortedMap<String, BigDecimal> parts,
            SortedMap<String, BigDecimal> counted) {
        Emission whole = result.emission();
        Emission part = whole.times(share);
        var inputs = new LinkedHashMap<String, String>();
        inputs.put("approach", approach.name());
        parts.forEach((owner, its) ->
                inputs.put(
                        "entity " + owner,
                        "%s of the figure, of which %s counts"
                                .formatted(
                                        plain(its),
                                        plain(counted.getOrDefault(owner, BigDecimal.ZERO)))));
        inputs.put(FIGURE, new Quantity(whole.kilograms(), Unit.KG_CO2E).toString());
        inputs.put(SHARE, plain(share));
        CalculationTrace trace =
                new CalculationTrace(
                        STEP,
                        inputs,
                        "figure × share that counts inside the boundary",
                        new Quantity(part.kilograms(), Unit.KG_CO2E).toString(),
                        List.of(result.trace()));
        return new EmissionResult(
                result.id(),
                result.scope(),
                result.method(),
                result.category(),
                result.siteId(),
                result.activity(),
                result.record(),
                result.period(),
                part,
                result.factor(),
                result.provenance(),
                result.quality(),
                result.flags(),
                trace,
                result.supplies().stream().map(supply -> supply.times(share)).toList());
    }

    private static String plain(BigDecimal share) {
        return share.signum() == 0 ? "0" : share.stripTrailingZeros().toPlainString();
    }

    private void unknownEntity(String site) {
        ownership
                .unknownEntity(site)
                .ifPresent(named ->
                        findings.add(
                                finding(
                                        "UNKNOWN_ENTITY",
                                        site,
                                        "Site '%s' names the entity '%s', which is not registered; its figures count as the company's own"
                                                .formatted(site, named))));
    }

    private void changesWithin(Optional<String> siteId, String record, Period period) {
        ownership
                .changeWithin(siteId, period.start(), period.end())
                .map(what ->
                        finding(
                                "ENTITY_CHANGES_WITHIN_RECORD",
                                record,
                                "%s comes or leaves within %s; all of the record counts by its first day, so record the parts before and after apart"
                                        .formatted(what, period)))
                .map(finding -> ownership.mayCount(siteId, approach) ? finding : noted(finding))
                .ifPresent(findings::add);
    }

    private static Finding finding(String code, String subject, String message) {
        return new Finding(code, Finding.Severity.OPEN, subject, message);
    }
}
