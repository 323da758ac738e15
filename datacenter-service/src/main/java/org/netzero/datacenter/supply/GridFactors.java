package org.netzero.datacenter.supply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.GridFactor;
import org.netzero.platform.database.Statements;

/// The factors by which electricity is accounted, by place and year.
@ApplicationScoped
public class GridFactors {

    private static final TypeReference<List<IntensityAdopted.Factor>> FACTORS =
            new TypeReference<>() {};

    private final Statements statements;
    private final ObjectMapper json;

    GridFactors(DataSource database, ObjectMapper json) {
        this.statements = new Statements(database, "Factors of electricity");
        this.json = json;
    }

    /// A place as sites state it.
    public record Place(String country, Optional<String> province, Optional<String> gridZone) {}

    /// Notes what is newer than what is known; runs in the transaction of the caller.
    void note(List<IntensityAdopted> news) {
        for (IntensityAdopted one : news) {
            statements.update(
                    """
                    insert into grid_factor as known (country, province, grid_zone, year, factors, version)
                    values (?, ?, ?, ?, ?, ?)
                    on conflict (country, province, grid_zone, year) do update
                    set factors = excluded.factors, version = excluded.version
                    where known.version < excluded.version
                    """,
                    insert -> {
                        insert.setString(1, one.country());
                        insert.setString(2, orNone(one.province()));
                        insert.setString(3, orNone(one.gridZone()));
                        insert.setInt(4, one.year());
                        insert.setString(5, text(one.factors()));
                        insert.setLong(6, one.version());
                    });
        }
    }

    /// What is known of every place over some years, by place.
    public Map<Place, List<GridFactor>> between(int firstYear, int lastYear) {
        var known = new HashMap<Place, List<GridFactor>>();
        statements
                .query(
                        """
                        select country, province, grid_zone, factors from grid_factor
                        where year between ? and ? order by year
                        """,
                        select -> {
                            select.setInt(1, firstYear);
                            select.setInt(2, lastYear);
                        },
                        row ->
                                Map.entry(
                                        new Place(
                                                row.getString(1),
                                                stated(row.getString(2)),
                                                stated(row.getString(3))),
                                        factors(row.getString(4))))
                .forEach(entry ->
                        known.merge(
                                entry.getKey(),
                                entry.getValue(),
                                (one, other) ->
                                        Stream.concat(one.stream(), other.stream()).toList()));
        return known;
    }

    /// What is known of one place.
    public List<GridFactor> of(Place place, int firstYear, int lastYear) {
        return statements
                .query(
                        """
                        select factors from grid_factor
                        where country = ? and province = ? and grid_zone = ? and year between ? and ? order by year
                        """,
                        select -> {
                            select.setString(1, place.country());
                            select.setString(2, place.province().orElse(""));
                            select.setString(3, place.gridZone().orElse(""));
                            select.setInt(4, firstYear);
                            select.setInt(5, lastYear);
                        },
                        row -> factors(row.getString(1)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<String> stated(String part) {
        return part.isEmpty() ? Optional.empty() : Optional.of(part);
    }

    private static String orNone(@Nullable String part) {
        return Optional.ofNullable(part).orElse("");
    }

    private String text(List<IntensityAdopted.Factor> factors) {
        try {
            return json.writeValueAsString(factors);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + factors, unwritable);
        }
    }

    private List<GridFactor> factors(String text) {
        try {
            return json.readValue(text, FACTORS).stream()
                    .map(IntensityAdopted.Factor::toFactor)
                    .toList();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("No factors: " + text, unreadable);
        }
    }
}
