package org.netzero.energy.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Evidence;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// The orders of sources that were set, revision by revision.
@ApplicationScoped
class SetRankingTable {

    private static final String BETTER = " > ";
    private static final String EQUAL = "=";

    private static final String COLUMNS = "site_id, carrier, revision, ranks, set_by, set_at";

    private static final String STANDING =
            "select distinct on (site_id, carrier) " + COLUMNS + " from source_ranking ";

    private final Statements statements;

    SetRankingTable(DataSource database) {
        this.statements = new Statements(database, "The order of sources of a site");
    }

    /// What stands at these sites.
    List<SetRanking> standing(Collection<String> siteIds) {
        return query(
                STANDING + "where site_id = any (?) order by site_id, carrier, revision desc",
                Optional.of(siteIds));
    }

    /// What stands anywhere.
    List<SetRanking> standing() {
        return query(STANDING + "order by site_id, carrier, revision desc", Optional.empty());
    }

    /// Everything set at a site, in the order it was.
    List<SetRanking> history(String siteId) {
        return query(
                "select "
                        + COLUMNS
                        + " from source_ranking where site_id = any (?) order by set_at, carrier, revision",
                Optional.of(List.of(siteId)));
    }

    /// The site is held.
    void insert(SetRanking set) {
        statements.update(
                "insert into source_ranking (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setString(1, set.siteId());
                    insert.setString(2, set.carrier().map(Enum::name).orElse(""));
                    insert.setInt(3, set.revision());
                    insert.setString(4, set.ranking().map(SourceRanking::toString).orElse(null));
                    insert.setString(5, set.setBy());
                    insert.setObject(6, set.setAt().atOffset(ZoneOffset.UTC));
                });
    }

    private List<SetRanking> query(String sql, Optional<Collection<String>> siteIds) {
        return statements.query(
                sql,
                select -> {
                    if (siteIds.isPresent()) {
                        select.setArray(
                                1, SqlArray.of(select.getConnection(), siteIds.get(), id -> id));
                    }
                },
                SetRankingTable::setOf);
    }

    private static SetRanking setOf(ResultSet row) throws SQLException {
        return new SetRanking(
                row.getString(1),
                Optional.of(row.getString(2))
                        .filter(name -> !name.isEmpty())
                        .map(EnergyCarrier::valueOf),
                row.getInt(3),
                Optional.ofNullable(row.getString(4)).map(SetRankingTable::read),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static SourceRanking read(String ranks) {
        return new SourceRanking(
                Arrays.stream(ranks.split(BETTER)).map(SetRankingTable::rank).toList());
    }

    private static Set<Evidence> rank(String kinds) {
        return Arrays.stream(kinds.split(EQUAL)).map(Evidence::valueOf).collect(Collectors.toSet());
    }
}
