package org.netzero.energy.consumption;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.messaging.DatabaseFailure;

/// What the other services were told last, so that only news is told.
@ApplicationScoped
class ToldTotals {

    private final DataSource database;
    private final ObjectMapper json;

    ToldTotals(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Map<Series, List<ConsumptionTotalled>> of(Collection<Series> series) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select told from consumption_total where (site_id, carrier, source) in (select * from unnest(?, ?, ?))")) {
            select.setArray(1, SqlArray.of(connection, series, Series::siteId));
            select.setArray(2, SqlArray.of(connection, series, s -> s.carrier().name()));
            select.setArray(3, SqlArray.of(connection, series, s -> s.source().name()));
            try (var row = select.executeQuery()) {
                var totals = new ArrayList<ConsumptionTotalled>();
                while (row.next()) {
                    totals.add(json.readValue(row.getString(1), ConsumptionTotalled.class));
                }
                return totals.stream()
                        .collect(
                                Collectors.groupingBy(
                                        t -> new Series(t.siteId(), t.carrier(), t.source())));
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Totals of consumption", failed);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A total was stored that cannot be read", unreadable);
        }
    }

    List<Series> seriesOf(String siteId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select carrier, source from energy_series where site_id = ?")) {
            select.setString(1, siteId);
            try (var row = select.executeQuery()) {
                var series = new ArrayList<Series>();
                while (row.next()) {
                    series.add(
                            new Series(
                                    siteId,
                                    EnergyCarrier.valueOf(row.getString(1)),
                                    EnergySource.valueOf(row.getString(2))));
                }
                return series;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Series of a site", failed);
        }
    }

    void put(List<ConsumptionTotalled> totals) {
        if (totals.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var upsert =
                        connection.prepareStatement(
                                """
                                insert into consumption_total (site_id, carrier, source, period_start, period_end, version, told)
                                select site, carrier, source, period_start::date, period_end::date, version::bigint, told
                                from unnest(?, ?, ?, ?, ?, ?, ?)
                                    as new (site, carrier, source, period_start, period_end, version, told)
                                on conflict (site_id, carrier, source, period_start, period_end) do update set
                                    version = excluded.version, told = excluded.told
                                """)) {
            upsert.setArray(1, SqlArray.of(connection, totals, ConsumptionTotalled::siteId));
            upsert.setArray(2, SqlArray.of(connection, totals, t -> t.carrier().name()));
            upsert.setArray(3, SqlArray.of(connection, totals, t -> t.source().name()));
            upsert.setArray(4, SqlArray.of(connection, totals, ConsumptionTotalled::start));
            upsert.setArray(5, SqlArray.of(connection, totals, ConsumptionTotalled::end));
            upsert.setArray(6, SqlArray.of(connection, totals, ConsumptionTotalled::version));
            upsert.setArray(7, SqlArray.of(connection, totals, this::written));
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Totals of consumption", failed);
        }
    }

    private String written(ConsumptionTotalled total) {
        try {
            return json.writeValueAsString(total);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + total, unwritable);
        }
    }
}
