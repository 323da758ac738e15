package org.netzero.energy.resource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.energy.balance.Span;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.messaging.Outbox;
import org.netzero.platform.problem.InvalidInput;

/// The records of water and waste: append-only, their totals told to the other services.
@ApplicationScoped
class ResourceRecords {

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

    /// Stores the good ones of a batch.
    ///
    /// @return what became of each record, in order
    @Transactional
    List<RowOutcome> store(List<ResourceRecord> batch, String caller) {
        Map<String, Site> places = sites.named(batch.stream().map(ResourceRecord::siteId).toList());
        Map<String, ResourceRecordTable.Content> known =
                table.named(batch.stream().map(ResourceRecord::recordId).toList());
        var rows = new ArrayList<ResourceRecordTable.Row>();
        var outcomes = new ArrayList<RowOutcome>();
        for (ResourceRecord record : batch) {
            RowOutcome outcome;
            try {
                var content = contentOf(record, places);
                outcome = outcomeOf(record.recordId(), content, known);
                if (outcome instanceof RowOutcome.Accepted) {
                    known.put(record.recordId(), content);
                    rows.add(new ResourceRecordTable.Row(record.recordId(), content));
                }
            } catch (InvalidInput invalid) {
                outcome = new RowOutcome.Rejected(invalid.violations());
            }
            outcomes.add(outcome);
        }
        tell(table.insert(rows, caller));
        return outcomes;
    }

    /// The totals within a period.
    List<ResourceTotal> within(Span period, Optional<String> siteId) {
        siteId.ifPresent(sites::get);
        return table.within(period, siteId);
    }

    private ResourceRecordTable.Content contentOf(ResourceRecord record, Map<String, Site> places) {
        Site site = places.get(record.siteId());
        if (site == null) {
            throw new InvalidInput(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(record.siteId()).getMessage()));
        }
        return new ResourceRecordTable.Content(
                record.siteId(),
                record.resource(),
                record.quantity(),
                record.days(site.timeZone(), clock),
                record.provenance(),
                record.evidence());
    }

    private static RowOutcome outcomeOf(
            String recordId,
            ResourceRecordTable.Content content,
            Map<String, ResourceRecordTable.Content> known) {
        ResourceRecordTable.Content earlier = known.get(recordId);
        if (earlier == null) {
            return new RowOutcome.Accepted();
        }
        return earlier.equals(content)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "recordId",
                        "ID_CONFLICT",
                        "'%s' is stored with other content; use another id".formatted(recordId));
    }

    private void tell(List<ResourceTotal> changed) {
        changed.stream()
                .map(ResourceTotalled::of)
                .forEach(total ->
                        outbox.add(
                                ResourceTotalled.TOPIC, ResourceTotalled.TYPE, total.key(), total));
    }
}
