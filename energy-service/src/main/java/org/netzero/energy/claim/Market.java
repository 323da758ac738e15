package org.netzero.energy.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A market that instruments are issued for: a country or territory by its ISO 3166-1 alpha-2 code,
/// or `EU`. Hong Kong, Macao and Taiwan are markets of their own, not parts of mainland China's.
public record Market(String code) {

    public static final Market MAINLAND_CHINA = new Market("CN");

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private static final Map<String, String> BY_ALPHA_3 =
            COUNTRIES.stream()
                    .collect(
                            Collectors.toMap(
                                    code -> Locale.of("", code).getISO3Country(),
                                    Function.identity()));

    private static final Set<String> OWN_MARKETS_OF_CHINA = Set.of("CN-HK", "CN-MO", "CN-TW");

    private static final String EUROPE = "EU";

    /// Countries of the European Union and those that trade guarantees of origin with it. Which of
    /// them form one market depends on the rule set and its edition.
    private static final Set<String> EUROPEAN =
            Arrays.stream(
                            """
                            EU AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE
                            SI SK
                            """
                                    .split("\\s+", -1))
                    .filter(code -> !code.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> NORTH_AMERICAN = Set.of("US", "CA");

    /// How the market of an instrument lies to that of a site.
    public enum Relation {
        SAME,
        /// Both are European; whether that is one market is not decided here.
        BOTH_EUROPEAN,
        /// The United States and Canada.
        BOTH_NORTH_AMERICAN,
        OTHER
    }

    /// Reads `CN`, `CHN`, or the province of a market such as `CN-CQ`.
    public static Optional<Market> read(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        if (OWN_MARKETS_OF_CHINA.contains(code)) {
            return Optional.of(new Market(code.substring(3)));
        }
        int hyphen = code.indexOf('-');
        String country = hyphen < 0 ? code : code.substring(0, hyphen);
        String alpha2 = BY_ALPHA_3.getOrDefault(country, country);
        return COUNTRIES.contains(alpha2) || alpha2.equals(EUROPE)
                ? Optional.of(new Market(alpha2))
                : Optional.empty();
    }

    /// The market in which a site buys its electricity.
    public static Market of(String country, Optional<String> province) {
        return province.filter(OWN_MARKETS_OF_CHINA::contains)
                .map(own -> new Market(own.substring(3)))
                .orElseGet(() -> new Market(country));
    }

    public Relation to(Market other) {
        if (equals(other)) {
            return Relation.SAME;
        }
        if (EUROPEAN.contains(code) && EUROPEAN.contains(other.code)) {
            return Relation.BOTH_EUROPEAN;
        }
        return NORTH_AMERICAN.contains(code) && NORTH_AMERICAN.contains(other.code)
                ? Relation.BOTH_NORTH_AMERICAN
                : Relation.OTHER;
    }

    @Override
    public String toString() {
        return code;
    }
}
