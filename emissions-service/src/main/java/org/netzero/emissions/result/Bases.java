package org.netzero.emissions.result;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.boundary.Boundaries;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.money.MoneyValues;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.GwpSet;

/// The basis as it is now. It is made again only where something it is made from has changed, which
/// one look at the tables tells.
@ApplicationScoped
public class Bases {

    /// To be raised when the same records and factors come to other results than before.
    private static final int EDITION = 1;

    private static final String STAMPS =
            """
            select
                (select coalesce(sum(hashtextextended(site::text, 0)), 0) from site),
                (select coalesce(sum(hashtextextended(legal_entity::text, 0)), 0) from legal_entity),
                (select coalesce(sum(hashtextextended(allocation::text, 0)), 0) from allocation),
                (select coalesce(sum(hashtextextended(money_value::text, 0)), 0) from money_value where not superseded)
            """;

    private final DataSource database;
    private final Factors factors;
    private final Sites sites;
    private final Boundaries boundaries;
    private final MoneyValues moneyValues;
    private final Clock clock;
    private volatile @Nullable Made made;

    private record Stamps(
            FactorLibrary library, LocalDate day, String places, String boundary, String money) {}

    private record Made(Stamps stamps, Basis basis) {}

    Bases(
            DataSource database,
            Factors factors,
            Sites sites,
            Boundaries boundaries,
            MoneyValues moneyValues,
            Clock clock) {
        this.database = database;
        this.factors = factors;
        this.sites = sites;
        this.boundaries = boundaries;
        this.moneyValues = moneyValues;
        this.clock = clock;
    }

    /// What the results are calculated from now.
    public Basis current() {
        return QuarkusTransaction.joiningExisting().call(this::look);
    }

    /// The same with other factors, or as they were known on another day, on one set.
    public Basis current(FactorLibrary library, LocalDate asAt, GwpSet set) {
        return current()
                .with(
                        library,
                        new ActivityCalculation(library, moneyValues.tables(), asAt, List.of(set)));
    }

    private Basis look() {
        Stamps now = stamps();
        Made known = made;
        if (known != null && known.stamps().equals(now)) {
            return known.basis();
        }
        Basis basis = make(now);
        made = new Made(now, basis);
        return basis;
    }

    private Basis make(Stamps now) {
        Optional<Place> company = sites.groupPlace();
        String text =
                String.join(
                        "\n",
                        String.valueOf(EDITION),
                        factors.versions().toString(),
                        String.valueOf(now.library().knownAt(now.day())),
                        company.toString(),
                        now.money());
        return new Basis(
                text,
                now.library(),
                new ActivityCalculation(
                        now.library(),
                        moneyValues.tables(),
                        now.day(),
                        Arrays.asList(GwpSet.values())),
                sites.places(),
                company,
                boundaries.ownership());
    }

    private Stamps stamps() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(STAMPS);
                ResultSet row = query.executeQuery()) {
            row.next();
            return new Stamps(
                    factors.library(),
                    LocalDate.now(clock),
                    row.getString(1),
                    row.getString(2) + " " + row.getString(3),
                    row.getString(4));
        } catch (SQLException failed) {
            throw new DatabaseFailure("What results stand on", failed);
        }
    }
}
