package org.netzero.emissions.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.emissions.calculation.EnergyCarrier;
import org.netzero.emissions.calculation.InventoryLine;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;

/// What is declared about: scope 1, scope 2, a category of scope 3, or one energy carrier.
///
/// @param key `SCOPE_1`, `C6_BUSINESS_TRAVEL`, `DIESEL`
public record ScreeningSubject(String key) {

    /// What has to be declared: both scopes of the company's own energy and the 15 categories.
    static final List<ScreeningSubject> REQUIRED =
            Stream.concat(
                            Stream.of(Scope.SCOPE_1.name(), Scope.SCOPE_2.name()),
                            categories().map(Enum::name))
                    .map(ScreeningSubject::new)
                    .toList();

    private static final List<String> KEYS =
            Stream.concat(
                            REQUIRED.stream().map(ScreeningSubject::key),
                            Arrays.stream(EnergyCarrier.values()).map(Enum::name))
                    .toList();

    /// Empty when there is no such scope, category or carrier.
    static Optional<ScreeningSubject> parse(String key) {
        return KEYS.contains(key) ? Optional.of(new ScreeningSubject(key)) : Optional.empty();
    }

    static List<String> keys() {
        return KEYS;
    }

    /// A stated total without a category is none of the 15.
    private static Stream<Scope3Category> categories() {
        return Arrays.stream(Scope3Category.values())
                .filter(category -> category != Scope3Category.UNSPECIFIED);
    }

    boolean covers(InventoryLine result) {
        return switch (result.scope()) {
            case SCOPE_1, SCOPE_2 ->
                    key.equals(result.scope().name())
                            || carrier().filter(carrier -> isOf(carrier, result)).isPresent();
            case SCOPE_3 ->
                    result.category().filter(category -> category.name().equals(key)).isPresent();
        };
    }

    private static boolean isOf(EnergyCarrier carrier, InventoryLine result) {
        return result.activity().equals(carrier.activity())
                && carrier.isFuel() == (result.scope() == Scope.SCOPE_1);
    }

    private Optional<EnergyCarrier> carrier() {
        return Arrays.stream(EnergyCarrier.values())
                .filter(carrier -> carrier.name().equals(key))
                .findFirst();
    }
}
