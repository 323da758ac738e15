package org.netzero.emissions.calculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.netzero.emissions.factor.Purpose;

/// What a method is: whom it serves, what it takes, and its formula. The inputs in their order are
/// the formula: the quantity, plus and minus what is added and taken, times what multiplies it,
/// times the emission factor.
///
/// @param scopes the scopes it serves; the first is meant where a record names none
/// @param categories of scope 3 it serves; empty: all
/// @param quantity what the quantity of the activity is
/// @param inputs in the order of the formula
/// @param purpose which factors it takes; empty: those the activity is usually accounted by
/// @param accounting where its result stands
/// @param formula in words and signs
/// @param clause the standard or guidance it comes from
public record MethodRule(
        List<Scope> scopes,
        SortedSet<Scope3Category> categories,
        String quantity,
        List<MethodInput> inputs,
        Optional<Purpose> purpose,
        Accounting accounting,
        String formula,
        String clause) {

    /// Replaces the factor of the library by one that somebody states, a supplier for example.
    public static final String EMISSION_FACTOR = "emissionFactor";

    /// Where the result of a method stands.
    public enum Accounting {
        /// In its scope.
        INSIDE_INVENTORY,
        /// Avoided outside the company's own inventory; beside the scopes, never taken from them.
        EXPORTED_AVOIDED,
        /// Of other years too, so beside the scopes.
        REPORTED_SEPARATELY
    }

    private static final MethodInput FACTOR =
            new MethodInput(
                    EMISSION_FACTOR,
                    MethodInput.Use.FACTOR,
                    MethodInput.Measure.CO2E_RATE,
                    false,
                    "a stated factor, of a supplier for example, in place of one of the library");

    public MethodRule {
        scopes = List.copyOf(scopes);
        categories = Collections.unmodifiableSortedSet(new TreeSet<>(categories));
        inputs = List.copyOf(inputs);
    }

    static MethodRule of(String quantity, String formula, String clause) {
        return new MethodRule(
                List.of(),
                new TreeSet<>(),
                quantity,
                List.of(FACTOR),
                Optional.empty(),
                Accounting.INSIDE_INVENTORY,
                formula,
                clause);
    }

    MethodRule scope(Scope... served) {
        return new MethodRule(
                List.of(served),
                categories,
                quantity,
                inputs,
                purpose,
                accounting,
                formula,
                clause);
    }

    /// Serves categories of scope 3, named by their numbers.
    MethodRule categories(Integer... numbers) {
        var served = EnumSet.noneOf(Scope3Category.class);
        for (Integer number : numbers) {
            Arrays.stream(Scope3Category.values())
                    .filter(category -> category.name().startsWith("C%d_".formatted(number)))
                    .forEach(served::add);
        }
        return new MethodRule(
                scopes.isEmpty() ? List.of(Scope.SCOPE_3) : scopes,
                new TreeSet<>(served),
                quantity,
                inputs,
                purpose,
                accounting,
                formula,
                clause);
    }

    MethodRule with(MethodInput... more) {
        var all = new ArrayList<>(Arrays.asList(more));
        all.add(FACTOR);
        return new MethodRule(
                scopes, categories, quantity, all, purpose, accounting, formula, clause);
    }

    MethodRule purpose(Purpose wanted) {
        return new MethodRule(
                scopes,
                categories,
                quantity,
                inputs,
                Optional.of(wanted),
                accounting,
                formula,
                clause);
    }

    MethodRule accounting(Accounting other) {
        return new MethodRule(
                scopes, categories, quantity, inputs, purpose, other, formula, clause);
    }

    /// The scope meant where a record names none; empty: what the factor is for.
    public Optional<Scope> usualScope() {
        return scopes.stream().findFirst().filter(first -> scopes.size() == 1);
    }

    public boolean serves(Scope scope) {
        return scopes.isEmpty() || scopes.contains(scope);
    }

    public boolean serves(Scope3Category category) {
        return categories.isEmpty() || categories.contains(category);
    }

    /// The category meant where a record names none; empty: there is a choice.
    public Optional<Scope3Category> onlyCategory() {
        return categories.stream().findFirst().filter(first -> categories.size() == 1);
    }

    Optional<MethodInput> input(String name) {
        for (MethodInput input : inputs) {
            if (input.name().equals(name)) {
                return Optional.of(input);
            }
        }
        return Optional.empty();
    }
}
