package org.netzero.energy.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.database.Statements;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// What was stated of expected figures, revision by revision.
@ApplicationScoped
class ExpectationTable {

    private static final String SELECT =
            """
            select site_id, carrier, source, revision, from_day, to_day, frequency, owner, due_days, accrual_rule,
                accrual_months, accrual_quantity, accrual_unit, stated_by, stated_at
            from collection_expectation
            """;

    private static final String IN_ORDER = " order by site_id, carrier, source, revision";

    private final Statements statements;

    ExpectationTable(DataSource database) {
        this.statements = new Statements(database, "What is expected of sites");
    }

    /// Everything stated of a line, the oldest first.
    List<Revision> of(Series series) {
        return query(
                        SELECT + "where site_id = ? and carrier = ? and source = ?" + IN_ORDER,
                        select -> {
                            select.setString(1, series.siteId());
                            select.setString(2, series.carrier().name());
                            select.setString(3, series.source().name());
                        })
                .getOrDefault(series, List.of());
    }

    /// Everything stated of all lines, or of those of one site, the oldest first.
    Map<Series, List<Revision>> all(Optional<String> siteId) {
        return query(
                SELECT + "where ?::text is null or site_id = ?" + IN_ORDER,
                select -> {
                    select.setString(1, siteId.orElse(null));
                    select.setString(2, siteId.orElse(null));
                });
    }

    /// The site is held.
    void insert(Series series, Revision revision) {
        statements.update(
                """
                insert into collection_expectation (site_id, carrier, source, revision, from_day, to_day,
                    frequency, owner, due_days, accrual_rule, accrual_months, accrual_quantity,
                    accrual_unit, stated_by, stated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                insert -> {
                    insert.setString(1, series.siteId());
                    insert.setString(2, series.carrier().name());
                    insert.setString(3, series.source().name());
                    insert.setInt(4, revision.number());
                    bind(insert, revision.expectation());
                    insert.setString(14, revision.statedBy());
                    insert.setObject(15, revision.statedAt().atOffset(ZoneOffset.UTC));
                });
    }

    private static void bind(PreparedStatement insert, Optional<Expectation> stated)
            throws SQLException {
        Optional<AccrualRule> rule = stated.map(Expectation::accrual);
        Optional<Quantity> quantity =
                rule.filter(AccrualRule.Stated.class::isInstance)
                        .map(AccrualRule.Stated.class::cast)
                        .map(AccrualRule.Stated::quantity);
        insert.setObject(5, stated.map(Expectation::from).orElse(null), Types.DATE);
        insert.setObject(6, stated.flatMap(Expectation::to).orElse(null), Types.DATE);
        insert.setString(7, stated.map(e -> e.frequency().name()).orElse(null));
        insert.setString(8, stated.map(Expectation::owner).orElse(null));
        insert.setObject(9, stated.map(Expectation::dueDays).orElse(null), Types.INTEGER);
        insert.setString(10, rule.map(r -> r.method().name()).orElse(null));
        insert.setObject(
                11,
                rule.filter(AccrualRule.AverageOfLastMonths.class::isInstance)
                        .map(AccrualRule.AverageOfLastMonths.class::cast)
                        .map(AccrualRule.AverageOfLastMonths::months)
                        .orElse(null),
                Types.INTEGER);
        insert.setBigDecimal(12, quantity.map(Quantity::value).orElse(null));
        insert.setString(13, quantity.map(q -> q.unit().symbol()).orElse(null));
    }

    private record Stated(Series series, Revision revision) {

        static Stated of(ResultSet row) throws SQLException {
            Series series =
                    new Series(
                            row.getString(1),
                            EnergyCarrier.valueOf(row.getString(2)),
                            EnergySource.valueOf(row.getString(3)));
            return new Stated(series, revisionOf(series, row));
        }
    }

    private Map<Series, List<Revision>> query(String sql, Statements.Binding binding) {
        return statements.query(sql, binding, Stated::of).stream()
                .collect(
                        Collectors.groupingBy(
                                Stated::series,
                                LinkedHashMap::new,
                                Collectors.mapping(Stated::revision, Collectors.toList())));
    }

    private static Revision revisionOf(Series series, ResultSet row) throws SQLException {
        Optional<LocalDate> from = Optional.ofNullable(row.getObject(5, LocalDate.class));
        return new Revision(
                row.getInt(4),
                from.isPresent()
                        ? Optional.of(expectationOf(series, from.get(), row))
                        : Optional.empty(),
                row.getString(14),
                row.getObject(15, OffsetDateTime.class).toInstant());
    }

    private static Expectation expectationOf(Series series, LocalDate from, ResultSet row)
            throws SQLException {
        return new Expectation(
                series,
                from,
                Optional.ofNullable(row.getObject(6, LocalDate.class)),
                Frequency.valueOf(row.getString(7)),
                row.getString(8),
                row.getInt(9),
                ruleOf(row));
    }

    private static AccrualRule ruleOf(ResultSet row) throws SQLException {
        return switch (AccrualMethod.valueOf(row.getString(10))) {
            case NONE -> new AccrualRule.None();
            case SAME_PERIOD_LAST_YEAR -> new AccrualRule.SamePeriodLastYear();
            case AVERAGE_OF_LAST_MONTHS -> new AccrualRule.AverageOfLastMonths(row.getInt(11));
            case STATED ->
                    new AccrualRule.Stated(
                            new Quantity(
                                    Objects.requireNonNull(row.getBigDecimal(12)),
                                    Unit.parse(row.getString(13))));
        };
    }
}
