package org.netzero.gateway.roadmap.engine;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a lever comes into use.
///
/// @param startYear year in which it is decided; without lead time also the first year of effect
/// @param rampPerYear most that is deployed in a year, a share greater than 0, at most 1
/// @param leadTimeYears years from the decision to the first effect
/// @param lifeYears years of effect, after which it is gone or renewed; empty for longer than any
///   scenario
/// @param renewed whether it is built again, and paid again, at the end of its life
/// @param wanted deployed share by year, each holding until the next, within what the ramp allows;
///   empty for as much as the ramp allows
public record Deployment(
        int startYear,
        double rampPerYear,
        int leadTimeYears,
        OptionalInt lifeYears,
        boolean renewed,
        SortedMap<Integer, Double> wanted) {

    private static final int LAST_YEAR = 2150;

    public Deployment {
        Require.calendarYear("startYear", startYear);
        if (!(rampPerYear > 0 && rampPerYear <= 1)) {
            throw new ValueOutOfRange(
                    "rampPerYear",
                    rampPerYear,
                    "greater than 0, at most 1",
                    "state the share deployed in a year");
        }
        Require.between(
                "leadTimeYears", leadTimeYears, 0, 50, "state whole years from decision to effect");
        lifeYears.ifPresent(
                life -> Require.between("lifeYears", life, 1, 100, "state whole years of effect"));
        if (renewed && lifeYears.isEmpty()) {
            throw new ValueOutOfRange(
                    "renewed",
                    "true",
                    "false where there is no lifeYears",
                    "state the life after which it is renewed");
        }
        Require.atMost("wanted", wanted.size(), Scenario.MAXIMUM_YEARS);
        wanted.forEach((year, share) -> {
            Require.calendarYear("wanted key", year);
            Require.between("wanted." + year, share, 0, 1, "state the share deployed by then");
        });
        wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
    }

    /// As much as the ramp allows, and gone after its life.
    public Deployment(int startYear, double rampPerYear, int leadTimeYears, OptionalInt lifeYears) {
        this(startYear, rampPerYear, leadTimeYears, lifeYears, false, Collections.emptySortedMap());
    }

    /// Evenly from nothing in the base year to full deployment in the target year.
    public static Deployment evenly(int baseYear, int targetYear) {
        Require.between(
                "targetYear",
                targetYear,
                baseYear + 1.0,
                Integer.MAX_VALUE,
                "end after the base year");
        return new Deployment(baseYear + 1, 1.0 / (targetYear - baseYear), 0, OptionalInt.empty());
    }

    /// Deployed share in a year: `min(1, rampPerYear · (year − first + 1))` from the first year of
    /// effect, start plus lead time, on; 0 before it and after the life of a lever that is not
    /// renewed. Where shares are wanted, each year comes as near to the wanted share as the ramp
    /// lets it; what is deployed stays.
    public double in(int year) {
        int yearsInEffect = year - firstYearOfEffect() + 1;
        if (yearsInEffect <= 0 || isGoneAfter(yearsInEffect)) {
            return 0;
        }
        return wanted.isEmpty()
                ? Math.min(1, rampPerYear * yearsInEffect)
                : wantedIn(year, yearsInEffect);
    }

    /// Decided and wanted so many years later, no later than any scenario goes on.
    Deployment late(int years) {
        if (years == 0) {
            return this;
        }
        TreeMap<Integer, Double> later = new TreeMap<>();
        wanted.forEach((year, share) -> later.put(later(year, years), share));
        return new Deployment(
                later(startYear, years), rampPerYear, leadTimeYears, lifeYears, renewed, later);
    }

    private static int later(int year, int years) {
        return Math.min(LAST_YEAR, year + years);
    }

    private double wantedIn(int year, int yearsInEffect) {
        double deployed = 0;
        for (int y = year - yearsInEffect + 1; y <= year; y++) {
            double asked = 0;
            for (double share : wanted.headMap(y + 1).values()) {
                asked = share;
            }
            deployed = Math.max(deployed, Math.min(asked, deployed + rampPerYear));
        }
        return deployed;
    }

    int firstYearOfEffect() {
        return startYear + leadTimeYears;
    }

    private boolean isGoneAfter(int yearsInEffect) {
        return !renewed && lifeYears.isPresent() && yearsInEffect > lifeYears.getAsInt();
    }
}
