package org.netzero.emissions.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.UnknownActivity;
import org.netzero.emissions.factor.UnknownRegion;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.emissions.quality.QualityRefused;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.QuantityException;
import org.netzero.quantities.Unit;

/// Reads a factor of the company's own or of a supplier from a row of a file or an object of a
/// request.
@ApplicationScoped
class FactorReader {

    static final Columns COLUMNS =
            Columns.of(
                            "factorId: The id of the factor",
                            "set: The draft it goes into, by its name; a new name begins one",
                            "activity: What it is for, by a name that is known or a new one",
                            "name?: What people call it; the activity when left out",
                            "purpose: What the factor may be used for",
                            "region: Where it holds: CN, CN-GD, WORLD",
                            "validFrom: First day it holds for",
                            "validTo?: Last day it holds for",
                            "gases: Gas, value, unit and unit of the activity, apart by semicolons: CO2: 2.68 kg/L; CH4: 0.1 g/L, or CO2e: 0.3 kgCO2e/kWh",
                            "gwpSet?: Of a factor in CO2e: the global warming potentials it was made with",
                            "publisher: Who publishes it",
                            "source: The document it stands in, with its page or table",
                            "published?: Day of publication",
                            "licence?: Under which it may be used",
                            "confidence: How sure it is, and why: measured, from a standard, …",
                            "notes?: Anything else",
                            "priceYear?: Of a factor per money: the year of its prices",
                            "priceKind?: Of a factor per money: whose prices they are",
                            "supersedes?: The factor that this one corrects, by its id",
                            "uncertainty?: Half-width of the 95 % interval, such as 5 %")
                    .withValues("purpose", Purpose.values())
                    .withValues("gwpSet", GwpSet.values())
                    .withValues("priceKind", PriceBasis.Kind.values());

    /// `CO2: 2.68 kg/L`, as the list of factors writes it.
    private static final Pattern GAS = Pattern.compile("([^:]+): *(\\S+) +([^/]+)/(.+)");

    private static final int MOST_GASES = 50;

    private final Factors factors;
    private final Clock clock;

    FactorReader(Factors factors, Clock clock) {
        this.factors = factors;
        this.clock = clock;
    }

    /// @throws InvalidInput naming everything that is wrong
    DraftFactor read(Fields fields) {
        Optional<String> id = fields.id("factorId");
        Optional<String> set = fields.id("set");
        Optional<String> activity = fields.text("activity").map(this::activity);
        Optional<String> name =
                fields.optionalText("name").or(() -> fields.optionalText("activity"));
        Optional<Purpose> purpose = fields.oneOf("purpose", Purpose.class);
        Optional<String> region = fields.text("region").flatMap(code -> region(code, fields));
        fields.text("validFrom");
        Optional<LocalDate> from = fields.optionalDate("validFrom");
        Optional<LocalDate> to = fields.optionalDate("validTo");
        Optional<GwpSet> gwpSet = fields.optionalOneOf("gwpSet", GwpSet.class);
        List<GasIntensity> gases = gases(fields, gwpSet);
        Optional<FactorSource> source = source(fields);
        Optional<PriceBasis> prices = prices(fields, gases);
        Optional<HalfWidth> uncertainty = uncertainty(fields);
        Optional<String> supersedes = fields.optionalText("supersedes");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            fields.refuse(
                    "validTo",
                    "END_BEFORE_START",
                    "%s is before the first valid day %s".formatted(to.get(), from.get()));
        }
        fields.refuseIfInvalid();
        try {
            return new DraftFactor(
                    new EmissionFactor(
                            id.orElseThrow(),
                            set.orElseThrow(),
                            activity.orElseThrow(),
                            name.orElseThrow(),
                            purpose.orElseThrow(),
                            region.orElseThrow(),
                            from.orElseThrow(),
                            to,
                            gases,
                            source.orElseThrow(),
                            prices,
                            uncertainty,
                            supersedes));
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput("", "INVALID_FACTOR", String.valueOf(refused.getMessage()));
        }
    }

    /// A known activity by any of its names, or a new one.
    private String activity(String written) {
        try {
            return factors.library().activity(written);
        } catch (UnknownActivity isNew) {
            return FactorLibrary.key(written);
        }
    }

    private Optional<String> region(String written, Fields fields) {
        try {
            return Optional.of(factors.library().regions().normal(written));
        } catch (UnknownRegion none) {
            return fields.refuse("region", none.code(), none.reason());
        }
    }

    private List<GasIntensity> gases(Fields fields, Optional<GwpSet> gwpSet) {
        var gases = new ArrayList<GasIntensity>();
        fields.text("gases")
                .ifPresent(text -> {
                    String[] parts = text.split(";", -1);
                    if (parts.length > MOST_GASES) {
                        fields.refuse(
                                "gases",
                                "TOO_MANY",
                                "%d gases; name at most %d".formatted(parts.length, MOST_GASES));
                        return;
                    }
                    for (String part : parts) {
                        gas(part.strip(), fields, gwpSet).ifPresent(gases::add);
                    }
                });
        refuseWhatCountsTwice(gases, fields);
        return gases;
    }

    private static void refuseWhatCountsTwice(List<GasIntensity> gases, Fields fields) {
        var names = new HashSet<String>();
        gases.stream()
                .map(GasIntensity::gas)
                .filter(gas -> !names.add(gas))
                .distinct()
                .forEach(gas ->
                        fields.refuse(
                                "gases",
                                "REPEATED_GAS",
                                "%s is given more than once; give each gas one value"
                                        .formatted(gas)));
        if (gases.stream().anyMatch(GasIntensity::isTotal)) {
            gases.stream()
                    .filter(gas -> !gas.isTotal() && countsInScope(gas))
                    .findFirst()
                    .ifPresent(gas ->
                            fields.refuse(
                                    "gases",
                                    "TOTAL_BESIDE_GASES",
                                    "CO2e is all gases together, so %s beside it would count twice; give either the gases or CO2e"
                                            .formatted(gas.gas())));
        }
    }

    /// A mass beside the scopes, such as biogenic CO2, is in no CO2e.
    private static boolean countsInScope(GasIntensity gas) {
        return gas.isInCo2e() || !Potentials.isOutsideScopes(gas.gas());
    }

    private Optional<GasIntensity> gas(String text, Fields fields, Optional<GwpSet> gwpSet) {
        Matcher form = GAS.matcher(text);
        if (!form.matches()) {
            return fields.refuse(
                    "gases",
                    "NOT_A_FACTOR",
                    "'%s' is no factor; write gas, value, unit and unit of the activity, such as 'CO2: 2.68 kg/L' or 'CO2e: 0.3 kgCO2e/kWh'"
                            .formatted(text));
        }
        String gas = form.group(1).strip();
        if (!gas.equals(GasIntensity.CO2E) && !factors.library().potentials().knows(gas)) {
            return fields.refuse(
                    "gases",
                    "UNKNOWN_GAS",
                    "'%s' is no gas with a global warming potential; write CO2, CH4, N2O, HFC-134a, … or CO2e for all together"
                            .formatted(gas));
        }
        return intensity(form, fields)
                .flatMap(intensity -> {
                    if (intensity.value().signum() < 0) {
                        return fields.refuse(
                                "gases",
                                "NEGATIVE_FACTOR",
                                "%s is below 0; removals and avoided emissions are recorded apart"
                                        .formatted(intensity));
                    }
                    return made(gas, intensity, gwpSet, fields);
                });
    }

    private static Optional<Intensity> intensity(Matcher form, Fields fields) {
        try {
            return Optional.of(
                    Intensity.of(
                            form.group(2),
                            Unit.parse(form.group(3).strip()),
                            Unit.parse(form.group(4).strip())));
        } catch (QuantityException unknown) {
            return fields.refuse("gases", "UNKNOWN_UNIT", String.valueOf(unknown.getMessage()));
        }
    }

    private Optional<GasIntensity> made(
            String gas, Intensity intensity, Optional<GwpSet> gwpSet, Fields fields) {
        boolean inCo2e = intensity.unit() == Unit.KG_CO2E || intensity.unit() == Unit.T_CO2E;
        if (inCo2e && gwpSet.isEmpty()) {
            return fields.refuse(
                    "gwpSet",
                    "REQUIRED",
                    "a factor in CO2e names the set of potentials it was made with");
        }
        if (inCo2e && !gas.equals(GasIntensity.CO2E) && !hasPotential(gas, gwpSet.get())) {
            return fields.refuse(
                    "gases",
                    "NO_POTENTIAL",
                    "%s has no global warming potential above 0 for %s, so no mass follows from its CO2e; give its mass, or the set the CO2e was made with"
                            .formatted(gwpSet.get(), gas));
        }
        try {
            return Optional.of(
                    new GasIntensity(gas, inCo2e ? gwpSet : Optional.empty(), intensity));
        } catch (IllegalArgumentException refused) {
            return fields.refuse("gases", "NOT_A_FACTOR", String.valueOf(refused.getMessage()));
        }
    }

    private boolean hasPotential(String gas, GwpSet set) {
        return factors.library()
                .potentials()
                .of(gas, set)
                .filter(potential -> potential.value().signum() > 0)
                .isPresent();
    }

    private Optional<FactorSource> source(Fields fields) {
        Optional<String> publisher = fields.text("publisher");
        Optional<String> document = fields.text("source");
        Optional<String> confidence = fields.text("confidence");
        Optional<LocalDate> published = fields.optionalDate("published");
        LocalDate today = LocalDate.now(clock);
        if (published.isPresent() && published.get().isAfter(today)) {
            return fields.refuse(
                    "published",
                    "IN_THE_FUTURE",
                    "%s is after today, %s".formatted(published.get(), today));
        }
        if (confidence.filter(FactorSource::restsOnMemory).isPresent()) {
            return fields.refuse(
                    "confidence",
                    "RESTS_ON_MEMORY",
                    "a factor that rests on memory is refused; name the document it stands in");
        }
        return publisher.isEmpty() || document.isEmpty() || confidence.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new FactorSource(
                                publisher.get(),
                                document.get(),
                                published.orElse(DraftFactor.NOT_SAID),
                                fields.optionalText("licence").orElse(""),
                                confidence.get(),
                                fields.optionalText("notes").orElse("")));
    }

    private static Optional<HalfWidth> uncertainty(Fields fields) {
        return fields.optionalText("uncertainty")
                .flatMap(text -> {
                    try {
                        return Optional.of(HalfWidth.parse(text));
                    } catch (QualityRefused refused) {
                        return fields.refuse("uncertainty", refused.code(), refused.reason());
                    }
                });
    }

    private static Optional<PriceBasis> prices(Fields fields, List<GasIntensity> gases) {
        Optional<BigDecimal> year = fields.optionalDecimal("priceYear");
        Optional<PriceBasis.Kind> kind = fields.optionalOneOf("priceKind", PriceBasis.Kind.class);
        boolean perMoney =
                !gases.isEmpty() && gases.getFirst().intensity().per().dimension().isMoney();
        if (perMoney != year.isPresent() || perMoney != kind.isPresent()) {
            return fields.refuse(
                    "priceYear",
                    perMoney ? "REQUIRED" : "NOT_APPLICABLE",
                    "a factor per money, and no other, names priceYear and priceKind, PURCHASER or PRODUCER");
        }
        if (!perMoney) {
            return Optional.empty();
        }
        String currency = gases.getFirst().intensity().per().dimension().baseUnit().symbol();
        try {
            return Optional.of(new PriceBasis(currency, year.get().intValueExact(), kind.get()));
        } catch (ArithmeticException | IllegalArgumentException refused) {
            return fields.refuse(
                    "priceYear", "NOT_A_YEAR", "'%s' is no year".formatted(year.get()));
        }
    }
}
