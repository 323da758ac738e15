package org.netzero.datacenter.interval;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.netzero.platform.database.Statements;
import org.netzero.platform.messaging.DatabaseFailure;

/// How many points of a role are in use from which hour on. Whoever declares points adds rows to
/// `role_points`; here those of one hour are drawn together.
@ApplicationScoped
class PointsInUse {

    private static final Logger LOG = Logger.getLogger(PointsInUse.class);

    private final Statements statements;

    PointsInUse(DataSource database) {
        this.statements = new Statements(database, "Points in use");
    }

    /// In one statement, so that nobody ever sees a part of it. Rows added meanwhile stay as they
    /// are.
    @Scheduled(
            every = "1m",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void drawTogether() {
        try {
            statements.update(
                    """
                    with several as (
                        select datacenter_id, role, from_hour from role_points
                        group by 1, 2, 3 having count(*) > 1),
                    drawn as (
                        delete from role_points p using several s
                        where p.datacenter_id = s.datacenter_id and p.role = s.role
                          and p.from_hour = s.from_hour
                        returning p.*)
                    insert into role_points
                    select datacenter_id, role, from_hour, sum(points) from drawn
                    group by 1, 2, 3 having sum(points) <> 0\
                    """,
                    nothing -> {});
        } catch (DatabaseFailure away) {
            LOG.warnf("Points in use wait to be drawn together: %s", away.getMessage());
        }
    }
}
