package org.netzero.emissions.factor;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// How alike two names are.
public final class Spelling {

    private static final double ALIKE = 0.35;
    private static final int MOST = 5;

    private Spelling() {}

    /// The names that look most like the one asked for, the likest first; empty if none is alike.
    /// Likeness is the share of three-letter pieces in common (Jaccard index over trigrams of the
    /// name between two blanks).
    static List<String> near(String wanted, Stream<String> names) {
        Set<String> pieces = pieces(wanted);
        return names.distinct()
                .map(name -> new Alike(name, likeness(pieces, pieces(name))))
                .filter(alike -> alike.likeness() >= ALIKE)
                .sorted(
                        Comparator.comparingDouble(Alike::likeness)
                                .reversed()
                                .thenComparing(Alike::name))
                .limit(MOST)
                .map(Alike::name)
                .toList();
    }

    private record Alike(String name, double likeness) {}

    private static double likeness(Set<String> first, Set<String> second) {
        long common = first.stream().filter(second::contains).count();
        return (double) common / (first.size() + second.size() - common);
    }

    private static Set<String> pieces(String name) {
        String padded = " " + name + " ";
        var pieces = new HashSet<String>();
        for (int i = 0; i + 3 <= padded.length(); i++) {
            pieces.add(padded.substring(i, i + 3));
        }
        return pieces.isEmpty() ? Set.of(padded) : pieces;
    }

    /// Whether at most so many letters were added, left out, changed or swapped with their
    /// neighbour (optimal string alignment distance).
    public static boolean isMisspelt(String written, String meant, int letters) {
        int rows = written.length();
        int columns = meant.length();
        if (Math.abs(rows - columns) > letters) {
            return false;
        }
        int[][] distance = new int[rows + 1][columns + 1];
        for (int i = 0; i <= rows; i++) {
            distance[i][0] = i;
        }
        for (int j = 0; j <= columns; j++) {
            distance[0][j] = j;
        }
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                int change = written.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1;
                int least =
                        Math.min(
                                Math.min(distance[i - 1][j], distance[i][j - 1]) + 1,
                                distance[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1
                                && j > 1
                                && written.charAt(i - 1) == meant.charAt(j - 2)
                                && written.charAt(i - 2) == meant.charAt(j - 1);
                distance[i][j] = swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
            }
        }
        return distance[rows][columns] <= letters;
    }
}
