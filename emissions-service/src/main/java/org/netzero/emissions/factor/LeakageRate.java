package org.netzero.emissions.factor;

import java.math.BigDecimal;

/// What a kind of equipment holds and loses of its refrigerant. The source gives ranges: it means
/// the lower end of a loss for developed countries and the upper one for developing countries.
///
/// @param name as the source writes it
/// @param chargeKg kilograms of refrigerant in a unit
/// @param installationPercent of the charge, lost once when it is filled
/// @param operationPercent of the charge, lost in a year of operation
/// @param recoveryPercent of what is left at the end, recovered
/// @param remainingPercent of the charge, left at the end
public record LeakageRate(
        String id,
        EquipmentType type,
        String name,
        Range chargeKg,
        Range lifetimeYears,
        Range installationPercent,
        Range operationPercent,
        Range recoveryPercent,
        Range remainingPercent,
        String publisher,
        String source,
        String confidence,
        String notes) {

    /// From and to, both included.
    public record Range(BigDecimal from, BigDecimal to) {

        public Range {
            if (from.signum() < 0 || from.compareTo(to) > 0) {
                throw new IllegalArgumentException("%s to %s is no range".formatted(from, to));
            }
        }

        public boolean contains(BigDecimal value) {
            return from.compareTo(value) <= 0 && value.compareTo(to) <= 0;
        }

        @Override
        public String toString() {
            return from.toPlainString() + " to " + to.toPlainString();
        }
    }
}
