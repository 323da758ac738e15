package org.netzero.gateway.roadmap.backtest;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures of one metric in one report.
///
/// @param publishedIn the year in the report's name, or the one after its latest figure where that
///   is later: reports are named for the year they cover or for the one they come out in
/// @param values by year, each greater than 0
record Vintage(String report, int publishedIn, SortedMap<Integer, Double> values) {

    private static final Pattern YEAR = Pattern.compile("(?:19|20|21)\\d\\d");
    private static final Pattern NOTE = Pattern.compile("\\s*\\(.*\\)\\s*$");

    Vintage {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static Vintage of(String report, SortedMap<Integer, Double> values) {
        Matcher year = YEAR.matcher(report);
        int named = year.find() ? Integer.parseInt(year.group()) : 0;
        return new Vintage(report, Math.max(named, values.lastKey() + 1), values);
    }

    /// The report's name without what is noted of single figures.
    static String reportOf(String vintage) {
        return NOTE.matcher(vintage).replaceFirst("");
    }

    /// What the report says of the years up to this one.
    SortedMap<Integer, Double> upTo(int year) {
        return values.headMap(year + 1);
    }
}
