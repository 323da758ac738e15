package org.netzero.energy.plant;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.netzero.energy.installation.Installations;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.Sites;

/// The plants. Where one is asked for that is not there, that is an [UnknownPlant].
@Singleton
public class Plants extends Installations<Plant> {

    Plants(DataSource database, Sites sites, Event<PlantChanged> changes) {
        super(
                new PlantKind(),
                database,
                sites,
                (before, now) -> changes.fire(new PlantChanged(before, now)));
    }

    void keepFromGroup(@Observes SiteChanged changed) {
        keepFromGroup(changed.site());
    }
}
