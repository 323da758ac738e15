package org.netzero.emissions.calculation;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The categories of the GHG Protocol's scope 3 standard.
public enum Scope3Category {
    C1_PURCHASED_GOODS_AND_SERVICES,
    C2_CAPITAL_GOODS,
    C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES,
    C4_UPSTREAM_TRANSPORTATION_AND_DISTRIBUTION,
    C5_WASTE_GENERATED_IN_OPERATIONS,
    C6_BUSINESS_TRAVEL,
    C7_EMPLOYEE_COMMUTING,
    C8_UPSTREAM_LEASED_ASSETS,
    C9_DOWNSTREAM_TRANSPORTATION_AND_DISTRIBUTION,
    C10_PROCESSING_OF_SOLD_PRODUCTS,
    C11_USE_OF_SOLD_PRODUCTS,
    C12_END_OF_LIFE_TREATMENT_OF_SOLD_PRODUCTS,
    C13_DOWNSTREAM_LEASED_ASSETS,
    C14_FRANCHISES,
    C15_INVESTMENTS,
    /// A stated total that nobody split.
    UNSPECIFIED;

    private static final Map<Integer, Scope3Category> BY_NUMBER =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(Scope3Category::number, its -> its));

    /// The standard's number, by which categories are in order; the unspecified one comes last.
    public int number() {
        return this == UNSPECIFIED
                ? values().length
                : Integer.parseInt(name().substring(1, name().indexOf('_')));
    }

    /// Empty where no category has the number.
    public static Optional<Scope3Category> numbered(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }
}
