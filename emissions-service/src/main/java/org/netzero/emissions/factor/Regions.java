package org.netzero.emissions.factor;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which regions a place lies in, the most specific first: province, grid region, country, world.
public final class Regions {

    public static final String WORLD = "WORLD";

    /// Begins the code of a group of countries, `GROUP-EU`, which no place lies in: such a factor
    /// is chosen where somebody names the group.
    private static final String GROUP = "GROUP-";

    /// Kosovo has no code of ISO 3166; `XK` is the one in general use.
    private static final Set<String> COUNTRIES =
            Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> ALPHA_2_OF_ALPHA_3 =
            Arrays.stream(Locale.getISOCountries())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    country -> Locale.of("", country).getISO3Country(),
                                    country -> country));

    /// Codes of ISO 3166-2 for places that have a code, and a grid, of their own.
    private static final Map<String, String> OWN_CODE =
            Map.of("CN-HK", "HK", "CN-MO", "MO", "CN-TW", "TW");

    /// Paths remembered at a time; files name a few places over and over.
    private static final int MOST_REMEMBERED = 10_000;

    private final Map<String, String> gridRegionOfProvince;
    private final Map<String, List<String>> remembered = new ConcurrentHashMap<>();

    /// @param gridRegionOfProvince `CN-GD` to `CN-GRID-SOUTH`
    public Regions(Map<String, String> gridRegionOfProvince) {
        this.gridRegionOfProvince = Map.copyOf(gridRegionOfProvince);
    }

    /// The path of a site.
    ///
    /// @throws UnknownRegion if the country has no ISO 3166 code
    public List<String> path(String country, Optional<String> province, Optional<String> gridZone) {
        var path = new LinkedHashSet<String>();
        province.map(code -> qualified(country, code)).ifPresent(path::add);
        gridZone.map(zone -> zone.toUpperCase(Locale.ROOT)).ifPresent(path::add);
        path.addAll(path(province.map(code -> qualified(country, code)).orElse(country)));
        path.removeIf(OWN_CODE::containsKey);
        return List.copyOf(path);
    }

    /// The path of a code as somebody wrote it: `CN`, `CHN`, `CN-GD`, `CN-GRID-EAST`, `WORLD`.
    ///
    /// @throws UnknownRegion if the code names no country
    public List<String> path(String written) {
        List<String> known = remembered.get(written);
        if (known == null) {
            known = find(written);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            remembered.put(written, known);
        }
        return known;
    }

    private List<String> find(String written) {
        String code = written.strip().toUpperCase(Locale.ROOT);
        if (code.equals(WORLD)) {
            return List.of(WORLD);
        }
        if (code.startsWith(GROUP)) {
            return List.of(code, WORLD);
        }
        String place = OWN_CODE.getOrDefault(code, code);
        String prefix = place.split("-", 2)[0];
        String country = ALPHA_2_OF_ALPHA_3.getOrDefault(prefix, prefix);
        if (!COUNTRIES.contains(country)) {
            throw new UnknownRegion(written);
        }
        var path = new LinkedHashSet<String>();
        path.add(place.equals(prefix) ? country : place);
        Optional.ofNullable(gridRegionOfProvince.get(place)).ifPresent(path::add);
        path.add(country);
        path.add(WORLD);
        return List.copyOf(path);
    }

    /// The code in the one form the library stores: `CN` for `CHN`, `HK` for `CN-HK`.
    ///
    /// @throws UnknownRegion if the code names no country
    public String normal(String written) {
        return path(written).getFirst();
    }

    private static String qualified(String country, String province) {
        String code = province.toUpperCase(Locale.ROOT);
        return code.contains("-") ? code : country.toUpperCase(Locale.ROOT) + "-" + code;
    }
}
