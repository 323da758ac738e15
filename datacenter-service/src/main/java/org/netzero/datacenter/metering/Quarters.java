package org.netzero.datacenter.metering;

/// Amounts of the four quarters of an hour, in the base unit of the hour's amount. They sum up to
/// it but for what `double` cannot hold; where they become decimals their sum is exact.
public record Quarters(double first, double second, double third, double fourth) {

    /// Quarters of an hour.
    public static final int COUNT = 4;
}
