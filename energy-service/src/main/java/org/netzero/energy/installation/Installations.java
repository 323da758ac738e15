package org.netzero.energy.installation;

import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;
import org.netzero.energy.site.Sites;
import org.netzero.energy.site.UnknownSite;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The installations of a kind. What is stated of one anew is added as its next revision.
public abstract class Installations<T extends Installation> {

    private final InstallationKind<T> kind;
    private final InstallationTable<T> table;
    private final Sites sites;
    private final BiConsumer<T, T> changed;

    /// @param changed told, in the transaction of the change, what was stated before and is now
    protected Installations(
            InstallationKind<T> kind, DataSource database, Sites sites, BiConsumer<T, T> changed) {
        this.kind = kind;
        this.table = new InstallationTable<>(kind, database);
        this.sites = sites;
        this.changed = changed;
    }

    /// @throws RuntimeException of the kind, when there is none
    public T get(String id) {
        return lastOf(id).stated();
    }

    /// @throws RuntimeException of the kind, when there is none
    public Revision<T> lastOf(String id) {
        return find(id).orElseThrow(() -> kind.unknown(id));
    }

    private Optional<Revision<T>> find(String id) {
        return table.named(List.of(id)).stream().findFirst();
    }

    /// Those of these ids, as far as there are any.
    public Map<String, T> named(Collection<String> ids) {
        return table.named(ids).stream()
                .map(Revision::stated)
                .collect(Collectors.toMap(Installation::id, Function.identity()));
    }

    public List<T> ofSite(String siteId) {
        return table.ofSite(siteId);
    }

    /// Those whose ids follow, in the order of their ids.
    public List<Revision<T>> after(String cursor, int count) {
        return table.after(cursor, count);
    }

    /// Everything that was ever stated of one, the oldest first.
    ///
    /// @throws RuntimeException of the kind, when there is none
    public List<Revision<T>> revisionsOf(String id) {
        List<Revision<T>> revisions = table.revisionsOf(id);
        if (revisions.isEmpty()) {
            throw kind.unknown(id);
        }
        return revisions;
    }

    /// Stores what is stated, if it is not what was stated last.
    ///
    /// @throws UnknownSite when its site is not registered
    /// @throws InvalidInput when its site is the group
    @Transactional
    public Registration put(T stated, String caller) {
        Site place = sites.get(stated.siteId());
        if (place.kind() == SiteKind.GROUP) {
            throw new InvalidInput(List.of(ofGroup(place)));
        }
        return store(stated, caller);
    }

    private Registration store(T stated, String caller) {
        table.hold(stated.id());
        Optional<Revision<T>> known = find(stated.id());
        if (known.isPresent() && known.get().stated().equals(stated)) {
            return Registration.UNCHANGED;
        }
        table.insert(stated, known.map(Revision::revision).orElse(0) + 1, caller);
        known.ifPresent(before -> changed.accept(before.stated(), stated));
        return known.isPresent() ? Registration.CHANGED : Registration.NEW;
    }

    /// Stores the new ones. A file never replaces one that is known: that takes a PUT, one by one.
    @Transactional
    public List<RowOutcome> add(List<T> batch, String caller) {
        Map<String, Site> places = sites.named(batch.stream().map(Installation::siteId).toList());
        return batch.stream().map(stated -> add(stated, places, caller)).toList();
    }

    private RowOutcome add(T stated, Map<String, Site> places, String caller) {
        Site place = places.get(stated.siteId());
        if (place == null) {
            return new RowOutcome.Rejected(
                    "siteId",
                    "UNKNOWN_SITE",
                    String.valueOf(new UnknownSite(stated.siteId()).getMessage()));
        }
        if (place.kind() == SiteKind.GROUP) {
            return new RowOutcome.Rejected(List.of(ofGroup(place)));
        }
        table.hold(stated.id());
        Optional<Revision<T>> known = find(stated.id());
        if (known.isEmpty()) {
            store(stated, caller);
            return new RowOutcome.Accepted();
        }
        return known.get().stated().equals(stated)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        kind.noun() + "Id",
                        "ID_CONFLICT",
                        "'%s' is registered with other content; PUT /api/energy/%s/%s states it anew"
                                .formatted(stated.id(), kind.plural(), stated.id()));
    }

    private Violation ofGroup(Site group) {
        return new Violation(
                "siteId",
                kind.noun().toUpperCase(Locale.ROOT) + "_OF_GROUP",
                "'%s' is the group, whose records state totals of all sites; register the %s at the site it stands at"
                        .formatted(group.siteId(), kind.noun()));
    }

    /// A site at which something stands does not become the group.
    ///
    /// @throws InvalidInput when it would
    protected void keepFromGroup(Site site) {
        if (site.kind() == SiteKind.GROUP && !table.ofSite(site.siteId()).isEmpty()) {
            throw new InvalidInput(
                    "kind",
                    "SITE_HAS_" + kind.many().toUpperCase(Locale.ROOT),
                    "'%s' has %s, and the group has none; register the group as a site of its own"
                            .formatted(site.siteId(), kind.many()));
        }
    }
}
