package org.netzero.energy.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netzero.energy.balance.Span;
import org.netzero.energy.resource.ResourceRecordTable.Content;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.messaging.Outbox;
import org.netzero.platform.problem.InvalidInput;

/// The records of water and waste: append-only, corrections among them, their totals told to the
/// other services.
@ApplicationScoped
class ResourceRecords implements Reversal.Possible {

    private final ResourceRecordTable table;
    private final Sites sites;
    private final Outbox outbox;
    private final Clock clock;

    ResourceRecords(ResourceRecordTable table, Sites sites, Outbox outbox, Clock clock) {
        this.table = table;
        this.sites = sites;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// Stores the good ones of a batch of an import.
    ///
    /// @return what became of each record, in order
    @Transactional
    List<RowOutcome> store(List<ResourceRecord> batch, Origin origin) {
        Map<String, Site> places = sites.named(batch.stream().map(ResourceRecord::siteId).toList());
        Set<String> ids = new HashSet<>();
        for (ResourceRecord record : batch) {
            ids.add(record.recordId());
            record.supersedes().ifPresent(ids::add);
        }
        var intake = Intake.<ResourceRecord, Content>reversible("recordId", table.named(ids));
        List<RowOutcome> outcomes =
                batch.stream().map(record -> outcomeOf(record, places, intake)).toList();
        tell(table.insert(intake.insertions(), origin));
        return outcomes;
    }

    @Override
    public List<Reversal.Superseded> supersededSince(UUID importId) {
        return table.supersededSince(importId);
    }

    @Override
    public void takeBack(UUID importId) {
        tell(table.takeBack(importId));
    }

    private RowOutcome outcomeOf(
            ResourceRecord record,
            Map<String, Site> places,
            Intake<ResourceRecord, Content> intake) {
        try {
            return intake.take(
                    record, record.recordId(), record.supersedes(), contentOf(record, places));
        } catch (InvalidInput invalid) {
            return new RowOutcome.Rejected(invalid.violations());
        }
    }

    /// The totals within a period.
    List<ResourceTotal> within(Span period, Optional<String> siteId) {
        siteId.ifPresent(sites::get);
        return table.within(period, siteId);
    }

    private Content contentOf(ResourceRecord record, Map<String, Site> places) {
        Site site = places.get(record.siteId());
        if (site == null) {
            throw new InvalidInput(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(record.siteId()).getMessage()));
        }
        return new Content(
                record.siteId(),
                record.resource(),
                record.quantity(),
                record.days(site.timeZone(), clock),
                record.provenance(),
                record.evidence(),
                record.supersedes());
    }

    private void tell(List<ResourceTotal> changed) {
        changed.stream()
                .map(ResourceTotalled::of)
                .forEach(total ->
                        outbox.add(
                                ResourceTotalled.TOPIC, ResourceTotalled.TYPE, total.key(), total));
    }
}
