package org.netzero.energy.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.energy.claim.Market;
import org.netzero.energy.progress.YearEnergy.Standing;

class ProgressTest {

    private static final MarketZone TIANJIN = new MarketZone(Market.MAINLAND_CHINA, "CN-TJ");
    private static final MarketZone GROUP = new MarketZone(Market.MAINLAND_CHINA, "CN");

    private static TargetPath path(Object... yearsAndShares) {
        var shares = new TreeMap<Integer, BigDecimal>();
        for (int i = 0; i < yearsAndShares.length; i += 2) {
            shares.put(
                    (Integer) yearsAndShares[i],
                    new BigDecimal(String.valueOf(yearsAndShares[i + 1])));
        }
        return new TargetPath(shares);
    }

    private static GreenEnergy energy(String used, String green) {
        return new GreenEnergy(
                Optional.of(new BigDecimal(used)),
                Optional.of(new BigDecimal(green)),
                Optional.empty(),
                Optional.of(new BigDecimal(green)),
                Optional.empty());
    }

    private static YearEnergy year(int year, Standing standing, GreenEnergy energy) {
        return YearEnergy.of(year, standing, energy, Map.of(TIANJIN, energy), GROUP);
    }

    /// Shares of 2021 to 2023 in the published series.
    private static List<YearEnergy> published() {
        return List.of(
                year(2021, Standing.ON_FILE, energy("1000", "15")),
                year(2022, Standing.ON_FILE, energy("1000", "72")),
                year(2023, Standing.ON_FILE, energy("1000", "124")),
                year(2024, Standing.ASSUMED, GreenEnergy.NOTHING_ON_FILE),
                year(2030, Standing.ASSUMED, GreenEnergy.NOTHING_ON_FILE));
    }

    private static Progress of(List<YearEnergy> years, Growth growth) {
        return Progress.of(
                years, Optional.of(path(2021, "0.015154", 2030, "1")), growth, 2021, 2030);
    }

    @Test
    void thePublishedSharesNeedTwelveAndAHalfPointsAYear() {
        Pace pace = of(published(), Growth.NONE).pace();
        assertThat(pace.soFar().orElseThrow()).isEqualByComparingTo("5.45");
        assertThat(pace.needed().orElseThrow())
                .isBetween(new BigDecimal("12.5"), new BigDecimal("12.52"));
        assertThat(pace.trend()).isTrue();
        assertThat(pace.until()).isEqualTo(2030);
    }

    @Test
    void twoYearsAreADifferenceAndNoTrend() {
        Pace pace = of(published().subList(0, 2), Growth.NONE).pace();
        assertThat(pace.soFar().orElseThrow()).isEqualByComparingTo("5.7");
        assertThat(pace.trend()).isFalse();
    }

    @Test
    void oneYearHasNoPace() {
        Pace pace = of(published().subList(0, 1), Growth.NONE).pace();
        assertThat(pace.soFar()).isEmpty();
        assertThat(pace.needed()).isPresent();
    }

    @Test
    void thePathIsStraightBetweenStatedYearsAndEndsWithThem() {
        TargetPath path = path(2021, "0.1", 2023, "0.2", 2030, "0.9");
        assertThat(path.in(2022).orElseThrow()).isEqualByComparingTo("0.15");
        assertThat(path.in(2024).orElseThrow()).isEqualByComparingTo("0.3");
        assertThat(path.in(2030).orElseThrow()).isEqualByComparingTo("0.9");
        assertThat(path.in(2020)).isEmpty();
        assertThat(path.in(2031)).isEmpty();
    }

    @Test
    void aPathThatFallsOrExceedsTheWholeIsNone() {
        assertThatThrownBy(() -> path(2021, "0.2", 2030, "0.1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> path(2021, "0.2", 2030, "1.1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> path(2030, "1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDistanceIsToldInPointsAndInEnergy() {
        Progress.Year year =
                Progress.of(
                                List.of(year(2021, Standing.ON_FILE, energy("1000", "150"))),
                                Optional.of(path(2021, "0.2", 2030, "1")),
                                Growth.NONE,
                                2021,
                                2021)
                        .years()
                        .getFirst();
        assertThat(year.distancePoints().orElseThrow()).isEqualByComparingTo("5");
        assertThat(year.distanceKwh().orElseThrow()).isEqualByComparingTo("50");
        assertThat(year.company().forAllKwh().orElseThrow()).isEqualByComparingTo("850");
        assertThat(year.zones().getFirst().need().forPathKwh().orElseThrow())
                .isEqualByComparingTo("50");
    }

    @Test
    void demandToComeIsCarriedForwardUnlessAGrowthRateIsStated() {
        Progress.Year flat = of(published(), Growth.NONE).years().getLast();
        assertThat(flat.share()).isEmpty();
        assertThat(flat.company().energy().usedKwh().orElseThrow()).isEqualByComparingTo("1000");
        assertThat(flat.company().forAllKwh().orElseThrow()).isEqualByComparingTo("1000");
        Progress.Year grown =
                of(published(), new Growth(new BigDecimal("0.1"), "plan")).years().get(3);
        assertThat(grown.company().energy().usedKwh().orElseThrow()).isEqualByComparingTo("1100");
        assertThatThrownBy(() -> new Growth(new BigDecimal("-1"), "plan"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void yearsToDateTellNoPace() {
        List<YearEnergy> years =
                List.of(
                        year(2021, Standing.ON_FILE, energy("1000", "100")),
                        year(2022, Standing.PARTLY_ON_FILE, energy("10", "10")),
                        year(2023, Standing.YEAR_TO_DATE, energy("10", "10")));
        assertThat(of(years, Growth.NONE).pace().yearsOnFile()).containsExactly(2021);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theZonesAddUpToTheCompany(long seed) {
        var random = new Random(seed);
        GreenEnergy company = energy(random.nextInt(1_000_000) + ".5", "" + random.nextInt(1_000));
        Map<MarketZone, GreenEnergy> sites =
                Map.of(
                        TIANJIN,
                        energy("" + random.nextInt(1_000_000), "" + random.nextInt(1_000)),
                        new MarketZone(new Market("HK"), "HK"),
                        energy(random.nextInt(1_000) + ".25", "" + random.nextInt(1_000)));
        YearEnergy year = YearEnergy.of(2021, Standing.ON_FILE, company, sites, GROUP);
        GreenEnergy sum =
                year.zones().values().stream()
                        .reduce(GreenEnergy.NOTHING_ON_FILE, GreenEnergy::plus);
        assertThat(sum.usedKwh().orElseThrow())
                .as("seed %d", seed)
                .isEqualByComparingTo(company.usedKwh().orElseThrow());
        assertThat(sum.renewableKwh().orElseThrow())
                .as("seed %d", seed)
                .isEqualByComparingTo(company.renewableKwh().orElseThrow());
    }
}
