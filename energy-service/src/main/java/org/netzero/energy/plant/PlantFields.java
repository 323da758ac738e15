package org.netzero.energy.plant;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Reads a plant from the fields of a row or of a JSON object.
///
/// @param value the field of the capacity's number
/// @param unit the field of its unit
record PlantFields(String value, String unit) {

    static final Columns COLUMNS =
            Columns.of(
                            "plantId: The id of the plant",
                            "name: What people call it",
                            "siteId: The site it stands at, by its id",
                            "technology: How it generates; CHP, TRI_GENERATION and FUEL_CELL take fuel",
                            "capacity: Power it can give, above 0",
                            "unit: Of the capacity",
                            "capacityBasis?: Of PV: the power of the modules (DC_PEAK) or of the inverters (AC)",
                            "commissioned: First day in operation; a month or year stands for its first day",
                            "decommissioned?: First day no longer in operation",
                            "fuel?: What it takes in; needed of CHP, TRI_GENERATION and FUEL_CELL, and of no other",
                            "fuelShare?: Its share of what the site burns of this fuel, above 0 and at most 1; empty where it alone burns it",
                            "expectedYieldKwh?: Expected generation of a year in kWh",
                            "expectedYieldByMonthKwh?: Expected generation of each month in kWh, twelve numbers from January on, apart by semicolons",
                            "expectedYieldSource?: Who expects it; needed with an expected yield",
                            "referenceElectricalEfficiency?: Of separate generation of power on net calorific value: 0.53 for 53 %",
                            "referenceThermalEfficiency?: Of separate generation of heat on net calorific value: 0.9 for 90 %",
                            "referenceCoolingPerformance?: Coefficient of performance of separate cooling",
                            "referenceSource?: Where the references are from; needed with any of them",
                            Columns.EVIDENCE)
                    .withValues("technology", PlantTechnology.values())
                    .withValues("unit", List.of("W", "kW", "MW"))
                    .withValues("capacityBasis", CapacityBasis.values())
                    .withValues(
                            "fuel",
                            Stream.of(EnergyCarrier.values())
                                    .filter(EnergyCarrier::isFuel)
                                    .map(EnergyCarrier::name)
                                    .toList());

    static final PlantFields OF_ROW = new PlantFields("capacity", "unit");
    static final PlantFields OF_JSON = new PlantFields("capacity.value", "capacity.unit");

    /// @throws InvalidInput with everything that is wrong
    Plant read(Fields fields) {
        Optional<String> plantId = fields.id("plantId");
        Optional<String> name = fields.text("name");
        Optional<String> siteId = fields.id("siteId");
        Optional<PlantTechnology> technology = fields.oneOf("technology", PlantTechnology.class);
        Optional<Quantity> capacity = capacity(fields);
        Optional<CapacityBasis> basis = fields.optionalOneOf("capacityBasis", CapacityBasis.class);
        Optional<LocalDate> commissioned = commissioned(fields);
        Optional<LocalDate> decommissioned = fields.optionalDate("decommissioned");
        Optional<PlantFuel> fuel = fuel(fields);
        Optional<ExpectedYield> expected = expectedYield(fields);
        Optional<SeparateProduction> separate = separateProduction(fields);
        Optional<String> evidence = fields.optionalText("evidence");
        technology.ifPresent(of -> refuseWhatDoesNotFit(fields, of));
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
        return new Plant(
                plantId.orElseThrow(),
                name.orElseThrow(),
                siteId.orElseThrow(),
                technology.orElseThrow(),
                capacity.orElseThrow(),
                basis,
                commissioned.orElseThrow(),
                decommissioned,
                fuel,
                expected,
                separate,
                evidence);
    }

    private Optional<Quantity> capacity(Fields fields) {
        Optional<Quantity> capacity = fields.quantity(value, unit);
        if (capacity.isEmpty()) {
            return capacity;
        }
        Quantity stated = capacity.get();
        if (!stated.unit().compatibleWith(Unit.KW)) {
            return fields.refuse(
                    unit,
                    "WRONG_UNIT",
                    "'%s' is no unit of power; use one of W, kW, MW".formatted(stated.unit()));
        }
        return isPositive(fields, value, stated.value())
                ? Optional.of(new Quantity(written(stated.value()), stated.unit()))
                : Optional.empty();
    }

    /// A month, or a year, stands for its first day: reports rarely say more.
    private static Optional<LocalDate> commissioned(Fields fields) {
        return fields.period("commissioned").map(Period::start);
    }

    private static Optional<PlantFuel> fuel(Fields fields) {
        Optional<EnergyCarrier> carrier = fields.optionalOneOf("fuel", EnergyCarrier.class);
        Optional<BigDecimal> share =
                fields.optionalDecimal("fuelShare").filter(of -> isShare(fields, of));
        carrier.filter(of -> !of.isFuel())
                .ifPresent(of ->
                        fields.refuse(
                                "fuel",
                                "NOT_A_FUEL",
                                "'%s' is no fuel; name what the plant takes in".formatted(of)));
        if (carrier.isEmpty() && share.isPresent()) {
            fields.refuse("fuel", "REQUIRED", "is required where there is a fuelShare");
        }
        return carrier.map(of -> new PlantFuel(of, share.map(PlantFields::written)));
    }

    private static boolean isShare(Fields fields, BigDecimal share) {
        if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0) {
            return true;
        }
        fields.refuse(
                "fuelShare",
                "NOT_A_SHARE",
                "'%s' is no share; write a number above 0 and at most 1, or nothing where the plant alone burns this fuel"
                        .formatted(share.toPlainString()));
        return false;
    }

    private static Optional<ExpectedYield> expectedYield(Fields fields) {
        Optional<BigDecimal> perYear =
                positive(fields, "expectedYieldKwh").map(PlantFields::written);
        List<BigDecimal> months = months(fields);
        Optional<String> source = fields.optionalText("expectedYieldSource");
        if (perYear.isEmpty() && months.isEmpty()) {
            return Optional.empty();
        }
        if (source.isEmpty()) {
            fields.refuse(
                    "expectedYieldSource",
                    "REQUIRED",
                    "is required with an expected yield: say who expects it");
        }
        Optional<BigDecimal> ofMonths = months.stream().reduce(BigDecimal::add);
        if (ofMonths.isPresent()
                && perYear.isPresent()
                && ofMonths.get().compareTo(perYear.get()) != 0) {
            fields.refuse(
                    "expectedYieldKwh",
                    "MONTHS_DO_NOT_ADD_UP",
                    "'%s' is not the sum of the months, %s; state one of them only"
                            .formatted(
                                    perYear.get().toPlainString(), ofMonths.get().toPlainString()));
        }
        return Optional.of(
                new ExpectedYield(
                        ofMonths.map(PlantFields::written).or(() -> perYear).orElseThrow(),
                        months,
                        source.orElse("")));
    }

    private static List<BigDecimal> months(Fields fields) {
        String field = "expectedYieldByMonthKwh";
        Optional<String> text = fields.optionalText(field);
        if (text.isEmpty()) {
            return List.of();
        }
        var months = new ArrayList<BigDecimal>();
        try {
            Arrays.stream(text.get().split(";", -1))
                    .map(month -> Decimals.parse(month.strip()))
                    .forEach(months::add);
        } catch (IllegalArgumentException none) {
            fields.refuse(field, "NOT_A_DECIMAL", String.valueOf(none.getMessage()));
            return List.of();
        }
        if (months.size() != ExpectedYield.MONTHS
                || months.stream().anyMatch(month -> month.signum() < 0)
                || months.stream().allMatch(month -> month.signum() == 0)) {
            fields.refuse(
                    field,
                    "NOT_TWELVE_MONTHS",
                    "'%s' is not twelve amounts of energy, from January to December, none of them negative and one at least above zero"
                            .formatted(text.get()));
            return List.of();
        }
        return months.stream().map(PlantFields::written).toList();
    }

    private static Optional<SeparateProduction> separateProduction(Fields fields) {
        Optional<BigDecimal> electrical = efficiency(fields, "referenceElectricalEfficiency");
        Optional<BigDecimal> thermal = efficiency(fields, "referenceThermalEfficiency");
        Optional<BigDecimal> cooling =
                positive(fields, "referenceCoolingPerformance").map(PlantFields::written);
        Optional<String> source = fields.optionalText("referenceSource");
        if (electrical.isEmpty() && thermal.isEmpty() && cooling.isEmpty()) {
            return Optional.empty();
        }
        if (source.isEmpty()) {
            fields.refuse(
                    "referenceSource",
                    "REQUIRED",
                    "is required with reference efficiencies: say where they come from");
        }
        return Optional.of(new SeparateProduction(electrical, thermal, cooling, source.orElse("")));
    }

    /// Condensing boilers exceed 1 on net calorific value, but not by much.
    private static Optional<BigDecimal> efficiency(Fields fields, String field) {
        Optional<BigDecimal> efficiency = positive(fields, field).map(PlantFields::written);
        return efficiency.filter(of -> {
            boolean plausible = of.compareTo(new BigDecimal("1.1")) <= 0;
            if (!plausible) {
                fields.refuse(
                        field,
                        "NOT_AN_EFFICIENCY",
                        "'%s' is no efficiency; write 0.53 for 53 %% of the net calorific value"
                                .formatted(of.toPlainString()));
            }
            return plausible;
        });
    }

    private static Optional<BigDecimal> positive(Fields fields, String field) {
        return fields.optionalDecimal(field).filter(value -> isPositive(fields, field, value));
    }

    private static boolean isPositive(Fields fields, String field, BigDecimal value) {
        if (value.signum() > 0) {
            return true;
        }
        fields.refuse(
                field,
                "NOT_POSITIVE",
                "'%s' is not above zero; leave out what is not known"
                        .formatted(value.toPlainString()));
        return false;
    }

    private static void refuseWhatDoesNotFit(Fields fields, PlantTechnology technology) {
        boolean hasFuel = fields.optionalText("fuel").isPresent();
        if (technology.takesFuel() && !hasFuel) {
            fields.refuse(
                    "fuel", "REQUIRED", "is required of %s: name its fuel".formatted(technology));
        }
        if (!technology.takesFuel()) {
            refuseIfStated(fields, technology, "fuel");
            refuseIfStated(fields, technology, "fuelShare");
            refuseIfStated(fields, technology, "referenceElectricalEfficiency");
            refuseIfStated(fields, technology, "referenceThermalEfficiency");
            refuseIfStated(fields, technology, "referenceCoolingPerformance");
        }
        if (technology != PlantTechnology.PV) {
            refuseIfStated(fields, technology, "capacityBasis");
        }
    }

    private static void refuseIfStated(Fields fields, PlantTechnology technology, String field) {
        fields.optionalText(field)
                .ifPresent(stated ->
                        fields.refuse(
                                field,
                                "NOT_OF_THIS_TECHNOLOGY",
                                "'%s' is not stated of %s; leave it out"
                                        .formatted(stated, technology)));
    }

    /// The one written form of a decimal, so that `10` and `10.0` are the same content.
    static BigDecimal written(BigDecimal decimal) {
        return new BigDecimal(Decimals.plain(decimal));
    }
}
