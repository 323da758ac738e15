package org.netzero.emissions.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.netzero.emissions.calculation.Emission;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.organization.LegalEntity;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.platform.input.Period;
import org.netzero.quantities.GasMass;
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
    private final List<Finding> findings = new ArrayList<>();
    private final Map<ResultId, Set<String>> owners = new HashMap<>();
    private final SortedMap<String, Figures> figures = new TreeMap<>();

    private Consolidation(ConsolidationApproach approach, Ownership ownership) {
        this.approach = approach;
        this.ownership = ownership;
    }

    public static Consolidated of(
            Inventory inventory, ConsolidationApproach approach, Ownership ownership) {
        var consolidation = new Consolidation(approach, ownership);
        consolidation.findings.addAll(inventory.findings());
        inventory.results().forEach(consolidation::add);
        List<Inventory.Apart> apart =
                inventory.apart().stream()
                        .map(beside ->
                                new Inventory.Apart(
                                        beside.accounting(), consolidation.inside(beside.result())))
                        .toList();
        return new Consolidated(
                new Inventory(
                        inventory.year(),
                        inventory.gwpSet(),
                        consolidation.results,
                        apart,
                        consolidation.findings),
                approach,
                ownership,
                Map.copyOf(consolidation.owners),
                consolidation.figures);
    }

    private void add(EmissionResult result) {
        if (ownership.isTheCompanysOwn(result.siteId())) {
            results.add(result);
            credit(result, Ownership.COMPANY, BigDecimal.ONE);
            result.siteId().ifPresent(this::unknownEntity);
        } else {
            divide(result);
        }
    }

    private void divide(EmissionResult result) {
        Period period = Period.parse(result.period());
        SortedMap<String, BigDecimal> parts = ownership.owners(result.siteId(), period.start());
        SortedMap<String, BigDecimal> counted = counted(parts, period);
        results.add(inside(result, parts, counted));
        counted.forEach((owner, part) -> credit(result, owner, part));
        owners.put(
                result.id(),
                counted.entrySet().stream()
                        .filter(part -> part.getValue().signum() > 0)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
        changesWithin(parts.keySet(), period, result);
    }

    /// What of each owner's part counts.
    private SortedMap<String, BigDecimal> counted(
            SortedMap<String, BigDecimal> parts, Period period) {
        var counted = new TreeMap<String, BigDecimal>();
        parts.forEach((owner, part) ->
                counted.put(
                        owner, part.multiply(ownership.counts(owner, approach, period.start()))));
        return counted;
    }

    /// The part of a result beside the scopes that lies inside the boundary.
    private EmissionResult inside(EmissionResult result) {
        if (ownership.isTheCompanysOwn(result.siteId())) {
            return result;
        }
        Period period = Period.parse(result.period());
        SortedMap<String, BigDecimal> parts = ownership.owners(result.siteId(), period.start());
        return inside(result, parts, counted(parts, period));
    }

    private EmissionResult inside(
            EmissionResult result,
            SortedMap<String, BigDecimal> parts,
            SortedMap<String, BigDecimal> counted) {
        if (parts.containsKey(Ownership.COMPANY)) {
            return result;
        }
        BigDecimal share = counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return shared(result, share, parts, counted);
    }

    private void credit(EmissionResult result, String owner, BigDecimal share) {
        figures.merge(
                owner,
                figures(result, result.emission().kilograms().multiply(share)),
                Figures::plus);
    }

    private static Figures figures(EmissionResult result, BigDecimal kilograms) {
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
        Emission part =
                new Emission(
                        whole.kilograms().multiply(share),
                        whole.basis(),
                        whole.co2Only(),
                        times(whole.gases(), share),
                        times(whole.otherGases(), share));
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
                trace);
    }

    private static List<GasMass> times(List<GasMass> masses, BigDecimal share) {
        return masses.stream().map(mass -> mass.times(share)).toList();
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

    private void changesWithin(Set<String> itsOwners, Period period, EmissionResult result) {
        itsOwners.stream()
                .flatMap(owner -> ownership.find(owner).stream())
                .filter(entity -> changesWithin(entity, period))
                .forEach(entity ->
                        findings.add(
                                finding(
                                        "ENTITY_CHANGES_WITHIN_RECORD",
                                        result.record(),
                                        "Entity '%s' comes or leaves within %s; all of the record counts by its first day, so record the parts before and after apart"
                                                .formatted(entity.entityId(), period))));
    }

    private static boolean changesWithin(LegalEntity entity, Period period) {
        return entity.from().filter(day -> isWithin(day, period)).isPresent()
                || entity.to().filter(day -> isWithin(day, period)).isPresent();
    }

    private static boolean isWithin(LocalDate day, Period period) {
        return day.isAfter(period.start()) && day.isBefore(period.end());
    }

    private static Finding finding(String code, String subject, String message) {
        return new Finding(code, Finding.Severity.OPEN, subject, message);
    }
}
