package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.messaging.DatabaseFailure;

/// What the meters of a series measured, month by month.
@ApplicationScoped
class MeteredMonthTable {

    /// One local month.
    ///
    /// @param minutes measured, of all meters
    record Metered(
            Series series,
            YearMonth month,
            BigDecimal joules,
            BigDecimal estimatedJoules,
            long minutes) {}

    private final DataSource database;

    MeteredMonthTable(DataSource database) {
        this.database = database;
    }

    void put(Metered metered) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into metered_month (site_id, carrier, source, month, energy_j, estimated_j, minutes)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (site_id, carrier, source, month) do update set
                                    energy_j = excluded.energy_j, estimated_j = excluded.estimated_j, minutes = excluded.minutes
                                """)) {
            insert.setString(1, metered.series().siteId());
            insert.setString(2, metered.series().carrier().name());
            insert.setString(3, metered.series().source().name());
            insert.setObject(4, metered.month().atDay(1));
            insert.setBigDecimal(5, metered.joules());
            insert.setBigDecimal(6, metered.estimatedJoules());
            insert.setLong(7, metered.minutes());
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Months of meters", failed);
        }
    }

    void remove(Series series, YearMonth month) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                "delete from metered_month where site_id = ? and carrier = ? and source = ? and month = ?")) {
            delete.setString(1, series.siteId());
            delete.setString(2, series.carrier().name());
            delete.setString(3, series.source().name());
            delete.setObject(4, month.atDay(1));
            delete.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Months of meters", failed);
        }
    }

    /// Those that begin within some days, of one site or of all.
    List<Metered> between(LocalDate from, LocalDate to, Optional<String> siteId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select site_id, carrier, source, month, energy_j, estimated_j, minutes from metered_month
                                where month >= ? and month < ? and (?::text is null or site_id = ?)
                                """)) {
            select.setObject(1, from);
            select.setObject(2, to);
            select.setString(3, siteId.orElse(null));
            select.setString(4, siteId.orElse(null));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Metered>();
                while (row.next()) {
                    found.add(
                            new Metered(
                                    new Series(
                                            row.getString(1),
                                            EnergyCarrier.valueOf(row.getString(2)),
                                            EnergySource.valueOf(row.getString(3))),
                                    YearMonth.from(row.getObject(4, LocalDate.class)),
                                    row.getBigDecimal(5),
                                    row.getBigDecimal(6),
                                    row.getLong(7)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Months of meters", failed);
        }
    }
}
