package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.claim.Judgement;
import org.netzero.energy.claim.Market;
import org.netzero.energy.instrument.ClaimRefused.IdTaken;
import org.netzero.energy.instrument.ClaimRefused.NoRuleSetMet;
import org.netzero.energy.instrument.ClaimRefused.NotEnoughLeft;
import org.netzero.energy.instrument.ClaimRefused.RateUnknown;
import org.netzero.energy.instrument.ClaimRefused.StepRefused;
import org.netzero.energy.instrument.StepTable.Taken;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.problem.InvalidInput;

/// What instruments are allocated to. A kilowatt-hour is claimed once: of an instrument no more
/// than it has, of a site no more than it bought, whoever asks at the same moment.
@ApplicationScoped
class Allocations {

    private final AllocationTable table;
    private final InstrumentTable instruments;
    private final ClaimPools pools;
    private final StepTable steps;
    private final ClaimableEnergy claimable;
    private final ToldAllocations told;
    private final Sites sites;
    private final Clock clock;

    Allocations(
            AllocationTable table,
            InstrumentTable instruments,
            ClaimPools pools,
            StepTable steps,
            ClaimableEnergy claimable,
            ToldAllocations told,
            Sites sites,
            Clock clock) {
        this.table = table;
        this.instruments = instruments;
        this.pools = pools;
        this.steps = steps;
        this.claimable = claimable;
        this.told = told;
        this.sites = sites;
        this.clock = clock;
    }

    /// Lays a part of an instrument against consumption or own generation.
    ///
    /// @return whether it is new; it is not when the same was asked for before
    /// @throws ClaimRefused when a rule does not allow it
    @Transactional
    boolean allocate(Allocation.Order order, String caller) {
        table.holdConsumption(order.siteId());
        RegisteredInstrument instrument = held(order.instrumentId());
        Optional<Allocation> known = table.one(order.allocationId());
        if (known.isPresent()) {
            if (!known.get().order().equals(order)) {
                throw new IdTaken(order);
            }
            return false;
        }
        Site site = siteOf(order);
        checkInstrument(order, instrument);
        checkSale(order, instrument, site);
        claimable.check(order, site);
        checkRules(order, instrument, site);
        table.insert(order, caller);
        take(order, Step.ALLOCATED, today(), Optional.empty(), caller);
        return true;
    }

    private Site siteOf(Allocation.Order order) {
        return Optional.ofNullable(sites.named(List.of(order.siteId())).get(order.siteId()))
                .orElseThrow(() ->
                        new InvalidInput(
                                "siteId",
                                "UNKNOWN_SITE",
                                String.valueOf(new UnknownSite(order.siteId()).getMessage())));
    }

    private void checkInstrument(Allocation.Order order, RegisteredInstrument instrument) {
        String id = order.instrumentId();
        order.quantity().refuseUnlessOf(instrument.facts().kind());
        Position position = pools.position(id);
        if (position.status() == InstrumentStatus.ISSUED) {
            throw new StepRefused(
                    "'%s' is issued and not bought; tell of the purchase first, with step BOUGHT"
                            .formatted(id));
        }
        instrument
                .facts()
                .expiresOn()
                .filter(last -> last.isBefore(today()))
                .ifPresent(last -> {
                    throw new StepRefused("'%s' expired on %s".formatted(id, last));
                });
        if (position.leftKwh().compareTo(order.energyKwh()) < 0) {
            throw new NotEnoughLeft(id, order.energyKwh(), position);
        }
        if (instrument.facts().kgCo2ePerKwh().isEmpty()) {
            throw new RateUnknown(id, instrument.facts().technology());
        }
    }

    /// What is sold of own generation is renewable, of the site's market and of the period.
    private static void checkSale(
            Allocation.Order order, RegisteredInstrument instrument, Site site) {
        if (order.effect() != ClaimEffect.SELLS_OWN_GENERATION) {
            return;
        }
        Market market = Market.of(site.country(), site.province());
        boolean own =
                instrument.facts().isRenewable()
                        && instrument.facts().market().equals(market)
                        && instrument.facts().vintage().overlaps(order.period());
        if (!own) {
            throw new InvalidInput(
                    "effect",
                    "NOT_OWN_GENERATION",
                    "'%s' is not of renewable power generated in %s during %s, so it sells none of what '%s' generated"
                            .formatted(
                                    order.instrumentId(), market, order.period(), order.siteId()));
        }
    }

    private void checkRules(Allocation.Order order, RegisteredInstrument instrument, Site site) {
        if (order.effect() == ClaimEffect.COVERS_CONSUMPTION) {
            List<Judgement> judgements = told.judgements(instrument, order, site);
            if (judgements.stream().noneMatch(Judgement::canBeMet)) {
                throw new NoRuleSetMet(order.instrumentId(), judgements);
            }
        }
    }

    /// Makes an allocation final.
    ///
    /// @throws StepRefused when it was withdrawn, retired otherwise, or expired before
    @Transactional
    void retire(
            String instrumentId,
            UUID allocationId,
            LocalDate on,
            Optional<String> evidence,
            String caller) {
        RegisteredInstrument instrument = held(instrumentId);
        Allocation allocation = allocationOf(instrumentId, allocationId);
        switch (allocation.status()) {
            case PROVISIONAL -> checkRetirement(instrument, on);
            case WITHDRAWN ->
                    throw new StepRefused(
                            "'%s' was withdrawn; allocate anew".formatted(allocationId));
            case RETIRED -> {
                if (allocation.retiredOn().filter(on::equals).isEmpty()
                        || !allocation.retirementEvidence().equals(evidence)) {
                    throw new StepRefused(
                            "'%s' was retired before, on %s"
                                    .formatted(
                                            allocationId,
                                            allocation
                                                    .retiredOn()
                                                    .map(LocalDate::toString)
                                                    .orElse("a day not known")));
                }
                return;
            }
        }
        table.retire(allocationId, on, evidence);
        take(allocation.order(), Step.RETIRED, on, evidence, caller);
    }

    private static void checkRetirement(RegisteredInstrument instrument, LocalDate on) {
        instrument
                .facts()
                .expiresOn()
                .filter(last -> last.isBefore(on))
                .ifPresent(last -> {
                    throw new StepRefused(
                            "'%s' expired on %s and cannot be retired on %s"
                                    .formatted(instrument.instrumentId(), last, on));
                });
        if (on.isBefore(instrument.facts().vintage().start())) {
            throw new InvalidInput(
                    "on",
                    "BEFORE_GENERATION",
                    "'%s' lies before the generation, which began on %s"
                            .formatted(on, instrument.facts().vintage().start()));
        }
    }

    /// Takes an allocation back before it is retired.
    ///
    /// @throws StepRefused when it is retired
    @Transactional
    void release(String instrumentId, UUID allocationId, Optional<String> reason, String caller) {
        held(instrumentId);
        Allocation allocation = allocationOf(instrumentId, allocationId);
        switch (allocation.status()) {
            case PROVISIONAL -> {
                table.withdraw(List.of(allocationId));
                take(allocation.order(), Step.RELEASED, today(), reason, caller);
            }
            case RETIRED ->
                    throw new StepRefused(
                            "'%s' is retired, and what is retired stays claimed"
                                    .formatted(allocationId));
            case WITHDRAWN -> {}
        }
    }

    /// A site's place is part of what the rule sets judge.
    void judgeAnew(@Observes SiteChanged changed) {
        List<String> touched = table.instrumentsOf(changed.site().siteId());
        if (!touched.isEmpty()) {
            pools.hold(touched);
            told.tell(touched);
        }
    }

    private void take(
            Allocation.Order order, Step step, LocalDate on, Optional<String> note, String caller) {
        steps.add(
                List.of(
                        new Taken(
                                order.instrumentId(),
                                step,
                                Optional.of(order.allocationId().toString()),
                                order.energyKwh(),
                                on,
                                note)),
                caller);
        pools.sumUp(List.of(order.instrumentId()));
        told.tell(order.allocationId());
    }

    private Allocation allocationOf(String instrumentId, UUID allocationId) {
        return table.one(allocationId)
                .filter(allocation -> allocation.order().instrumentId().equals(instrumentId))
                .orElseThrow(() -> new UnknownAllocation(instrumentId, allocationId.toString()));
    }

    private RegisteredInstrument held(String instrumentId) {
        pools.hold(List.of(instrumentId));
        return instruments
                .standing(instrumentId)
                .orElseThrow(() -> new UnknownInstrument(instrumentId));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
