package org.netzero.energy.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.QuantityException;
import org.netzero.quantities.Unit;

/// An amount of electricity as its sender wrote it: in a unit of energy, or in certificates of
/// 1,000 kWh each.
@JsonInclude(JsonInclude.Include.ALWAYS)
record StatedEnergy(BigDecimal value, String unit) {

    static final String CERTIFICATES = "certificates";

    StatedEnergy {
        value = new Quantity(value, Unit.COUNT).value();
    }

    BigDecimal energyKwh() {
        return inCertificates()
                ? new Quantity(value.multiply(InstrumentKind.KWH_PER_CERTIFICATE), Unit.KWH).value()
                : new Quantity(value, Unit.parse(unit)).to(Unit.KWH).value();
    }

    boolean inCertificates() {
        return unit.equals(CERTIFICATES);
    }

    /// Reads a positive amount.
    static Optional<StatedEnergy> read(Fields fields, String valueField, String unitField) {
        Optional<BigDecimal> value =
                fields.decimal(valueField).flatMap(stated -> positive(fields, valueField, stated));
        Optional<String> unit =
                fields.text(unitField).flatMap(text -> unitOf(fields, unitField, text));
        Optional<StatedEnergy> read =
                value.flatMap(number -> unit.map(of -> new StatedEnergy(number, of)));
        read.filter(energy -> energy.inCertificates() && !isWhole(energy.value()))
                .ifPresent(energy ->
                        fields.refuse(
                                valueField,
                                "NOT_WHOLE_CERTIFICATES",
                                "'%s' is no whole number of certificates"
                                        .formatted(energy.value().toPlainString())));
        return read;
    }

    /// Refuses certificates of what is a contract, and fractions of a certificate of what is always
    /// whole.
    void checkFits(Fields fields, String valueField, String unitField, InstrumentKind kind) {
        if (inCertificates() && !kind.isCertificate()) {
            fields.refuse(unitField, "WRONG_UNIT", contractsUnit(kind));
        }
        if (kind == InstrumentKind.GEC
                && energyKwh().remainder(InstrumentKind.KWH_PER_CERTIFICATE).signum() != 0) {
            fields.refuse(
                    valueField,
                    "NOT_WHOLE_CERTIFICATES",
                    "'%s %s' is no whole number of GEC; one is 1,000 kWh"
                            .formatted(value.toPlainString(), unit));
        }
    }

    /// Refuses a part in certificates of what is a contract.
    ///
    /// @throws InvalidInput naming the unit
    void refuseUnlessOf(InstrumentKind kind) {
        if (inCertificates() && !kind.isCertificate()) {
            throw new InvalidInput("quantity.unit", "WRONG_UNIT", contractsUnit(kind));
        }
    }

    private String contractsUnit(InstrumentKind kind) {
        return "'%s' is no unit of %s, which is a contract; write MWh or kWh".formatted(unit, kind);
    }

    private static Optional<BigDecimal> positive(Fields fields, String field, BigDecimal stated) {
        return stated.signum() > 0
                ? Optional.of(stated)
                : fields.refuse(
                        field,
                        "NOT_POSITIVE",
                        "'%s' is no amount of energy above 0".formatted(stated.toPlainString()));
    }

    private static Optional<String> unitOf(Fields fields, String field, String text) {
        if (text.equals(CERTIFICATES)) {
            return Optional.of(text);
        }
        try {
            Unit unit = Unit.parse(text);
            if (unit.dimension() == Dimension.ENERGY) {
                return Optional.of(unit.symbol());
            }
        } catch (QuantityException unknown) {
            return fields.refuse(field, "UNKNOWN_UNIT", String.valueOf(unknown.getMessage()));
        }
        return fields.refuse(
                field,
                "WRONG_UNIT",
                "'%s' is no unit of electricity; write MWh, kWh or %s"
                        .formatted(text, CERTIFICATES));
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
