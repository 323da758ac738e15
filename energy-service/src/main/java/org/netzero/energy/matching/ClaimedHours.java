package org.netzero.energy.matching;

import java.util.ArrayList;
import java.util.List;

/// Claims on generation laid out by the hour, in whole joules. A claim is the same part of every
/// hour that its plants generated in: nobody picks the hours of it.
public final class ClaimedHours {

    private ClaimedHours() {}

    /// The hours of a claim. They add up to the claim, or to what was generated in them where that
    /// is less.
    ///
    /// @param generation in each hour that the claim is about
    /// @param claimed of all that was generated
    /// @param all what was generated in the whole time the claim is about, of which these hours may
    ///   be a part
    public static long[] spread(long[] generation, long claimed, long all) {
        return spread(generation, 0, claimed, all);
    }

    /// The same of one plant of several, whose hours add up to the claim together.
    ///
    /// @param before what the plants before this one generated
    public static long[] spread(long[] generation, long before, long claimed, long all) {
        var hours = new long[generation.length];
        if (claimed <= 0 || all <= 0) {
            return hours;
        }
        long part = Math.min(claimed, all);
        long reached = Math.min(all, before);
        long given = Shares.of(part, reached, all);
        for (int hour = 0; hour < hours.length; hour++) {
            reached = Math.min(all, reached + generation[hour]);
            long upTo = Shares.of(part, reached, all);
            hours[hour] = upTo - given;
            given = upTo;
        }
        return hours;
    }

    /// What of each claim meets the load of its hour. Where claims together exceed the load, they
    /// share it in proportion.
    ///
    /// @param claims the hours of each
    /// @return as many hours of each, in the same order
    public static List<long[]> meeting(long[] load, List<long[]> claims) {
        return within(load, claims, 0);
    }

    /// What each claim has of the generation of its hour. Where claims together exceed it, they
    /// share it in proportion. Each is rounded to joules on its own: what is above by less than a
    /// joule of each is no excess.
    ///
    /// @param claims the hours of each
    /// @return as many hours of each, in the same order
    public static List<long[]> sharing(long[] generation, List<long[]> claims) {
        return within(generation, claims, Math.max(0, claims.size() - 1));
    }

    private static List<long[]> within(long[] limit, List<long[]> claims, long rounding) {
        var met = new ArrayList<long[]>();
        claims.forEach(claim -> met.add(new long[limit.length]));
        var wanted = new long[claims.size()];
        var parts = new long[claims.size()];
        for (int hour = 0; hour < limit.length; hour++) {
            long all = 0;
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = claims.get(i)[hour];
                all += wanted[i];
            }
            Shares.split(all - limit[hour] <= rounding ? all : limit[hour], wanted, parts);
            for (int i = 0; i < wanted.length; i++) {
                met.get(i)[hour] = parts[i];
            }
        }
        return met;
    }
}
