package org.netzero.energy.storage;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.netzero.energy.installation.Installations;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.Sites;

/// The storage on file. Where one is asked for that is not there, that is an [UnknownStorage].
@Singleton
public class Storages extends Installations<Storage> {

    Storages(DataSource database, Sites sites, Event<StorageChanged> changes) {
        super(
                new StorageKind(),
                database,
                sites,
                (before, now) -> changes.fire(new StorageChanged(before, now)));
    }

    void keepFromGroup(@Observes SiteChanged changed) {
        keepFromGroup(changed.site());
    }
}
