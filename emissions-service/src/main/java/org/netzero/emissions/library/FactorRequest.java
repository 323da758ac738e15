package org.netzero.emissions.library;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A factor as it is sent; numbers may be strings or numbers.
///
/// @param uncertainty 95 % half-width: `7 %`, or a share below 1
record FactorRequest(
        @Nullable String factorId,
        @Nullable String set,
        @Nullable String activity,
        @Nullable String name,
        @Nullable String purpose,
        @Nullable String region,
        @Nullable String validFrom,
        @Nullable String validTo,
        @Nullable List<@Nullable Gas> gases,
        @Nullable String gwpSet,
        @Nullable String publisher,
        @Nullable String source,
        @Nullable String published,
        @Nullable String licence,
        @Nullable String confidence,
        @Nullable String notes,
        @Nullable String priceYear,
        @Nullable String priceKind,
        @Nullable String supersedes,
        @Nullable String uncertainty) {

    /// How much of one gas for each unit of the activity.
    record Gas(
            @Nullable String gas,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String per) {

        private String text() {
            return "%s: %s %s/%s".formatted(or(gas), or(value), or(unit), or(per));
        }

        private static String or(@Nullable String text) {
            return Optional.ofNullable(text).orElse("?");
        }
    }

    /// What is no gas is refused as what it is.
    private static String text(@Nullable Gas gas) {
        return gas == null ? "null" : gas.text();
    }

    Fields fields() {
        Map<String, String> written =
                gases == null
                        ? Map.of()
                        : Map.of(
                                "gases",
                                gases.stream()
                                        .map(FactorRequest::text)
                                        .collect(Collectors.joining("; ")));
        return Fields.of(this, written);
    }
}
