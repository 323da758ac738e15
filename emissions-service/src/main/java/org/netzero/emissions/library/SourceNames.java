package org.netzero.emissions.library;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.Regions;
import org.netzero.emissions.factor.UnknownRegion;

/// The names sources use for activities and places, in the suite's own words.
final class SourceNames {

    private final Map<String, String> activities = new HashMap<>();
    private final Set<String> biogenic = new HashSet<>();
    private final Map<String, String> places = new HashMap<>();
    private final Regions regions = new Regions(Map.of());

    SourceNames(SetFolder folder) {
        folder.rows("activities.csv")
                .forEach(row -> {
                    activities.put(row.getField("name"), row.getField("activity"));
                    if (row.getField("biogenic").equals("yes")) {
                        biogenic.add(row.getField("activity"));
                    }
                });
        Arrays.stream(Locale.getISOCountries())
                .forEach(code ->
                        places.put(Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code));
        folder.rows("places.csv")
                .forEach(row -> places.put(row.getField("name"), row.getField("region")));
    }

    /// The key of a name: the one the suite gives it, else the name itself in the form of a key.
    String activity(String name) {
        String key = FactorLibrary.key(name);
        return activities.getOrDefault(key, key);
    }

    /// Whether the CO2 of a fuel stands beside the scopes.
    boolean isBiogenic(String activity) {
        return biogenic.contains(activity);
    }

    /// Empty where nothing knows the place.
    Optional<String> region(String written) {
        if (places.containsKey(written)) {
            return Optional.of(places.get(written));
        }
        try {
            return Optional.of(regions.normal(written));
        } catch (UnknownRegion none) {
            return Optional.empty();
        }
    }
}
