package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.messaging.DatabaseFailure;

/// Names that readings came with and that no point has, for facilities that collect them: whoever
/// keeps the register sees what is waiting to be defined.
@ApplicationScoped
public class PendingPoints {

    /// Names kept of a facility; a sender that makes up names fills no disk.
    static final int MOST_PENDING = 10_000;

    private static final Logger LOG = Logger.getLogger(PendingPoints.class);

    private final Statements statements;
    private final Clock clock;

    PendingPoints(DataSource database, Clock clock) {
        this.statements = new Statements(database, "Pending points");
        this.clock = clock;
    }

    /// @param pointId as a point of this name would be called
    /// @param firstSeen when a reading came with it
    record Pending(String pointId, Instant firstSeen) {}

    /// Notes names for a facility, as far as it has room for them. It is a courtesy: where it
    /// fails, readings are taken all the same, and the names come again with the next ones.
    public void collect(String datacenterId, Collection<String> pointIds) {
        List<String> ids = pointIds.stream().filter(PointRequest::isPointId).sorted().toList();
        if (ids.isEmpty()) {
            return;
        }
        try {
            note(datacenterId, ids);
        } catch (DatabaseFailure | PersistenceException | QuarkusTransactionException failed) {
            LOG.warnf(
                    "%d names of unknown points of '%s' are not noted: %s",
                    ids.size(), datacenterId, failed.getMessage());
        }
    }

    /// In the order of the names: two senders of the same ones would else wait for each other.
    private void note(String datacenterId, List<String> ids) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        statements.update(
                                """
                                insert into pending_point
                                select ?, id, ? from unnest(?) as new (id)
                                where not exists (select 1 from measuring_point where point_id = id)
                                order by id
                                limit greatest(0, ? -
                                    (select count(*) from pending_point where datacenter_id = ?))
                                on conflict do nothing
                                """,
                                insert -> {
                                    insert.setString(1, datacenterId);
                                    insert.setTimestamp(2, Timestamp.from(clock.instant()));
                                    insert.setArray(
                                            3, SqlArray.of(insert.getConnection(), ids, id -> id));
                                    insert.setInt(4, MOST_PENDING);
                                    insert.setString(5, datacenterId);
                                }));
    }

    /// What was pending under the ids of points that are defined now is pending no more.
    void settle(Collection<MeasuringPoint> defined) {
        if (defined.isEmpty()) {
            return;
        }
        statements.update(
                "delete from pending_point where point_id = any (?)",
                delete ->
                        delete.setArray(
                                1,
                                SqlArray.of(
                                        delete.getConnection(), defined, MeasuringPoint::pointId)));
    }

    List<Pending> page(String datacenterId, String cursor, int count) {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        statements.query(
                                """
                                select point_id, first_seen from pending_point
                                where datacenter_id = ? and point_id > ?
                                order by point_id limit ?
                                """,
                                select -> {
                                    select.setString(1, datacenterId);
                                    select.setString(2, cursor);
                                    select.setInt(3, count);
                                },
                                row ->
                                        new Pending(
                                                row.getString(1),
                                                row.getTimestamp(2).toInstant())));
    }
}
