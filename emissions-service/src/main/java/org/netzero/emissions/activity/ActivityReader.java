package org.netzero.emissions.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ActivityData;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.InputRefused;
import org.netzero.emissions.calculation.MethodInputs;
import org.netzero.emissions.calculation.MethodRule;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.calculation.Tracing;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.FactorNotValid;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.UnknownFactor;
import org.netzero.emissions.factor.WrongActivity;
import org.netzero.emissions.library.Factors;
import org.netzero.emissions.method.StatedInput;
import org.netzero.emissions.method.StatedInputs;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.emissions.quality.QualityRefused;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.platform.idempotency.NewIds;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.input.StatedInterval;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Reads an activity from a row of a file or an object of a request, and holds it against the
/// factors there are: what no factor could ever compute is refused here, not found missing later.
@ApplicationScoped
class ActivityReader {

    static final Columns COLUMNS =
            Columns.of(
                            "activityId: The id of the record; sent again with the same content it is a duplicate, with other content it is refused",
                            "scope?: Where it counts; left out, the usual one of its method or factor",
                            "category?: Of scope 3, where the method does not decide it; C1 to C15 are understood",
                            "activity: What was done or used, by its name in the list of factors: natural-gas, business travel by train, 天然气",
                            "quantity: The amount, as a number with a point: 1234.5, not negative",
                            "unit: A unit that fits a factor of the activity: kWh, L, t, km, passenger-km, CNY, million CNY",
                            "siteId?: The site, by its id",
                            "region?: Where it happened, for the choice of the factor: CN, CN-GD, WORLD; left out, the place of the site",
                            Columns.START,
                            Columns.END,
                            "method?: How it is calculated; left out, quantity times factor",
                            "inputs?: What the method takes besides: distance=1200 km; share=5 %",
                            "factorId?: The factor to use, by its id; left out, it is chosen by activity, region and day",
                            "provenance: How the figure came about",
                            Columns.EVIDENCE,
                            "uncertainty?: Half-width of the 95 % interval of the quantity, such as 5 %",
                            "quality?: Five scores from 1 (best) to 5, such as 2;1;3;2;1")
                    .withValues("scope", Scope.values())
                    .withValues("category", Scope3Category.values())
                    .withValues("method", CalculationMethod.values())
                    .withValues("provenance", Provenance.values())
                    .withCorrections();

    private final Factors factors;
    private final NewIds newIds;

    ActivityReader(Factors factors, NewIds newIds) {
        this.factors = factors;
        this.newIds = newIds;
    }

    /// @param stated the inputs of the method
    /// @throws InvalidInput naming everything that is wrong
    Activity read(Fields fields, Map<String, @Nullable StatedInput> stated) {
        Optional<String> id = fields.optionalId("activityId");
        Optional<Scope> namedScope = scope(fields);
        Optional<Scope3Category> namedCategory = category(fields);
        Optional<Quantity> quantity = quantity(fields);
        Optional<CalculationMethod> method =
                fields.optionalOneOf("method", CalculationMethod.class);
        MethodInputs inputs = StatedInputs.read(fields, stated);
        Optional<Quantity> amount =
                quantity.flatMap(q -> amount(new ActivityData(method, q, inputs), fields));
        boolean free = method.isPresent() && needsNoFactor(amount, inputs);
        Optional<String> activity = activity(fields, free);
        Optional<String> siteId = fields.optionalId("siteId");
        Optional<String> region = region(fields);
        Optional<Period> period = period(fields);
        Optional<String> factorId = fields.optionalText("factorId");
        Optional<Provenance> provenance = fields.oneOf("provenance", Provenance.class);
        Optional<String> evidence = fields.optionalText("evidence");
        RecordQuality quality = quality(fields);
        Optional<String> supersedes = fields.optionalId("supersedes");
        fields.refuseIfInvalid();
        Optional<Scope> scope = namedScope.or(() -> method.flatMap(m -> scopeBy(m, namedCategory)));
        Optional<Scope3Category> category =
                namedCategory.or(() ->
                        scope.filter(Scope.SCOPE_3::equals)
                                .flatMap(s -> method.flatMap(m -> m.rule().onlyCategory())));
        Activity read =
                new Activity(
                        id.orElseGet(newIds::next),
                        scope,
                        category,
                        activity.orElseThrow(),
                        quantity.orElseThrow(),
                        siteId,
                        region,
                        period.orElseThrow().start(),
                        period.orElseThrow().end(),
                        method,
                        inputs,
                        factorId,
                        provenance.orElseThrow(),
                        evidence,
                        quality,
                        supersedes);
        if (read.activity().equals(ActivityRecord.STATED_EMISSIONS)) {
            checkStated(read, fields);
        } else {
            checkComputable(read, amount.orElseThrow(), free, fields);
        }
        fields.refuseIfInvalid();
        return read;
    }

    private static Optional<Scope> scopeBy(
            CalculationMethod method, Optional<Scope3Category> category) {
        return method.rule().usualScope().or(() -> category.map(named -> Scope.SCOPE_3));
    }

    /// The amount that the inputs make of the quantity; what is wrong with them is noted.
    private static Optional<Quantity> amount(ActivityData data, Fields fields) {
        List<InputRefused> refusals = data.refusals();
        refusals.forEach(refused -> StatedInputs.refuse(fields, refused));
        if (!refusals.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(data.amount(Tracing.LEFT_OUT).quantity());
        } catch (InputRefused refused) {
            StatedInputs.refuse(fields, refused);
            return Optional.empty();
        }
    }

    private static boolean needsNoFactor(Optional<Quantity> amount, MethodInputs inputs) {
        return inputs.values().containsKey(MethodRule.EMISSION_FACTOR)
                || amount.filter(a -> a.unit().dimension() == Dimension.CO2E_MASS).isPresent();
    }

    /// `SCOPE_3`, or `3` as people write it.
    private static Optional<Scope> scope(Fields fields) {
        return fields.optionalText("scope")
                .flatMap(text ->
                        switch (text) {
                            case "1", "SCOPE_1" -> Optional.of(Scope.SCOPE_1);
                            case "2", "SCOPE_2" -> Optional.of(Scope.SCOPE_2);
                            case "3", "SCOPE_3" -> Optional.of(Scope.SCOPE_3);
                            default ->
                                    fields.refuse(
                                            "scope",
                                            "UNKNOWN_SCOPE",
                                            "'%s' is not one of SCOPE_1, SCOPE_2, SCOPE_3"
                                                    .formatted(text));
                        });
    }

    /// `C6_BUSINESS_TRAVEL`, or `C6` or `6` for short.
    private static Optional<Scope3Category> category(Fields fields) {
        return fields.optionalText("category")
                .flatMap(text -> {
                    String shortForm = (text.startsWith("C") ? text : "C" + text) + "_";
                    for (Scope3Category category : Scope3Category.values()) {
                        if (category.name().equals(text) || category.name().startsWith(shortForm)) {
                            return Optional.of(category);
                        }
                    }
                    return fields.refuse(
                            "category",
                            "UNKNOWN_CATEGORY",
                            "'%s' is no category of scope 3; write C1 to C15, their full names, or UNSPECIFIED"
                                    .formatted(text));
                });
    }

    /// @param free whether no factor of the library has to be for it
    private Optional<String> activity(Fields fields, boolean free) {
        return fields.text("activity")
                .flatMap(text ->
                        FactorLibrary.key(text).equals(ActivityRecord.STATED_EMISSIONS)
                                ? Optional.of(ActivityRecord.STATED_EMISSIONS)
                                : free
                                        ? key(fields, text)
                                        : accepted(
                                                fields,
                                                "activity",
                                                () -> library().activity(text)));
    }

    /// An activity of a stated factor is free text, but it is part of keys, so as short as an id.
    private static Optional<String> key(Fields fields, String text) {
        String key = FactorLibrary.key(text);
        if (key.length() > Fields.MAX_ID_LENGTH) {
            return fields.refuse(
                    "activity",
                    "TOO_LONG",
                    "has %d characters; the name of an activity has at most %d"
                            .formatted(key.length(), Fields.MAX_ID_LENGTH));
        }
        return key.isEmpty()
                ? fields.refuse("activity", "REQUIRED", "'%s' has no letter".formatted(text))
                : Optional.of(key);
    }

    private static Optional<Quantity> quantity(Fields fields) {
        Optional<Quantity> quantity = fields.quantity("quantity", "unit");
        return quantity.isPresent() && quantity.get().isNegative()
                ? fields.refuse(
                        "quantity",
                        "NEGATIVE_QUANTITY",
                        "%s is below 0; an activity is not undone by a negative one"
                                .formatted(quantity.get()))
                : quantity;
    }

    private Optional<String> region(Fields fields) {
        return fields.optionalText("region")
                .flatMap(code ->
                        accepted(
                                fields,
                                "region",
                                () -> {
                                    library().regions().path(code);
                                    return code;
                                }));
    }

    private static Optional<Period> period(Fields fields) {
        return fields.interval("start", "end")
                .flatMap(stated ->
                        switch (stated) {
                            case StatedInterval.Days days -> Optional.of(days.period());
                            case StatedInterval.Instants instants ->
                                    fields.refuse(
                                            "start",
                                            "NOT_A_DATE",
                                            "'%s' is an instant; an activity is recorded by local days such as 2021-03-14"
                                                    .formatted(instants.interval().start()));
                        });
    }

    private static RecordQuality quality(Fields fields) {
        return new RecordQuality(
                quality("uncertainty", fields, HalfWidth::parse),
                quality("quality", fields, DataQuality::parse));
    }

    private static <T> Optional<T> quality(
            String field, Fields fields, Function<String, T> parser) {
        return fields.optionalText(field)
                .flatMap(text -> {
                    try {
                        return Optional.of(parser.apply(text));
                    } catch (QualityRefused refused) {
                        return fields.refuse(field, refused.code(), refused.reason());
                    }
                });
    }

    private static void checkStated(Activity stated, Fields fields) {
        if (stated.quantity().unit().dimension() != Dimension.CO2E_MASS) {
            fields.refuse(
                    "unit",
                    "INCOMPATIBLE_UNIT",
                    "'%s' is no mass of CO2e; state emissions in %s or %s"
                            .formatted(stated.quantity().unit(), Unit.KG_CO2E, Unit.T_CO2E));
        }
        if (stated.factorId().isPresent()) {
            fields.refuse(
                    "factorId",
                    "NOT_APPLICABLE",
                    "stated emissions are not computed with a factor");
        }
        if (stated.scope().isEmpty()) {
            fields.refuse("scope", "REQUIRED", "stated emissions name their scope");
        } else {
            checkScope(stated, stated.scope().get(), fields);
        }
        stated.method()
                .map(method -> method.rule().accounting())
                .filter(accounting -> accounting != Accounting.INSIDE_INVENTORY)
                .ifPresent(accounting ->
                        fields.refuse(
                                "method",
                                "NOT_APPLICABLE",
                                "stated emissions stand in a scope; name the activity itself, with a quantity in CO2e"));
        boolean named =
                stated.method().equals(Optional.of(CalculationMethod.LOCATION_BASED))
                        || stated.method().equals(Optional.of(CalculationMethod.MARKET_BASED));
        if (stated.scope().equals(Optional.of(Scope.SCOPE_2)) != named) {
            fields.refuse(
                    "method",
                    "SCOPE_2_METHOD",
                    "stated scope 2, and nothing else, names LOCATION_BASED or MARKET_BASED");
        }
    }

    private static void checkScope(Activity activity, Scope scope, Fields fields) {
        if (scope == Scope.SCOPE_3 && activity.category().isEmpty()) {
            fields.refuse("category", "REQUIRED", "scope 3 names its category, C1 to C15");
        }
        if (scope != Scope.SCOPE_3 && activity.category().isPresent()) {
            fields.refuse(
                    "category", "NOT_APPLICABLE", "only scope 3 has categories, not " + scope);
        }
        if (activity.category().equals(Optional.of(Scope3Category.UNSPECIFIED))
                && activity.provenance() != Provenance.STATED) {
            fields.refuse(
                    "category",
                    "UNSPECIFIED_NOT_STATED",
                    "UNSPECIFIED is for STATED totals only, not for " + activity.provenance());
        }
    }

    private void checkComputable(Activity activity, Quantity amount, boolean free, Fields fields) {
        Scope scope = activity.scope().orElseGet(() -> usualScope(activity));
        boolean inScopes =
                activity.method()
                        .map(method -> method.rule().accounting())
                        .filter(accounting -> accounting == Accounting.EXPORTED_AVOIDED)
                        .isEmpty();
        if (inScopes) {
            checkScope(activity, scope, fields);
            activity.method().ifPresent(method -> checkMethod(method, activity, scope, fields));
        }
        if (free) {
            if (activity.factorId().isPresent()) {
                fields.refuse(
                        "factorId",
                        "NOT_APPLICABLE",
                        "a stated factor, or an amount of CO2e, takes no factor of the library");
            }
            return;
        }
        activity.factorId().ifPresent(id -> checkPinned(id, activity, fields));
        if (!library().hasFactorFor(activity.activity(), amount.unit())
                && Calculator.perPerson(amount.unit())
                        .filter(unit -> library().hasFactorFor(activity.activity(), unit))
                        .isEmpty()) {
            fields.refuse(
                    "unit",
                    "INCOMPATIBLE_UNIT",
                    "'%s' fits no factor of '%s'; they are per %s"
                            .formatted(
                                    amount.unit(),
                                    activity.activity(),
                                    library().unitsOf(activity.activity())));
        }
    }

    private static void checkMethod(
            CalculationMethod method, Activity activity, Scope scope, Fields fields) {
        MethodRule rule = method.rule();
        if (!rule.serves(scope)) {
            fields.refuse(
                    "method",
                    "METHOD_NOT_OF_SCOPE",
                    "%s serves %s, not %s".formatted(method, rule.scopes(), scope));
        }
        activity.category()
                .filter(category -> !rule.serves(category))
                .ifPresent(category ->
                        fields.refuse(
                                "method",
                                "METHOD_NOT_OF_CATEGORY",
                                "%s serves %s, not %s"
                                        .formatted(method, rule.categories(), category)));
        if (method == CalculationMethod.SUPPLIER_SPECIFIC
                && activity.factorId().isEmpty()
                && activity.data().statedFactor().isEmpty()) {
            fields.refuse(
                    "inputs." + MethodRule.EMISSION_FACTOR,
                    "REQUIRED",
                    "%s needs the supplier's factor: as this input, or a factor of the library by its factorId"
                            .formatted(method));
        }
    }

    private Scope usualScope(Activity activity) {
        Purpose purpose =
                activity.factorId()
                        .flatMap(library()::find)
                        .map(EmissionFactor::purpose)
                        .orElseGet(() -> library().usualPurpose(activity.activity()));
        return Scope.of(purpose);
    }

    private void checkPinned(String id, Activity activity, Fields fields) {
        accepted(fields, "factorId", () -> pinned(id, activity.activity(), activity.start()));
    }

    private EmissionFactor pinned(String id, String activity, LocalDate on) {
        EmissionFactor factor = library().find(id).orElseThrow(() -> new UnknownFactor(id));
        if (!factor.activity().equals(activity)) {
            throw new WrongActivity(factor, activity);
        }
        if (!factor.isValidOn(on)) {
            throw new FactorNotValid(factor, on);
        }
        return factor;
    }

    private static <T> Optional<T> accepted(Fields fields, String field, Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (CalculationRefused refused) {
            return fields.refuse(field, refused.code(), refused.reason());
        }
    }

    private FactorLibrary library() {
        return factors.library();
    }
}
