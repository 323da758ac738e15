package org.netzero.emissions.result;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.platform.database.Statements;
import org.netzero.quantities.GwpSet;

/// Which stored results of a year are wanted: in the order of inventories, from a place on.
///
/// @param set on which they can be calculated
/// @param after empty: from the first one
public record ResultQuery(
        int year,
        GwpSet set,
        Optional<Scope> scope,
        Optional<Scope3Category> category,
        Optional<String> siteId,
        Optional<Place> after,
        int count) {

    /// Where a result stands in the order.
    ///
    /// @param activityId empty: before all records
    public record Place(
            Scope scope,
            Optional<Scope2Method> method,
            Optional<Scope3Category> category,
            String activityId) {}

    /// Where results of a site are, and how many.
    private record Part(String scope, String method, int category, long results) {}

    List<StoredResult> rows(Connection connection) throws SQLException {
        return siteId.isPresent()
                ? ofSite(siteId.get(), connection)
                : rows(connection, Optional.empty(), count);
    }

    /// No index begins with the site, as each one slows every import down. The sums tell which
    /// parts of the list have results of it and how many, so that a part is looked through no
    /// further than to the last of them, and the others are not.
    private List<StoredResult> ofSite(String site, Connection connection) throws SQLException {
        var found = new ArrayList<StoredResult>();
        for (Part part : partsOf(site, connection)) {
            if (found.size() < count) {
                long most = Math.min(count - found.size(), part.results());
                found.addAll(rows(connection, Optional.of(part), most));
            }
        }
        return found;
    }

    private List<Part> partsOf(String site, Connection connection) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        """
                        select scope, method, category, sum(results) from activity_result_total
                        where year = ? and site_id = ? and ? = any (string_to_array(sets, ' '))
                        group by scope, method, category order by scope, method, category
                        """)) {
            query.setInt(1, year);
            query.setString(2, site);
            query.setString(3, set.name());
            return Statements.rows(
                    query,
                    row ->
                            new Part(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getInt(3),
                                    row.getLong(4)));
        }
    }

    private List<StoredResult> rows(Connection connection, Optional<Part> part, long most)
            throws SQLException {
        var sql =
                new StringBuilder("select ")
                        .append(StoredResult.COLUMNS)
                        .append(
                                " from activity_result where year = ? and accounting = 'INSIDE_INVENTORY'");
        var values = new ArrayList<Object>();
        values.add(year);
        sql.append(
                switch (set) {
                    case AR4_100 -> " and kg_ar4 is not null";
                    case AR5_100 -> " and kg_ar5 is not null";
                    case AR6_100 -> " and kg_ar6 is not null";
                });
        scope.ifPresent(its -> {
            sql.append(" and scope = ?");
            values.add(its.name());
        });
        category.ifPresent(its -> {
            sql.append(" and category = ?");
            values.add(StoredResult.number(category));
        });
        part.ifPresent(its -> {
            sql.append(" and scope = ? and method = ? and category = ?");
            values.add(its.scope());
            values.add(its.method());
            values.add(its.category());
        });
        siteId.ifPresent(its -> {
            sql.append(" and site_id = ?");
            values.add(its);
        });
        after.ifPresent(its -> {
            sql.append(" and (scope, method, category, activity_id) > (?, ?, ?, ?)");
            values.add(its.scope().name());
            values.add(ResultId.letter(its.method()));
            values.add(StoredResult.number(its.category()));
            values.add(its.activityId());
        });
        sql.append(" order by scope, method, category, activity_id limit ?");
        values.add(most);
        try (var query = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < values.size(); i++) {
                query.setObject(i + 1, values.get(i));
            }
            return Statements.rows(query, StoredResult::of);
        }
    }
}
