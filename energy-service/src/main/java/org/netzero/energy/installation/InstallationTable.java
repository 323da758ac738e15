package org.netzero.energy.installation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// The installations of a kind on file, revision by revision. The last one of each is what is
/// stated of it.
final class InstallationTable<T extends Installation> {

    private static final int FIRST_STATED = 3;

    private final InstallationKind<T> kind;
    private final Statements statements;
    private final String columns;

    InstallationTable(InstallationKind<T> kind, DataSource database) {
        this.kind = kind;
        this.statements = new Statements(database, kind.plural());
        this.columns =
                "%s_id, revision, %s".formatted(kind.noun(), String.join(", ", kind.columns()));
    }

    /// Holds an id until the transaction ends, whether there is one or not.
    void hold(String id) {
        statements.update(
                filledIn("insert into %1$s (%1$s_id) values (?) on conflict do nothing"),
                insert -> insert.setString(1, id));
        statements.query(
                filledIn("select 1 from %1$s where %1$s_id = ? for update"),
                select -> select.setString(1, id),
                row -> row.getInt(1));
    }

    List<Revision<T>> named(Collection<String> ids) {
        return statements.query(
                stated("= any (?)"),
                select -> select.setArray(1, SqlArray.of(select.getConnection(), ids, id -> id)),
                this::revisionOf);
    }

    List<Revision<T>> after(String cursor, int count) {
        return statements.query(
                stated("> ?") + " limit ?",
                select -> {
                    select.setString(1, cursor);
                    select.setInt(2, count);
                },
                this::revisionOf);
    }

    /// Everything that was ever stated of one, the oldest first.
    List<Revision<T>> revisionsOf(String id) {
        return statements.query(
                filledIn(
                        "select %2$s, recorded_at, recorded_by from %1$s_revision where %1$s_id = ? order by revision"),
                select -> select.setString(1, id),
                this::revisionOf);
    }

    List<T> ofSite(String siteId) {
        return statements
                .query(
                        "select * from (%s) as stated where site_id = ? order by 1"
                                .formatted(stated("is not null")),
                        select -> select.setString(1, siteId),
                        this::revisionOf)
                .stream()
                .map(Revision::stated)
                .toList();
    }

    void insert(T installation, int revision, String caller) {
        int recordedBy = FIRST_STATED + kind.columns().size();
        statements.update(
                filledIn("insert into %1$s_revision (%2$s, recorded_by) values (?%3$s)"),
                insert -> {
                    insert.setString(1, installation.id());
                    insert.setInt(2, revision);
                    kind.bind(insert, FIRST_STATED, installation);
                    insert.setString(recordedBy, caller);
                });
    }

    private String stated(String condition) {
        return filledIn(
                        "select distinct on (%1$s_id) %2$s, recorded_at, recorded_by from %1$s_revision where %1$s_id ")
                + condition
                + filledIn(" order by %1$s_id, revision desc");
    }

    /// Fills in the kind's noun, all columns, and a parameter for each of them.
    private String filledIn(String sql) {
        return sql.formatted(
                kind.noun(), columns, ", ?".repeat(FIRST_STATED - 1 + kind.columns().size()));
    }

    private Revision<T> revisionOf(ResultSet row) throws SQLException {
        return new Revision<>(
                kind.read(row),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Objects.requireNonNull(row.getString("recorded_by")));
    }
}
