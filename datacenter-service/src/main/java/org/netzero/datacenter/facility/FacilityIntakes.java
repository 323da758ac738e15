package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.database.Statements;

/// What facilities settled about readings that are pushed for them; held in memory until points
/// change.
@ApplicationScoped
public class FacilityIntakes {

    private final MeasuringPoints points;
    private final Statements statements;
    private volatile @Nullable Map<String, FacilityIntake> held;

    FacilityIntakes(MeasuringPoints points, DataSource database) {
        this.points = points;
        this.statements = new Statements(database, "What facilities do with readings");
    }

    void put(String datacenterId, FacilityIntake intake) {
        points.change(() ->
                statements.update(
                        """
                        insert into facility_intake values (?, ?, ?)
                        on conflict (datacenter_id) do update
                        set collect_unknown = excluded.collect_unknown, live = excluded.live
                        """,
                        put -> {
                            put.setString(1, datacenterId);
                            put.setBoolean(2, intake.collectUnknown());
                            put.setBoolean(3, intake.live());
                        }));
    }

    public FacilityIntake of(String datacenterId) {
        Map<String, FacilityIntake> known = held;
        return (known == null ? hold() : known).getOrDefault(datacenterId, FacilityIntake.USUAL);
    }

    /// What is loaded while points change is let go of behind it.
    private synchronized Map<String, FacilityIntake> hold() {
        Map<String, FacilityIntake> known = load();
        held = known;
        return known;
    }

    private Map<String, FacilityIntake> load() {
        var intakes = new HashMap<String, FacilityIntake>();
        QuarkusTransaction.requiringNew()
                .run(() ->
                        statements.query(
                                "select datacenter_id, collect_unknown, live from facility_intake",
                                select -> {},
                                row ->
                                        intakes.put(
                                                row.getString(1),
                                                new FacilityIntake(
                                                        row.getBoolean(2), row.getBoolean(3)))));
        return Map.copyOf(intakes);
    }

    synchronized void forget(@Observes PointsChanged changed) {
        held = null;
    }
}
