package org.netzero.emissions.calculation;

import java.util.Optional;

/// What of an inventory a figure is of: all of it, a scope, or a category of scope 3.
///
/// @param scope empty: all of them
/// @param method by which scope 2 is in it, as its two methods are the same energy twice
/// @param category empty: the scope as a whole
public record InventoryPart(
        Optional<Scope> scope, Scope2Method method, Optional<Scope3Category> category) {

    /// @throws IllegalArgumentException if another scope than the third has a category
    public InventoryPart {
        if (category.isPresent() && !scope.equals(Optional.of(Scope.SCOPE_3))) {
            throw new IllegalArgumentException(
                    "%s is a category of scope 3, not of %s"
                            .formatted(
                                    category.get(),
                                    scope.map(Enum::name).orElse("all scopes together")));
        }
    }

    public static InventoryPart total(Scope2Method method) {
        return new InventoryPart(Optional.empty(), method, Optional.empty());
    }

    static InventoryPart of(Scope scope, Scope2Method method) {
        return new InventoryPart(Optional.of(scope), method, Optional.empty());
    }

    static InventoryPart of(Scope3Category category, Scope2Method method) {
        return new InventoryPart(Optional.of(Scope.SCOPE_3), method, Optional.of(category));
    }

    /// Whether scope 2 is in it.
    public boolean hasScope2() {
        return scope.map(its -> its == Scope.SCOPE_2).orElse(true);
    }

    boolean includes(InventoryLine line) {
        return scope.map(its -> its == line.scope()).orElse(true)
                && line.method().map(its -> its == method).orElse(true)
                && (category.isEmpty() || category.equals(line.category()));
    }
}
