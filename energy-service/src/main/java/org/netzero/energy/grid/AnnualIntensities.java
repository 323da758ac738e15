package org.netzero.energy.grid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.site.Site;
import org.netzero.platform.database.Statements;

/// The factors by which the emissions service accounts electricity, year by year, for want of hours
/// on file.
@ApplicationScoped
public class AnnualIntensities {

    private static final TypeReference<List<AnnualFactor>> FACTORS = new TypeReference<>() {};

    private final Statements statements;
    private final ObjectMapper json;

    AnnualIntensities(DataSource database, ObjectMapper json) {
        this.statements = new Statements(database, "Annual intensities");
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// Notes what is newer than what is known; runs in the transaction of the caller.
    void note(List<IntensityAdopted> news) {
        for (IntensityAdopted one : news) {
            statements.update(
                    """
                    insert into annual_intensity as known (country, province, grid_zone, year, factors, version)
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

    /// The factors of the first of some sites of which any are known, from one year to another.
    public AnnualFactors of(Collection<Site> sites, int firstYear, int lastYear) {
        return sites.stream()
                .sorted(Comparator.comparing(Site::siteId))
                .map(site -> new AnnualFactors(of(site, firstYear, lastYear), site.timeZone()))
                .filter(known -> !known.factors().isEmpty())
                .findFirst()
                .orElseGet(() -> new AnnualFactors(List.of(), ZoneOffset.UTC));
    }

    private List<AnnualFactor> of(Site site, int firstYear, int lastYear) {
        return statements
                .query(
                        """
                        select factors from annual_intensity
                        where country = ? and province = ? and grid_zone = ? and year between ? and ?
                        order by year
                        """,
                        select -> {
                            select.setString(1, site.country());
                            select.setString(2, site.province().orElse(""));
                            select.setString(3, site.gridZone().orElse(""));
                            select.setInt(4, firstYear);
                            select.setInt(5, lastYear);
                        },
                        row -> factors(row.getString(1)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static String orNone(@Nullable String part) {
        return Optional.ofNullable(part).orElse("");
    }

    private String text(List<AnnualFactor> factors) {
        try {
            return json.writeValueAsString(factors);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + factors, unwritable);
        }
    }

    private List<AnnualFactor> factors(String text) {
        try {
            return json.readValue(text, FACTORS);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("No factors: " + text, unreadable);
        }
    }
}
