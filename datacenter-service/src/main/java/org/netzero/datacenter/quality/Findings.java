package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// All findings. One is open until the hours no longer show it, whatever somebody says of it.
@ApplicationScoped
class Findings {

    private static final String SELECT =
            """
            select id, code, datacenter_id, point_id, role, start, until, hours, message,
                   first_seen, closed_at, acknowledged_by, acknowledged_at, note
            from finding
            """;

    private final Clock clock;
    private final Statements statements;

    Findings(DataSource database, Clock clock) {
        this.clock = clock;
        this.statements = new Statements(database, "Findings");
    }

    /// A finding on file.
    ///
    /// @param closedAt when the hours no longer showed it; empty while they do
    record Filed(
            long id,
            String datacenterId,
            Finding finding,
            Instant firstSeen,
            Optional<Instant> closedAt,
            Optional<Acknowledgement> acknowledgement) {}

    /// Somebody knows of it.
    record Acknowledgement(String by, Instant at, String note) {}

    /// Which findings are asked for.
    ///
    /// @param open only open ones, or only others; empty for all
    record Question(
            Optional<String> datacenterId,
            Optional<Interval> span,
            Optional<FindingCode> code,
            Optional<Boolean> open) {}

    /// Puts what a month shows now in place of its open findings. One that goes on under other
    /// bounds stays the same finding.
    @Transactional(Transactional.TxType.MANDATORY)
    void replace(DueFindings.Due month, List<Finding> shown) {
        List<Filed> open = new ArrayList<>(open(month));
        var fresh = new ArrayList<Finding>();
        for (Finding finding : shown) {
            Optional<Filed> known =
                    open.stream()
                            .filter(filed -> filed.finding().isAnotherStateOf(finding))
                            .findFirst();
            known.ifPresent(open::remove);
            if (known.isEmpty()) {
                fresh.add(finding);
            } else if (!known.get().finding().equals(finding)) {
                update(known.get().id(), finding);
            }
        }
        open.forEach(gone -> close(gone.id()));
        insert(month, fresh);
    }

    private List<Filed> open(DueFindings.Due month) {
        return statements.query(
                SELECT
                        + "where datacenter_id = ? and month = ? and closed_at is null order by start, id for update",
                select -> {
                    select.setString(1, month.datacenterId());
                    select.setDate(2, Date.valueOf(month.month()));
                },
                Findings::read);
    }

    private void update(long id, Finding finding) {
        statements.update(
                "update finding set start = ?, until = ?, hours = ?, message = ? where id = ?",
                update -> {
                    update.setTimestamp(1, Timestamp.from(finding.start()));
                    update.setTimestamp(2, Timestamp.from(finding.until()));
                    update.setInt(3, finding.hours());
                    update.setString(4, finding.message());
                    update.setLong(5, id);
                });
    }

    private void close(long id) {
        statements.update(
                "update finding set closed_at = ? where id = ?",
                update -> {
                    update.setTimestamp(1, Timestamp.from(clock.instant()));
                    update.setLong(2, id);
                });
    }

    private void insert(DueFindings.Due month, List<Finding> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        statements.update(
                """
                insert into finding
                    (datacenter_id, month, first_seen, code, severity, point_id, role, start,
                     until, hours, message)
                select ?, ?, ?, code, severity, point_id, role, start, until, hours, message
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[], ?::integer[], ?::text[])
                    as fresh (code, severity, point_id, role, start, until, hours, message)
                order by start, point_id, code\
                """,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setString(1, month.datacenterId());
                    insert.setDate(2, Date.valueOf(month.month()));
                    insert.setTimestamp(3, Timestamp.from(clock.instant()));
                    insert.setArray(4, SqlArray.of(connection, fresh, Finding::code));
                    insert.setArray(
                            5,
                            SqlArray.of(connection, fresh, finding -> finding.code().severity()));
                    insert.setArray(
                            6,
                            SqlArray.of(
                                    connection, fresh, finding -> finding.pointId().orElse(null)));
                    insert.setArray(
                            7,
                            SqlArray.of(connection, fresh, finding -> finding.role().orElse(null)));
                    insert.setArray(8, SqlArray.of(connection, fresh, Finding::start));
                    insert.setArray(9, SqlArray.of(connection, fresh, Finding::until));
                    insert.setArray(10, SqlArray.of(connection, fresh, Finding::hours));
                    insert.setArray(11, SqlArray.of(connection, fresh, Finding::message));
                });
    }

    /// Findings in the order in which they were made, the newest first, from the first one after
    /// another.
    List<Filed> after(Question question, Optional<Long> last, int limit) {
        return statements.query(
                SELECT
                        + """
                        where id < coalesce(?, 9223372036854775807)
                          and datacenter_id = coalesce(?, datacenter_id) and code = coalesce(?, code)
                          and (?::boolean is null or (closed_at is null) = ?)
                          and (?::timestamptz is null or (start < ? and until > ?))
                        order by id desc limit ?\
                        """,
                select -> {
                    select.setObject(1, last.orElse(null), Types.BIGINT);
                    select.setString(2, question.datacenterId().orElse(null));
                    select.setString(3, question.code().map(Enum::name).orElse(null));
                    select.setObject(4, question.open().orElse(null), Types.BOOLEAN);
                    select.setObject(5, question.open().orElse(null), Types.BOOLEAN);
                    setSpan(select, question.span().orElse(null));
                    select.setInt(9, limit);
                },
                Findings::read);
    }

    private static void setSpan(PreparedStatement select, @Nullable Interval span)
            throws SQLException {
        Timestamp start = span == null ? null : Timestamp.from(span.start());
        Timestamp end = span == null ? null : Timestamp.from(span.end());
        select.setTimestamp(6, start);
        select.setTimestamp(7, end);
        select.setTimestamp(8, start);
    }

    /// Notes that somebody knows of a finding, in place of who knew before.
    ///
    /// @throws UnknownFinding when the facility has none of this id
    @Transactional
    Filed acknowledge(String datacenterId, long id, Acknowledgement acknowledgement) {
        int changed =
                statements.update(
                        """
                        update finding set acknowledged_by = ?, acknowledged_at = ?, note = ?
                        where id = ? and datacenter_id = ?\
                        """,
                        update -> {
                            update.setString(1, acknowledgement.by());
                            update.setTimestamp(2, Timestamp.from(acknowledgement.at()));
                            update.setString(3, acknowledgement.note());
                            update.setLong(4, id);
                            update.setString(5, datacenterId);
                        });
        if (changed == 0) {
            throw new UnknownFinding(datacenterId, String.valueOf(id));
        }
        return statements
                .query(SELECT + "where id = ?", select -> select.setLong(1, id), Findings::read)
                .getFirst();
    }

    private static Filed read(ResultSet row) throws SQLException {
        Optional<Acknowledgement> acknowledgement =
                row.getString(12) == null
                        ? Optional.empty()
                        : Optional.of(
                                new Acknowledgement(
                                        row.getString(12),
                                        row.getTimestamp(13).toInstant(),
                                        row.getString(14)));
        return new Filed(
                row.getLong(1),
                row.getString(3),
                new Finding(
                        FindingCode.valueOf(row.getString(2)),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        row.getTimestamp(6).toInstant(),
                        row.getTimestamp(7).toInstant(),
                        row.getInt(8),
                        row.getString(9)),
                row.getTimestamp(10).toInstant(),
                Optional.ofNullable(row.getTimestamp(11)).map(Timestamp::toInstant),
                acknowledgement);
    }
}
