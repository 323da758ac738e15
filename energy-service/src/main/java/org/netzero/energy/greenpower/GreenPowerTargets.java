package org.netzero.energy.greenpower;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.energy.progress.TargetPath;
import org.netzero.platform.database.Statements;
import org.netzero.platform.imports.ConcurrentIntake;

/// The paths that were stated; the last one counts.
@ApplicationScoped
public class GreenPowerTargets {

    private static final String PAIRS = ";";
    private static final String IS = "=";

    private static final String COLUMNS =
            "select version, shares, evidence, stored_by, stored_at from green_power_target ";

    private final Statements statements;

    GreenPowerTargets(DataSource database) {
        this.statements = new Statements(database, "Paths to green power");
    }

    /// Empty when none was stated.
    public Optional<GreenPowerTarget> current() {
        return statements
                .query(
                        COLUMNS + "order by version desc limit 1",
                        select -> {},
                        GreenPowerTargets::target)
                .stream()
                .findFirst();
    }

    List<GreenPowerTarget> after(int version, int count) {
        return statements.query(
                COLUMNS + "where version > ? order by version limit ?",
                select -> {
                    select.setInt(1, version);
                    select.setInt(2, count);
                },
                GreenPowerTargets::target);
    }

    private static GreenPowerTarget target(ResultSet row) throws SQLException {
        return new GreenPowerTarget(
                row.getInt(1),
                path(row.getString(2)),
                Optional.ofNullable(row.getString(3)),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant());
    }

    /// States a path, in place of the one before, which stays on file.
    ///
    /// @return whether it is another than that
    /// @throws ConcurrentIntake when somebody else stated one at this moment
    @Transactional
    boolean state(TargetPath path, Optional<String> evidence, String caller) {
        Optional<GreenPowerTarget> before = current();
        if (before.filter(known -> known.path().equals(path) && known.evidence().equals(evidence))
                .isPresent()) {
            return false;
        }
        int stored =
                statements.update(
                        "insert into green_power_target (version, shares, evidence, stored_by) values (?, ?, ?, ?) on conflict do nothing",
                        insert -> {
                            insert.setInt(1, before.map(GreenPowerTarget::version).orElse(0) + 1);
                            insert.setString(2, text(path));
                            insert.setString(3, evidence.orElse(null));
                            insert.setString(4, caller);
                        });
        if (stored == 0) {
            throw new ConcurrentIntake();
        }
        return true;
    }

    private static String text(TargetPath path) {
        return path.shares().entrySet().stream()
                .map(share -> share.getKey() + IS + share.getValue().toPlainString())
                .collect(Collectors.joining(PAIRS));
    }

    private static TargetPath path(String text) {
        Map<Integer, BigDecimal> shares =
                Arrays.stream(text.split(PAIRS, -1))
                        .map(pair -> pair.split(IS, -1))
                        .collect(
                                Collectors.toMap(
                                        pair -> Integer.valueOf(pair[0]),
                                        pair -> new BigDecimal(pair[1])));
        return new TargetPath(new TreeMap<>(shares));
    }
}
