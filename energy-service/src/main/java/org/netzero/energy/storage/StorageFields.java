package org.netzero.energy.storage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.problem.InvalidInput;

/// Reads a storage from the fields of a row or of a JSON object.
final class StorageFields {

    static final Columns COLUMNS =
            Columns.of(
                    "storageId: The id of the storage",
                    "name: What people call it",
                    "siteId: The site it stands at, by its id",
                    "usableCapacityKwh: Energy it can hold, kWh, above 0",
                    "chargePowerKw: Largest power of charging, kW, above 0",
                    "dischargePowerKw: Largest power of discharging, kW, above 0",
                    "commissioned: First day in operation; a month or year stands for its first day",
                    "decommissioned?: First day no longer in operation",
                    "initialStateOfChargeKwh?: Energy it held when it came into operation, kWh",
                    "roundTripEfficiency?: As stated by its maker, above 0 and at most 1: 0.88 for 88 %",
                    Columns.EVIDENCE);

    private StorageFields() {}

    /// @throws InvalidInput with everything that is wrong
    static Storage read(Fields fields) {
        Optional<String> storageId = fields.id("storageId");
        Optional<String> name = fields.text("name");
        Optional<String> siteId = fields.id("siteId");
        Optional<BigDecimal> capacity = positive(fields, "usableCapacityKwh");
        Optional<BigDecimal> charge = positive(fields, "chargePowerKw");
        Optional<BigDecimal> discharge = positive(fields, "dischargePowerKw");
        Optional<LocalDate> commissioned = fields.period("commissioned").map(Period::start);
        Optional<LocalDate> decommissioned = fields.optionalDate("decommissioned");
        Optional<BigDecimal> initial = initial(fields, capacity);
        Optional<BigDecimal> efficiency = efficiency(fields);
        Optional<String> evidence = fields.optionalText("evidence");
        if (commissioned.isPresent()
                && decommissioned.isPresent()
                && !commissioned.get().isBefore(decommissioned.get())) {
            fields.refuse(
                    "decommissioned",
                    "END_NOT_AFTER_START",
                    "'%s' is not after the commissioning '%s'; it is the first day that no longer belongs"
                            .formatted(decommissioned.get(), commissioned.get()));
        }
        fields.refuseIfInvalid();
        return new Storage(
                storageId.orElseThrow(),
                name.orElseThrow(),
                siteId.orElseThrow(),
                capacity.orElseThrow(),
                charge.orElseThrow(),
                discharge.orElseThrow(),
                commissioned.orElseThrow(),
                decommissioned,
                initial,
                efficiency,
                evidence);
    }

    private static Optional<BigDecimal> positive(Fields fields, String field) {
        return fields.decimal(field)
                .flatMap(value ->
                        value.signum() > 0
                                ? Optional.of(written(value))
                                : fields.refuse(
                                        field,
                                        "NOT_POSITIVE",
                                        "'%s' is not above zero".formatted(value.toPlainString())));
    }

    private static Optional<BigDecimal> initial(Fields fields, Optional<BigDecimal> capacity) {
        Optional<BigDecimal> stated = fields.optionalDecimal("initialStateOfChargeKwh");
        if (stated.isEmpty() || capacity.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal held = stated.get();
        return held.signum() >= 0 && held.compareTo(capacity.get()) <= 0
                ? Optional.of(written(held))
                : fields.refuse(
                        "initialStateOfChargeKwh",
                        "OUTSIDE_CAPACITY",
                        "'%s' is not between 0 and the usable capacity of %s kWh"
                                .formatted(held.toPlainString(), capacity.get().toPlainString()));
    }

    private static Optional<BigDecimal> efficiency(Fields fields) {
        return fields.optionalDecimal("roundTripEfficiency")
                .flatMap(value ->
                        value.signum() > 0 && value.compareTo(BigDecimal.ONE) <= 0
                                ? Optional.of(written(value))
                                : fields.refuse(
                                        "roundTripEfficiency",
                                        "NOT_AN_EFFICIENCY",
                                        "'%s' is not above 0 and at most 1; write 0.88 for 88 %%"
                                                .formatted(value.toPlainString())));
    }

    /// The one written form of a decimal, so that `10` and `10.0` are the same content.
    private static BigDecimal written(BigDecimal decimal) {
        return new BigDecimal(Decimals.plain(decimal));
    }
}
