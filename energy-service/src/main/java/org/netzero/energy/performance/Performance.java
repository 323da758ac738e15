package org.netzero.energy.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.balance.Span;
import org.netzero.energy.plant.Plant;
import org.netzero.quantities.Unit;

/// How a plant did on some local days. Energy is kWh and exact; what is not on file is empty, never
/// zero.
///
/// @param inOperation empty when it was not on any of these days
/// @param generatedInOperationKwh the part of what was generated on the days in operation that have
///   passed
/// @param beforeCommissioningKwh the part of it before the first day of operation
record Performance(
        Plant plant,
        Span period,
        Optional<InOperation> inOperation,
        Optional<BigDecimal> generatedKwh,
        Optional<BigDecimal> generatedInOperationKwh,
        Optional<BigDecimal> beforeCommissioningKwh,
        Optional<BigDecimal> exportedKwh,
        Optional<BigDecimal> curtailedKwh,
        Optional<Ratio> availability,
        Cogeneration cogeneration) {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    static Performance of(PlantBook book, Span period, LocalDate today) {
        Optional<InOperation> operation = InOperation.of(book.plant(), period, book.zone(), today);
        Optional<BigDecimal> generated = book.kwh(PlantFlow.GENERATION, period);
        return new Performance(
                book.plant(),
                period,
                operation,
                generated,
                operation.flatMap(time -> book.generatedKwh(time, period)),
                book.generatedBeforeKwh(period),
                book.kwh(PlantFlow.EXPORT, period),
                book.kwh(PlantFlow.CURTAILMENT, period),
                operation.map(book::availability),
                new Cogeneration(
                        book.fuelKwh(period),
                        generated,
                        book.kwh(PlantFlow.HEAT, period),
                        book.kwh(PlantFlow.COOLING, period)));
    }

    BigDecimal capacityKw() {
        return plant.capacity().to(Unit.KW).value();
    }

    /// Generation less exports; all of it where no export is on file, as in the balance. Never
    /// negative.
    Optional<BigDecimal> selfUsedKwh() {
        return generatedKwh.map(
                kwh -> kwh.subtract(exportedKwh.orElse(BigDecimal.ZERO)).max(BigDecimal.ZERO));
    }

    boolean isExportAboveGeneration() {
        return exportedKwh.isPresent()
                && generatedKwh.isPresent()
                && exportedKwh.get().compareTo(generatedKwh.get()) > 0;
    }

    /// Capacity factor: what was generated in operation / (capacity × hours in operation).
    Optional<Ratio> capacityFactor() {
        return Ratio.of(
                generatedInOperationKwh.map(kwh -> kwh.multiply(SECONDS_PER_HOUR)),
                inOperation.map(time -> capacityKw().multiply(BigDecimal.valueOf(time.seconds()))));
    }

    /// More than the capacity gives in all hours of operation.
    boolean isAboveCapacity() {
        return capacityFactor()
                .filter(factor -> factor.part().compareTo(factor.whole()) > 0)
                .isPresent();
    }

    /// What was expected of the days in operation.
    Optional<BigDecimal> expectedKwh() {
        return plant.expectedYield()
                .flatMap(expected -> inOperation.map(time -> time.expectedKwh(expected)));
    }

    /// What was generated in operation / what was expected of these days.
    Optional<Ratio> againstExpectation() {
        return Ratio.of(generatedInOperationKwh, expectedKwh());
    }

    /// What was generated in operation per capacity, in kWh/kW: the final yield of IEC 61724-1
    /// where the capacity is the modules' peak.
    Optional<Ratio> specificYield() {
        return Ratio.of(generatedInOperationKwh, Optional.of(capacityKw()));
    }
}
