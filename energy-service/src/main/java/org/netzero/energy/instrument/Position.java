package org.netzero.energy.instrument;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// What became of the energy of an instrument, in kWh. A contract and the certificate that belongs
/// to it have one position: they are one claim.
///
/// @param energyKwh what can be claimed: of a contract and its certificate the smaller
/// @param provisionalKwh allocated, not yet retired
/// @param transferredKwh handed on to somebody else
record Position(
        BigDecimal energyKwh,
        BigDecimal provisionalKwh,
        BigDecimal retiredKwh,
        BigDecimal expiredKwh,
        BigDecimal transferredKwh,
        InstrumentStatus status) {

    private static final String USED =
            "pool.provisional_kwh + pool.retired_kwh + pool.expired_kwh + pool.transferred_kwh";

    static final String STATUS_SQL =
            """
            (case when not pool.bought then 'ISSUED'
                when pool.provisional_kwh > 0 then 'ALLOCATED'
                when %s < pool.energy_kwh then case when pool.retired_kwh > 0 then 'ALLOCATED' else 'BOUGHT' end
                when pool.retired_kwh > 0 then 'RETIRED'
                when pool.expired_kwh > 0 then 'EXPIRED'
                else 'TRANSFERRED' end)
            """
                    .formatted(USED);

    static final String COLUMNS =
            "pool.energy_kwh, pool.provisional_kwh, pool.retired_kwh, pool.expired_kwh, pool.transferred_kwh, "
                    + STATUS_SQL;

    Position {
        energyKwh = written(energyKwh);
        provisionalKwh = written(provisionalKwh);
        retiredKwh = written(retiredKwh);
        expiredKwh = written(expiredKwh);
        transferredKwh = written(transferredKwh);
    }

    /// Reads [#COLUMNS].
    static Position of(ResultSet row, int first) throws SQLException {
        return new Position(
                Objects.requireNonNull(row.getBigDecimal(first)),
                Objects.requireNonNull(row.getBigDecimal(first + 1)),
                Objects.requireNonNull(row.getBigDecimal(first + 2)),
                Objects.requireNonNull(row.getBigDecimal(first + 3)),
                Objects.requireNonNull(row.getBigDecimal(first + 4)),
                InstrumentStatus.valueOf(row.getString(first + 5)));
    }

    /// Claimed, expired or handed on.
    BigDecimal usedKwh() {
        return provisionalKwh.add(retiredKwh).add(expiredKwh).add(transferredKwh);
    }

    BigDecimal leftKwh() {
        return energyKwh.subtract(usedKwh());
    }

    private static BigDecimal written(BigDecimal kwh) {
        return new Quantity(kwh, Unit.KWH).value();
    }
}
