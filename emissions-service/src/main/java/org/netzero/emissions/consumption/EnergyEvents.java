package org.netzero.emissions.consumption;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.messaging.Inbox;

/// Takes over what the energy service tells. Totals are absolute: the newest version stands.
@ApplicationScoped
class EnergyEvents {

    private final Inbox inbox;
    private final SiteRepository sites;
    private final EnergyTotalRepository totals;
    private final ResourceTotalRepository resources;
    private final InstrumentRepository instruments;
    private final ChangedYears changedYears;

    EnergyEvents(
            Inbox inbox,
            SiteRepository sites,
            EnergyTotalRepository totals,
            ResourceTotalRepository resources,
            InstrumentRepository instruments,
            ChangedYears changedYears) {
        this.inbox = inbox;
        this.sites = sites;
        this.totals = totals;
        this.resources = resources;
        this.instruments = instruments;
        this.changedYears = changedYears;
    }

    @Incoming("energy-site")
    @Blocking
    void site(ConsumerRecord<String, String> message) {
        inbox.accept(message, SiteRegistered.class, this::take);
    }

    @Incoming("energy-consumption")
    @Blocking
    void consumption(ConsumerRecord<String, String> message) {
        inbox.accept(message, ConsumptionTotalled.class, this::take);
    }

    @Incoming("energy-resource")
    @Blocking
    void resource(ConsumerRecord<String, String> message) {
        inbox.accept(message, ResourceTotalled.class, this::take);
    }

    @Incoming("energy-instrument")
    @Blocking
    void instrument(ConsumerRecord<String, String> message) {
        inbox.accept(message, InstrumentAllocated.class, this::take);
    }

    private void take(SiteRegistered fact) {
        Optional<SiteEntity> known = sites.findByIdOptional(fact.siteId());
        if (known.isPresent() && known.get().version >= fact.version()) {
            return;
        }
        SiteEntity site = known.orElseGet(SiteEntity::new);
        site.become(fact);
        sites.persist(site);
        changedYears.markAll();
    }

    private void take(ConsumptionTotalled fact) {
        Optional<EnergyTotalEntity> known = totals.findByIdOptional(fact.key());
        if (known.isPresent() && known.get().version >= fact.version()) {
            return;
        }
        Set<Integer> years = new TreeSet<>();
        known.ifPresent(before -> years.add(before.start.getYear()));
        EnergyTotalEntity total = known.orElseGet(EnergyTotalEntity::new);
        total.become(fact);
        totals.persist(total);
        years.add(fact.start().getYear());
        changedYears.mark(years);
    }

    private void take(ResourceTotalled fact) {
        Optional<ResourceTotalEntity> known = resources.findByIdOptional(fact.key());
        if (known.isPresent() && known.get().version >= fact.version()) {
            return;
        }
        ResourceTotalEntity total = known.orElseGet(ResourceTotalEntity::new);
        total.become(fact);
        resources.persist(total);
    }

    /// An amount that no instrument can have is refused here, before it stands in a year's way.
    private void take(InstrumentAllocated fact) {
        Optional<InstrumentEntity> known = instruments.findByIdOptional(fact.allocationId());
        if (known.isPresent() && known.get().version >= fact.version()) {
            return;
        }
        Set<Integer> years = new TreeSet<>();
        known.ifPresent(before -> years.add(before.start.getYear()));
        InstrumentEntity allocation = known.orElseGet(InstrumentEntity::new);
        allocation.become(fact);
        years.add(allocation.instrument().start().getYear());
        instruments.persist(allocation);
        changedYears.mark(years);
    }
}
