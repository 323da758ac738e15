package org.netzero.emissions.library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.Spelling;

/// Finds factors by words of their activities, names and other names, in Chinese and English. A
/// word may be cut short; one that nothing begins with may be misspelt. All words must be found,
/// each somewhere; what is called exactly so comes first.
final class FactorSearch {

    /// Search alone takes these for each other; a calculation does not.
    private static final Map<String, List<String>> ALSO =
            Map.of(
                    "gas-oil", List.of("diesel"),
                    "diesel", List.of("gas-oil"),
                    "flight", List.of("air"),
                    "gas", List.of("natural-gas"),
                    "petrol", List.of("gasoline"),
                    "refrigerant", List.of("released"));

    private static final int SHORTEST_MISSPELT = 4;
    private static final int LONG = 8;
    private static final int WHOLE_NAME = 100;
    private static final int SAME_WORD = 3;
    private static final int BEGINNING = 2;
    private static final int MISSPELT = 1;

    private final FactorLibrary library;
    private final List<EmissionFactor> factors;
    private final TreeMap<String, BitSet> factorsOfWord = new TreeMap<>();
    private final Map<String, BitSet> factorsOfActivity = new HashMap<>();
    private final int[] words;

    FactorSearch(FactorLibrary library) {
        this.library = library;
        this.factors = library.factors();
        this.words = new int[factors.size()];
        Map<String, List<String>> otherNames = otherNames(library);
        for (int i = 0; i < factors.size(); i++) {
            EmissionFactor factor = factors.get(i);
            Set<String> found = new HashSet<>(words(factor.activity()));
            found.addAll(words(FactorLibrary.key(factor.name())));
            words[i] = found.size();
            for (String name : otherNames.getOrDefault(factor.activity(), List.of())) {
                found.addAll(words(name));
            }
            for (String word : found) {
                factorsOfWord.computeIfAbsent(word, key -> new BitSet()).set(i);
            }
            factorsOfActivity.computeIfAbsent(factor.activity(), key -> new BitSet()).set(i);
        }
    }

    private static Map<String, List<String>> otherNames(FactorLibrary library) {
        var names = new HashMap<String, List<String>>();
        library.aliases()
                .forEach((alias, activity) ->
                        names.computeIfAbsent(activity, key -> new ArrayList<>()).add(alias));
        return names;
    }

    private static List<String> words(String key) {
        return Arrays.stream(key.split("-")).filter(word -> !word.isEmpty()).toList();
    }

    /// Factors of the activity that goes by this name; where none does, what [#find] finds.
    List<EmissionFactor> ofActivity(String written) {
        return exactly(FactorLibrary.key(written))
                .map(this::inOrder)
                .orElseGet(() -> find(written));
    }

    private List<EmissionFactor> inOrder(BitSet found) {
        return found.stream().mapToObj(factors::get).toList();
    }

    /// The best match first; of equals the one with the fewest words, then the newest, then by id.
    List<EmissionFactor> find(String query) {
        String key = FactorLibrary.key(query);
        var scores = new HashMap<Integer, Integer>();
        exactly(key)
                .or(() -> misspelt(key))
                .ifPresent(found -> found.stream().forEach(i -> add(scores, i, WHOLE_NAME)));
        for (String also : ALSO.getOrDefault(key, List.of())) {
            exactly(also)
                    .ifPresent(found -> found.stream().forEach(i -> add(scores, i, SAME_WORD)));
        }
        byWords(words(key), scores);
        return scores.keySet().stream()
                .sorted(
                        Comparator.comparingInt((Integer i) -> -scores.getOrDefault(i, 0))
                                .thenComparingInt(i -> words[i])
                                .thenComparing(
                                        i -> factors.get(i).validFrom(), Comparator.reverseOrder())
                                .thenComparing(i -> i))
                .map(factors::get)
                .toList();
    }

    private static void add(Map<Integer, Integer> scores, int factor, int score) {
        scores.merge(factor, score, Integer::sum);
    }

    private Optional<BitSet> exactly(String key) {
        return Optional.ofNullable(factorsOfActivity.get(library.aliases().getOrDefault(key, key)));
    }

    private Optional<BitSet> misspelt(String key) {
        if (key.length() < SHORTEST_MISSPELT) {
            return Optional.empty();
        }
        return factorsOfActivity.keySet().stream()
                .filter(activity -> Spelling.isMisspelt(key, activity, lettersAmissIn(key)))
                .min(Comparator.naturalOrder())
                .map(factorsOfActivity::get);
    }

    private static int lettersAmissIn(String word) {
        return word.length() >= LONG ? 2 : 1;
    }

    private void byWords(List<String> wanted, Map<Integer, Integer> scores) {
        if (wanted.isEmpty()) {
            return;
        }
        List<Map<Integer, Integer>> byWord = wanted.stream().map(this::byWord).toList();
        byWord.getFirst()
                .forEach((factor, score) -> {
                    int sum = 0;
                    for (Map<Integer, Integer> found : byWord) {
                        Integer one = found.get(factor);
                        if (one == null) {
                            return;
                        }
                        sum += one;
                    }
                    add(scores, factor, sum);
                });
    }

    private Map<Integer, Integer> byWord(String word) {
        var found = new HashMap<Integer, Integer>();
        factorsOfWord
                .subMap(word, true, word + Character.MAX_VALUE, true)
                .forEach((known, having) ->
                        keep(found, having, known.equals(word) ? SAME_WORD : BEGINNING));
        for (String also : ALSO.getOrDefault(word, List.of())) {
            exactly(also).ifPresent(having -> keep(found, having, BEGINNING));
        }
        if (isHan(word)) {
            factorsOfWord.forEach((known, having) -> {
                if (isHan(known) && (known.contains(word) || word.contains(known))) {
                    keep(found, having, BEGINNING);
                }
            });
        } else if (found.isEmpty() && word.length() >= SHORTEST_MISSPELT) {
            factorsOfWord.forEach((known, having) -> {
                if (Spelling.isMisspelt(word, known, lettersAmissIn(word))) {
                    keep(found, having, MISSPELT);
                }
            });
        }
        return found;
    }

    private static void keep(Map<Integer, Integer> found, BitSet having, int score) {
        having.stream().forEach(factor -> found.merge(factor, score, Math::max));
    }

    private static boolean isHan(String word) {
        return word.codePoints()
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
