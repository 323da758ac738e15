package org.netzero.load.synthetic;

/// The weather where a data centre stands, hour by hour.
///
/// @param meanCelsius over the year
/// @param seasonCelsius how far summer and winter lie from the mean
/// @param dayCelsius how far afternoon and night lie from the day's mean
record Climate(long seed, double meanCelsius, double seasonCelsius, double dayCelsius) {

    private static final double HOURS_PER_DAY = 24;
    private static final double HOURS_PER_YEAR = 365.25 * HOURS_PER_DAY;

    /// The coldest day lies about so long after the first of January.
    private static final double COLDEST_HOUR = 20 * HOURS_PER_DAY;

    private static final double WARMEST_HOUR_OF_DAY = 15;
    private static final double WEATHER_CELSIUS = 4;

    /// One of the climates between Oslo and Singapore.
    static Climate drawn(long seed, int datacenter) {
        double south = Chance.of(seed, datacenter, 1);
        return new Climate(
                seed + datacenter,
                6 + 21 * south,
                12 * (1 - south) + 1,
                3 + 2 * Chance.of(seed, datacenter, 2));
    }

    /// The outdoor temperature.
    ///
    /// @param hour counted from 1970 in UTC
    double celsius(long hour) {
        double season = -Math.cos(2 * Math.PI * (hour - COLDEST_HOUR) / HOURS_PER_YEAR);
        double day = Math.cos(2 * Math.PI * (hour - WARMEST_HOUR_OF_DAY) / HOURS_PER_DAY);
        return meanCelsius + seasonCelsius * season + dayCelsius * day + weather(hour);
    }

    /// Warm and cold days, one passing into the next.
    private double weather(long hour) {
        long today = Math.floorDiv(hour, (long) HOURS_PER_DAY);
        double passed = hour / HOURS_PER_DAY - today;
        double mixed = Chance.of(seed, today) * (1 - passed) + Chance.of(seed, today + 1) * passed;
        return WEATHER_CELSIUS * (2 * mixed - 1);
    }
}
