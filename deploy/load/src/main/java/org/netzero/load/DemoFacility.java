package org.netzero.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;
import org.netzero.load.synthetic.SyntheticFleet;

/// A data centre of the [DemoFleet] with its meters.
///
/// @param fleet what its input, its cooling and its IT are taken from
/// @param startSecond since when its counters count
/// @param number from 0
record DemoFacility(SyntheticFleet fleet, long startSecond, int number) {

    static final int METERS_EACH = 3;

    private static final int INPUT = 0;
    private static final int COOLING = 1;
    private static final int IT = 2;

    private static final double WH_PER_KWH = 1_000;
    static final double COUNTED_BEFORE = 2_000_000;
    private static final long SECONDS_PER_HOUR = 3_600;
    private static final long SECONDS_PER_WEEK = 7 * 24 * SECONDS_PER_HOUR;

    /// Parts of the IT energy.
    private static final double HEAT = 0.15;

    private static final double HEAT_PUMP = 0.04;
    private static final double FUEL = 0.075;
    private static final double PLANT_POWER = 0.03;
    private static final double PLANT_HEAT = 0.018;
    private static final double PLANT_COOLING = 0.015;
    private static final double PLANT_HEAT_SOLD = 0.01;
    private static final double LITRES_PER_IT_KWH = 1.1;

    /// What a data centre has besides the meters that all have.
    enum Plant {
        NONE,
        HEAT_PUMP,
        /// Tri-generation that is metered at its outputs.
        TRI_GENERATION_OUTSIDE,
        /// Tri-generation that is metered at its fuel.
        TRI_GENERATION_INSIDE;

        static Plant of(int number) {
            return number + 1 < values().length ? values()[number + 1] : NONE;
        }
    }

    Plant plant() {
        return Plant.of(number);
    }

    /// Whether it has a plant, years of readings and a report.
    boolean isShown() {
        return plant() != Plant.NONE;
    }

    String id() {
        return String.format(Locale.ROOT, "synthetic-%03d", number + 1);
    }

    String name() {
        return String.format(Locale.ROOT, "Synthetic data centre %03d", number + 1);
    }

    /// What its IT is built for: of most somewhat more than they take, of some far more.
    int itCapacityKw() {
        double meanKw =
                (used(IT, startSecond + SECONDS_PER_WEEK) - used(IT, startSecond))
                        / (SECONDS_PER_WEEK / SECONDS_PER_HOUR);
        double spare = number % 17 == 16 ? 4 : 1.25 + (number * 37 % 100) / 80.0;
        return (int) Math.ceil(meanKw * spare / 50) * 50;
    }

    List<DemoPoint> points() {
        LongToDoubleFunction it = second -> used(IT, second);
        LongToDoubleFunction cooling = second -> used(COOLING, second);
        var points = new ArrayList<DemoPoint>();
        points.add(counter("input", "FACILITY_INPUT", this::inputKwh));
        points.add(counter("cooling", "COOLING", cooling));
        points.add(counter("it", "IT", it));
        points.add(
                counter(
                        "ups-losses",
                        "UPS_LOSS",
                        second -> used(INPUT, second) - used(COOLING, second) - used(IT, second)));
        points.add(
                point(
                        "outdoor",
                        "WEATHER",
                        "TEMPERATURE",
                        "degC",
                        second -> fleet.celsius(number, second)));
        if (isShown()) {
            points.add(
                    point(
                            "water",
                            "WATER",
                            "WATER_COUNTER",
                            "L",
                            ofIt(LITRES_PER_IT_KWH, COUNTED_BEFORE)));
        }
        points.addAll(ofPlant());
        return points;
    }

    private List<DemoPoint> ofPlant() {
        return switch (plant()) {
            case NONE -> List.of();
            case HEAT_PUMP ->
                    List.of(
                            point(
                                    "heat",
                                    "HEAT_EXPORT",
                                    "HEAT_COUNTER",
                                    "kWh",
                                    ofIt(HEAT, COUNTED_BEFORE)),
                            part("heat-pump", "OTHER", HEAT_PUMP));
            case TRI_GENERATION_OUTSIDE ->
                    List.of(
                            part("gas", "FUEL", FUEL),
                            part("plant-power", "ON_SITE_GENERATION", PLANT_POWER),
                            part("plant-heat", "FACILITY_INPUT", PLANT_HEAT),
                            part("plant-cooling", "FACILITY_INPUT", PLANT_COOLING));
            case TRI_GENERATION_INSIDE ->
                    List.of(
                            part("gas", "FUEL", FUEL),
                            part("plant-power", "ON_SITE_GENERATION", PLANT_POWER),
                            part("plant-heat", "OTHER", PLANT_HEAT),
                            part("plant-cooling", "OTHER", PLANT_COOLING),
                            part("heat-sold", "OTHER", PLANT_HEAT_SOLD));
        };
    }

    /// What the main meter counts: with a heat pump behind it that too, and less what a plant
    /// inside makes.
    private double inputKwh(long second) {
        return used(INPUT, second)
                + switch (plant()) {
                    case NONE, TRI_GENERATION_OUTSIDE -> 0;
                    case HEAT_PUMP -> HEAT_PUMP * used(IT, second);
                    case TRI_GENERATION_INSIDE -> -PLANT_POWER * used(IT, second);
                };
    }

    private DemoPoint part(String what, String role, double ofIt) {
        return point(what, role, "ENERGY_COUNTER", "kWh", ofIt(ofIt, COUNTED_BEFORE));
    }

    private LongToDoubleFunction ofIt(double factor, double before) {
        return second -> before + factor * used(IT, second);
    }

    private DemoPoint counter(String what, String role, LongToDoubleFunction kwh) {
        return point(
                what,
                role,
                "ENERGY_COUNTER",
                "kWh",
                second -> COUNTED_BEFORE + kwh.applyAsDouble(second));
    }

    private DemoPoint point(
            String what, String role, String quantity, String unit, LongToDoubleFunction shows) {
        return new DemoPoint(id() + "." + what, role, quantity, unit, shows);
    }

    /// kWh since the start.
    private double used(int meter, long second) {
        int place = number * METERS_EACH + meter;
        return (fleet.wattHours(place, second) - fleet.wattHours(place, startSecond)) / WH_PER_KWH;
    }
}
