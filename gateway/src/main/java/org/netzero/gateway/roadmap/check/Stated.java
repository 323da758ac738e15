package org.netzero.gateway.roadmap.check;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// Figures of a request, read with the path of their field.
final class Stated {

    /// Far above any figure of a company.
    static final double MOST = 1e12;

    /// Far below any: with it, products and quotients of as many figures as a question takes stay
    /// numbers.
    private static final double LEAST_BUT_ZERO = 1e-12;

    private static final int LONGEST_NAME = 100;

    private Stated() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidInput(field, "REQUIRED", "is required and absent");
        }
        return value;
    }

    static double number(String field, @Nullable Double value, double least, double most) {
        double stated = required(field, value);
        if (!(stated >= least && stated <= most)) {
            throw new InvalidInput(
                    field,
                    "VALUE_OUT_OF_RANGE",
                    "is %s and must be %s to %s".formatted(stated, least, most));
        }
        if (stated != 0 && Math.abs(stated) < LEAST_BUT_ZERO) {
            throw new InvalidInput(
                    field,
                    "VALUE_OUT_OF_RANGE",
                    "is %s and must be 0 or at least %s away from it"
                            .formatted(stated, LEAST_BUT_ZERO));
        }
        return stated;
    }

    static OptionalDouble optional(
            String field, @Nullable Double value, double least, double most) {
        return value == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(number(field, value, least, most));
    }

    static double positive(String field, @Nullable Double value) {
        double stated = number(field, value, 0, MOST);
        if (stated == 0) {
            throw new InvalidInput(field, "VALUE_OUT_OF_RANGE", "is 0 and must be above 0");
        }
        return stated;
    }

    static int year(String field, @Nullable Integer value) {
        int year = required(field, value);
        if (year < 1900 || year > 2200) {
            throw new InvalidInput(
                    field,
                    "VALUE_OUT_OF_RANGE",
                    "is %d and must be a calendar year from 1900 to 2200".formatted(year));
        }
        return year;
    }

    /// Refuses a year that does not follow the one before it.
    static void after(String field, int year, int before) {
        if (year <= before) {
            throw new InvalidInput(
                    field, "NOT_IN_ORDER", "is %d and must be after %d".formatted(year, before));
        }
    }

    static String name(String field, @Nullable String value) {
        String name = required(field, value);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new InvalidInput(
                    field,
                    "NOT_A_NAME",
                    "'%s' is blank or longer than %d characters".formatted(name, LONGEST_NAME));
        }
        return name;
    }

    static <T extends @Nullable Object> List<T> list(
            String field, @Nullable List<T> entries, int fewest, int most) {
        List<T> stated = required(field, entries);
        if (stated.size() < fewest || stated.size() > most) {
            throw new InvalidInput(
                    field,
                    stated.size() < fewest ? "TOO_FEW" : "TOO_MANY",
                    "has %d entries and must have %d to %d".formatted(stated.size(), fewest, most));
        }
        return stated;
    }
}
