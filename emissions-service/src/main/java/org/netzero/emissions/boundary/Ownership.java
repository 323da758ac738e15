package org.netzero.emissions.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.emissions.organization.LegalEntity;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;

/// To whom the sites belong. Immutable; what is asked for every line of an inventory is indexed.
public final class Ownership {

    /// The company itself, to which everything belongs that no entity claims.
    public static final String COMPANY = "";

    private final List<LegalEntity> entities;
    private final Map<String, LegalEntity> byId = new HashMap<>();
    private final Map<String, LegalEntity> byName = new HashMap<>();
    private final Map<String, String> entityOfSite;
    private final Map<String, List<Allocation>> allocations;

    /// @param entities every entity
    /// @param entityOfSite id or name of the entity each site names
    /// @param allocations keys that come before a site's own entity
    public Ownership(
            List<LegalEntity> entities,
            Map<String, String> entityOfSite,
            List<Allocation> allocations) {
        this.entities = List.copyOf(entities);
        entities.forEach(entity -> byId.put(entity.entityId(), entity));
        entities.forEach(entity -> byName.put(entity.name(), entity));
        this.entityOfSite = Map.copyOf(entityOfSite);
        this.allocations = allocations.stream().collect(Collectors.groupingBy(Allocation::siteId));
    }

    /// Everything belongs to the company itself.
    public static Ownership undivided() {
        return new Ownership(List.of(), Map.of(), List.of());
    }

    /// The share of each owner in a site's figures; they sum to 1.
    ///
    /// @param siteId empty: not at a site
    SortedMap<String, BigDecimal> owners(Optional<String> siteId, LocalDate day) {
        var owners = new TreeMap<String, BigDecimal>();
        siteId.flatMap(site -> allocation(site, day))
                .ifPresentOrElse(
                        key ->
                                key.parts()
                                        .forEach(part -> owners.put(part.entityId(), part.share())),
                        () ->
                                owners.put(
                                        siteId.flatMap(this::entityOf)
                                                .map(LegalEntity::entityId)
                                                .orElse(COMPANY),
                                        BigDecimal.ONE));
        return owners;
    }

    /// Whether neither an entity nor a key has a part in what is at a site, on any day.
    boolean isTheCompanysOwn(Optional<String> siteId) {
        return siteId.isEmpty()
                || (!allocations.containsKey(siteId.get()) && entityOf(siteId.get()).isEmpty());
    }

    /// The key that applies on the day; of several the one that began last.
    private Optional<Allocation> allocation(String site, LocalDate day) {
        return allocations.getOrDefault(site, List.of()).stream()
                .filter(key -> key.appliesOn(day))
                .max(Comparator.comparing(key -> key.from().orElse(LocalDate.MIN)));
    }

    Optional<LegalEntity> entityOf(String site) {
        return Optional.ofNullable(entityOfSite.get(site))
                .flatMap(named -> find(named).or(() -> Optional.ofNullable(byName.get(named))));
    }

    /// What a site names as its entity, where it is none.
    Optional<String> unknownEntity(String site) {
        return entities.isEmpty() || entityOf(site).isPresent()
                ? Optional.empty()
                : Optional.ofNullable(entityOfSite.get(site));
    }

    Optional<LegalEntity> find(String entityId) {
        return Optional.ofNullable(byId.get(entityId));
    }

    /// What of an owner's emissions on a day counts. Control is the reporting company's own over
    /// the entity; an equity share is that of its parent, so shares multiply up to the company.
    BigDecimal counts(String owner, ConsolidationApproach approach, LocalDate day) {
        return counts(owner, approach, held -> held.isHeldOn(day));
    }

    /// Whether something at a site counts on any day, whoever has a part in it then.
    boolean mayCount(Optional<String> siteId, ConsolidationApproach approach) {
        Stream<String> byKey =
                siteId.stream()
                        .flatMap(site -> allocations.getOrDefault(site, List.of()).stream())
                        .flatMap(key -> key.parts().stream())
                        .map(Allocation.Part::entityId);
        String own = siteId.flatMap(this::entityOf).map(LegalEntity::entityId).orElse(COMPANY);
        return Stream.concat(byKey, Stream.of(own))
                .anyMatch(owner -> counts(owner, approach, held -> true).signum() > 0);
    }

    private BigDecimal counts(
            String owner, ConsolidationApproach approach, Predicate<LegalEntity> isHeld) {
        BigDecimal share = BigDecimal.ONE;
        Optional<LegalEntity> entity = find(owner);
        while (entity.isPresent()) {
            LegalEntity held = entity.get();
            if (!isHeld.test(held)) {
                return BigDecimal.ZERO;
            }
            share = share.multiply(held.share(approach));
            entity =
                    approach == ConsolidationApproach.EQUITY_SHARE
                            ? held.parent().flatMap(this::find)
                            : Optional.empty();
        }
        return share;
    }

    /// Sites whose entity came or left between the first day of one year and the last of another.
    public Set<String> sitesMoved(int oneYear, int otherYear) {
        LocalDate start = LocalDate.of(Math.min(oneYear, otherYear), 1, 1);
        LocalDate end = LocalDate.of(Math.max(oneYear, otherYear) + 1, 1, 1);
        return entityOfSite.keySet().stream()
                .filter(site ->
                        entityOf(site)
                                .filter(entity ->
                                        isWithin(entity.from(), start, end)
                                                || isWithin(entity.to(), start, end))
                                .isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The days of a year, but its first, on which an entity or a key comes or goes.
    public List<LocalDate> changeDays(int year) {
        return Stream.concat(
                        entities.stream().flatMap(entity -> days(entity.from(), entity.to())),
                        allocations.values().stream()
                                .flatMap(List::stream)
                                .flatMap(key -> days(key.from(), key.to())))
                .filter(day -> day.getYear() == year && day.getDayOfYear() > 1)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<LocalDate> days(Optional<LocalDate> from, Optional<LocalDate> to) {
        return Stream.concat(from.stream(), to.stream());
    }

    /// Sites of which a key, an owner or somebody above it comes or goes within a year.
    public Set<String> sitesThatChange(int year) {
        LocalDate start = LocalDate.of(year, 1, 1);
        return Stream.concat(entityOfSite.keySet().stream(), allocations.keySet().stream())
                .filter(site ->
                        changeWithin(Optional.of(site), start, start.plusYears(1)).isPresent())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What of a site comes or goes within a period: a key, or an owner or somebody above it.
    Optional<String> changeWithin(Optional<String> siteId, LocalDate start, LocalDate end) {
        List<Allocation> keys = siteId.map(site -> allocations.get(site)).orElse(List.of());
        if (keys.stream().anyMatch(key -> isWithin(key.from(), key.to(), start, end))) {
            return Optional.of("A key of site '%s'".formatted(siteId.orElseThrow()));
        }
        return owners(siteId, start).keySet().stream()
                .flatMap(owner -> Stream.iterate(find(owner), Optional::isPresent, this::parent))
                .flatMap(Optional::stream)
                .filter(entity -> isWithin(entity.from(), entity.to(), start, end))
                .findFirst()
                .map(entity -> "Entity '%s'".formatted(entity.entityId()));
    }

    private Optional<LegalEntity> parent(Optional<LegalEntity> entity) {
        return entity.flatMap(LegalEntity::parent).flatMap(this::find);
    }

    private static boolean isWithin(
            Optional<LocalDate> from, Optional<LocalDate> to, LocalDate start, LocalDate end) {
        return isWithin(from, start, end) || isWithin(to, start, end);
    }

    private static boolean isWithin(Optional<LocalDate> day, LocalDate start, LocalDate end) {
        return day.filter(its -> its.isAfter(start) && its.isBefore(end)).isPresent();
    }

    /// Owners some of whose emissions of a year may count: the company itself comes first.
    public List<String> inside(ConsolidationApproach approach, int year) {
        var inside = new ArrayList<String>(List.of(COMPANY));
        entities.stream()
                .filter(entity -> entity.isHeldIn(year) && entity.share(approach).signum() > 0)
                .map(LegalEntity::entityId)
                .sorted()
                .forEach(inside::add);
        return inside;
    }
}
