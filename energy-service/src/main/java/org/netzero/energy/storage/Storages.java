package org.netzero.energy.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The storage on file. What is stated of one anew is added as its next revision.
@ApplicationScoped
public class Storages {

    /// What registering a storage did.
    enum Registration {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final StorageTable table;
    private final Sites sites;
    private final Event<StorageChanged> changes;

    Storages(StorageTable table, Sites sites, Event<StorageChanged> changes) {
        this.table = table;
        this.sites = sites;
        this.changes = changes;
    }

    /// @throws UnknownStorage when there is none
    public Storage get(String storageId) {
        return stated(storageId).storage();
    }

    /// @throws UnknownStorage when there is none
    StorageRevision stated(String storageId) {
        return find(storageId).orElseThrow(() -> new UnknownStorage(storageId));
    }

    private Optional<StorageRevision> find(String storageId) {
        return table.named(List.of(storageId)).stream().findFirst();
    }

    public Map<String, Storage> named(Collection<String> storageIds) {
        return table.named(storageIds).stream()
                .map(StorageRevision::storage)
                .collect(Collectors.toMap(Storage::storageId, Function.identity()));
    }

    public List<Storage> ofSite(String siteId) {
        return table.ofSite(siteId);
    }

    List<StorageRevision> after(String cursor, int count) {
        return table.after(cursor, count);
    }

    /// @throws UnknownStorage when there is none
    List<StorageRevision> revisionsOf(String storageId) {
        List<StorageRevision> revisions = table.revisionsOf(storageId);
        if (revisions.isEmpty()) {
            throw new UnknownStorage(storageId);
        }
        return revisions;
    }

    /// Stores what is stated of a storage, if it is not what was stated last.
    ///
    /// @throws UnknownSite when its site is not registered
    /// @throws InvalidInput when its site is the group
    @Transactional
    Registration put(Storage storage, String caller) {
        Site place = sites.get(storage.siteId());
        if (place.kind() == SiteKind.GROUP) {
            throw new InvalidInput(List.of(ofGroup(place)));
        }
        return store(storage, caller);
    }

    private Registration store(Storage storage, String caller) {
        table.hold(storage.storageId());
        Optional<StorageRevision> known = find(storage.storageId());
        if (known.isPresent() && known.get().storage().equals(storage)) {
            return Registration.UNCHANGED;
        }
        table.insert(storage, known.map(StorageRevision::revision).orElse(0) + 1, caller);
        known.ifPresent(before -> changes.fire(new StorageChanged(before.storage(), storage)));
        return known.isPresent() ? Registration.CHANGED : Registration.NEW;
    }

    /// Stores the new ones. A file never replaces a storage: that takes a PUT, one by one.
    @Transactional
    List<RowOutcome> add(List<Storage> batch, String caller) {
        Map<String, Site> places = sites.named(batch.stream().map(Storage::siteId).toList());
        return batch.stream().map(storage -> add(storage, places, caller)).toList();
    }

    private RowOutcome add(Storage storage, Map<String, Site> places, String caller) {
        Site place = places.get(storage.siteId());
        if (place == null) {
            return new RowOutcome.Rejected(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(storage.siteId()).getMessage()));
        }
        if (place.kind() == SiteKind.GROUP) {
            return new RowOutcome.Rejected(List.of(ofGroup(place)));
        }
        table.hold(storage.storageId());
        Optional<StorageRevision> known = find(storage.storageId());
        if (known.isEmpty()) {
            store(storage, caller);
            return new RowOutcome.Accepted();
        }
        return known.get().storage().equals(storage)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "storageId",
                        "ID_CONFLICT",
                        "'%s' is registered with other content; PUT /api/energy/storages/%s states it anew"
                                .formatted(storage.storageId(), storage.storageId()));
    }

    private static Violation ofGroup(Site group) {
        return new Violation(
                "siteId",
                "STORAGE_OF_GROUP",
                "'%s' is the group, whose records state totals of all sites; register the storage at the site it stands at"
                        .formatted(group.siteId()));
    }

    /// A site with storage does not become the group.
    void keepFromGroup(@Observes SiteChanged changed) {
        Site site = changed.site();
        if (site.kind() == SiteKind.GROUP && !table.ofSite(site.siteId()).isEmpty()) {
            throw new InvalidInput(
                    "kind",
                    "SITE_HAS_STORAGE",
                    "'%s' has storage, and the group has none; register the group as a site of its own"
                            .formatted(site.siteId()));
        }
    }
}
