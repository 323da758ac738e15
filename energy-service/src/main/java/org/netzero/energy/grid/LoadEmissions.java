package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Location-based emissions of a load, once with the intensity of each hour and once with the
/// average of the whole time: Σ load × intensity, and Σ load × mean intensity.
///
/// @param loadJoules of the hours that both are known of
/// @param hours how many these are
/// @param co2OnlyHours of how many of them the intensity is of carbon dioxide alone, and not of all
///   greenhouse gases
/// @param meanGramsPerKwh weighted by generation where the mix of every hour is on file, else each
///   hour alike
/// @param weightedByGeneration which of the two
/// @param hourlyKg exact up to 12 decimals
/// @param averageKg the same load at the mean
public record LoadEmissions(
        long loadJoules,
        int hours,
        int co2OnlyHours,
        BigDecimal meanGramsPerKwh,
        boolean weightedByGeneration,
        BigDecimal hourlyKg,
        BigDecimal averageKg) {

    private static final int DECIMALS = 12;

    /// Joules × g/kWh of one kg.
    private static final BigDecimal JOULE_GRAMS_PER_KG = new BigDecimal("3600000000");

    /// An hour of which load and intensity are known.
    public record Hour(long joules, GridIntensity intensity) {}

    /// @param whole the intensity of every hour of the time, whatever the load
    /// @return empty when there is no hour to speak of
    public static Optional<LoadEmissions> of(List<Hour> hours, Collection<GridIntensity> whole) {
        if (hours.isEmpty() || whole.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal jouleGrams = BigDecimal.ZERO;
        long joules = 0;
        for (Hour hour : hours) {
            joules = Math.addExact(joules, hour.joules());
            jouleGrams =
                    jouleGrams.add(
                            hour.intensity()
                                    .gramsPerKwh()
                                    .multiply(BigDecimal.valueOf(hour.joules())));
        }
        Optional<BigDecimal> weighted = weightedMean(whole);
        BigDecimal mean = weighted.orElseGet(() -> plainMean(whole));
        return Optional.of(
                new LoadEmissions(
                        joules,
                        hours.size(),
                        (int) hours.stream().filter(hour -> hour.intensity().co2Only()).count(),
                        mean,
                        weighted.isPresent(),
                        kg(jouleGrams),
                        kg(mean.multiply(BigDecimal.valueOf(joules)))));
    }

    private static BigDecimal kg(BigDecimal jouleGrams) {
        return jouleGrams.divide(JOULE_GRAMS_PER_KG, DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static Optional<BigDecimal> weightedMean(Collection<GridIntensity> hours) {
        BigDecimal generation = BigDecimal.ZERO;
        BigDecimal emitted = BigDecimal.ZERO;
        for (GridIntensity hour : hours) {
            if (hour.generationMwh().isEmpty()) {
                return Optional.empty();
            }
            generation = generation.add(hour.generationMwh().get());
            emitted = emitted.add(hour.gramsPerKwh().multiply(hour.generationMwh().get()));
        }
        return generation.signum() == 0
                ? Optional.empty()
                : Optional.of(emitted.divide(generation, DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static BigDecimal plainMean(Collection<GridIntensity> hours) {
        return hours.stream()
                .map(GridIntensity::gramsPerKwh)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(hours.size()), DECIMALS, RoundingMode.HALF_EVEN);
    }
}
