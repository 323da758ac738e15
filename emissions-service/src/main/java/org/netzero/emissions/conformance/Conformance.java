package org.netzero.emissions.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryCalculation;
import org.netzero.emissions.calculation.MethodInputs;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.conformance.WorkedExamples.Line;
import org.netzero.emissions.conformance.WorkedExamples.WorkedExample;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.Regions;
import org.netzero.emissions.method.StatedInput;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.platform.input.Fields;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Runs the worked examples: their lines become activity records and a library of the printed
/// factors, of which the engine makes an inventory as it does for a company.
@ApplicationScoped
class Conformance {

    private final WorkedExamples examples;

    Conformance(ObjectMapper json) {
        this.examples = WorkedExamples.shipped(json);
    }

    /// Whether what is computed is what is printed.
    enum Verdict {
        AGREES,
        /// They differ, and the print is wrong: its own inputs give what is computed.
        DOCUMENTED_DIFFERENCE,
        DIFFERS
    }

    /// One example, computed beside printed.
    ///
    /// @param unit of all three figures
    record Compared(
            String id,
            String example,
            String chapter,
            String unit,
            BigDecimal computed,
            BigDecimal printed,
            BigDecimal difference,
            Verdict verdict,
            @Nullable String misprint,
            @Nullable String note,
            List<Computed> results) {}

    /// A line of an example, computed.
    record Computed(
            String record,
            BigDecimal kgCo2e,
            @Nullable String factorId,
            @Nullable String factorVersion,
            CalculationTrace trace) {}

    /// The document and its examples.
    record Report(
            String document, int agree, int documented, int differ, List<Compared> examples) {}

    Report report() {
        List<Compared> compared = examples.examples().stream().map(this::compare).toList();
        return new Report(
                examples.document(),
                count(compared, Verdict.AGREES),
                count(compared, Verdict.DOCUMENTED_DIFFERENCE),
                count(compared, Verdict.DIFFERS),
                compared);
    }

    private static int count(List<Compared> compared, Verdict verdict) {
        return (int) compared.stream().filter(one -> one.verdict() == verdict).count();
    }

    private Compared compare(WorkedExample example) {
        Inventory inventory = inventory(example);
        Unit unit = Unit.parse(example.unit());
        BigDecimal computed = new Quantity(kilograms(inventory), Unit.KG_CO2E).to(unit).value();
        BigDecimal printed = new BigDecimal(example.printed());
        BigDecimal difference = computed.subtract(printed);
        return new Compared(
                example.id(),
                example.example(),
                example.chapter(),
                example.unit(),
                computed,
                printed,
                difference,
                verdict(difference, example),
                example.misprint(),
                example.note(),
                results(inventory));
    }

    /// A misprint that came to agree would be none: it is then a difference of another kind.
    private static Verdict verdict(BigDecimal difference, WorkedExample example) {
        boolean agrees = difference.signum() == 0;
        if (agrees == (example.misprint() == null)) {
            return agrees ? Verdict.AGREES : Verdict.DOCUMENTED_DIFFERENCE;
        }
        return Verdict.DIFFERS;
    }

    private static BigDecimal kilograms(Inventory inventory) {
        return inventory.apart().stream()
                .map(apart -> apart.result().emission().kilograms())
                .reduce(inventory.scope3(), BigDecimal::add);
    }

    private static List<Computed> results(Inventory inventory) {
        return inventory
                .everyResult()
                .map(result ->
                        new Computed(
                                result.record(),
                                result.emission().kilograms(),
                                result.factor().map(EmissionFactor::id).orElse(null),
                                result.factor().map(EmissionFactor::version).orElse(null),
                                result.trace()))
                .toList();
    }

    private Inventory inventory(WorkedExample example) {
        var records = new ArrayList<ActivityRecord>();
        var factors = new ArrayList<EmissionFactor>();
        for (Line line : examples.lines(example)) {
            String id = "%s/%02d".formatted(example.id(), records.size() + 1);
            factor(id, line).ifPresent(factors::add);
            records.add(record(id, line));
        }
        var library =
                new FactorLibrary(
                        factors,
                        Map.of(),
                        List.of(),
                        List.of(),
                        new Regions(Map.of()),
                        new Potentials(List.of()));
        int year = examples.year();
        return new InventoryCalculation(
                        new Calculator(library, GwpSet.DEFAULT), LocalDate.of(year, 12, 31))
                .of(new InventoryCalculation.Records(year, List.of(), records));
    }

    private ActivityRecord record(String id, Line line) {
        return new ActivityRecord(
                id,
                Optional.of(Scope.SCOPE_3),
                Optional.of(Scope3Category.valueOf(line.category())),
                FactorLibrary.key(line.activity()),
                quantity(line.quantity()),
                Optional.empty(),
                List.of(Regions.WORLD),
                LocalDate.of(examples.year(), 1, 1),
                LocalDate.of(examples.year() + 1, 1, 1),
                Optional.of(CalculationMethod.valueOf(line.method())),
                inputs(line),
                Optional.ofNullable(line.factor()).map(factor -> id),
                Provenance.STATED,
                RecordQuality.UNKNOWN);
    }

    private static MethodInputs inputs(Line line) {
        var fields = new Fields(Map.of());
        MethodInputs inputs = StatedInputs.read(fields, line.inputs());
        fields.refuseIfInvalid();
        return inputs;
    }

    private static Quantity quantity(StatedInput stated) {
        return Quantity.of(
                String.valueOf(stated.value()), Unit.parse(String.valueOf(stated.unit())));
    }

    private Optional<EmissionFactor> factor(String id, Line line) {
        WorkedExamples.Factor printed = line.factor();
        if (printed == null) {
            return Optional.empty();
        }
        Unit per = Unit.parse(printed.per());
        LocalDate start = LocalDate.of(examples.year(), 1, 1);
        return Optional.of(
                new EmissionFactor(
                        id,
                        "worked-examples",
                        FactorLibrary.key(line.activity()),
                        line.activity(),
                        per.dimension().isMoney() ? Purpose.SPEND : Purpose.AVERAGE_DATA,
                        Regions.WORLD,
                        start,
                        Optional.empty(),
                        List.of(
                                new GasIntensity(
                                        GasIntensity.CO2E,
                                        Optional.empty(),
                                        Intensity.of(
                                                printed.value(), Unit.parse(printed.unit()), per))),
                        new FactorSource(
                                "GHG Protocol",
                                examples.document(),
                                start,
                                "numeric fact",
                                "secondary",
                                "the factor of a worked example, for no other use"),
                        priceBasis(per),
                        Optional.empty()));
    }

    private Optional<PriceBasis> priceBasis(Unit per) {
        return Optional.of(per)
                .filter(money -> money.dimension().isMoney())
                .map(money ->
                        new PriceBasis(
                                money.dimension().baseUnit().symbol(),
                                examples.year(),
                                PriceBasis.Kind.PURCHASER));
    }
}
