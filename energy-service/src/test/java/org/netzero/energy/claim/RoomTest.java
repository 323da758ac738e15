package org.netzero.energy.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Room.Dated;

class RoomTest {

    private static Span span(String text) {
        if (text.length() == 4) {
            LocalDate start = LocalDate.of(Integer.parseInt(text), 1, 1);
            return new Span(start, start.plusYears(1));
        }
        return Span.of(YearMonth.parse(text));
    }

    private static Dated of(String period, int kwh) {
        return new Dated(span(period), new BigDecimal(kwh));
    }

    private static Optional<BigDecimal> left(List<Dated> supply, List<Dated> claimed, String of) {
        return new Room(supply, claimed).left(span(of));
    }

    @Test
    void nothingOnFileIsNotZero() {
        assertThat(left(List.of(of("2020", 100)), List.of(), "2021")).isEmpty();
    }

    @Test
    void aMonthClaimsFromAYearsFigureWhatTheOthersLeft() {
        List<Dated> year = List.of(of("2021", 100));
        assertThat(left(year, List.of(of("2021-01", 60)), "2021-02")).contains(new BigDecimal(40));
        assertThat(left(year, List.of(of("2021-01", 60)), "2021")).contains(new BigDecimal(40));
    }

    @Test
    void aMonthClaimsNoMoreThanItsOwnFigure() {
        List<Dated> months = List.of(of("2021-01", 100), of("2021-02", 50));
        assertThat(left(months, List.of(), "2021-02")).contains(new BigDecimal(50));
        assertThat(left(months, List.of(of("2021", 120)), "2021-02")).contains(new BigDecimal(30));
        assertThat(left(months, List.of(of("2021-02", 50)), "2021-02")).contains(BigDecimal.ZERO);
    }

    @Test
    void whatLeftAgainIsNoSupply() {
        assertThat(left(List.of(of("2021", 100), of("2021", -30)), List.of(), "2021"))
                .contains(new BigDecimal(70));
        assertThat(left(List.of(of("2021", -30)), List.of(), "2021")).contains(BigDecimal.ZERO);
    }

    private static Span months(int first, int last) {
        return new Span(LocalDate.of(2021, first, 1), LocalDate.of(2021, last, 1).plusMonths(1));
    }

    @Test
    void figuresThatOverlapInAChainAreNotClaimedBeyondTheirSum() {
        var hundred = new BigDecimal(100);
        var supply = List.of(new Dated(months(1, 6), hundred), new Dated(months(4, 12), hundred));
        var claimed = List.of(new Dated(months(1, 3), hundred), new Dated(months(4, 6), hundred));

        assertThat(new Room(supply, claimed.subList(0, 1)).left(months(4, 6))).contains(hundred);
        assertThat(new Room(supply, claimed).left(months(7, 12))).contains(BigDecimal.ZERO);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inNoStretchMoreIsLetInThanWasBoughtHoweverFiguresOverlap(long seed) {
        // Given
        var random = new Random(seed);
        List<Dated> supply =
                IntStream.range(0, 1 + random.nextInt(5))
                        .mapToObj(
                                i -> new Dated(months(random), new BigDecimal(random.nextInt(100))))
                        .toList();

        // When
        var claimed = new ArrayList<Dated>();
        for (int i = 0; i < 40; i++) {
            Span period = months(random);
            Optional<BigDecimal> left = new Room(supply, claimed).left(period);
            left.filter(kwh -> kwh.signum() > 0)
                    .map(kwh -> kwh.min(new BigDecimal(1 + random.nextInt(60))))
                    .ifPresent(kwh -> claimed.add(new Dated(period, kwh)));
        }

        // Then
        for (int first = 1; first <= 12; first++) {
            for (int last = first; last <= 12; last++) {
                Span stretch = months(first, last);
                assertThat(sum(claimed.stream().filter(c -> stretch.contains(c.period())).toList()))
                        .isLessThanOrEqualTo(
                                sum(
                                        supply.stream()
                                                .filter(s -> stretch.overlaps(s.period()))
                                                .toList()));
            }
        }
    }

    @Test
    void claimsFarApartDoNotShareTheYearsFigureTwice() {
        var supply = List.of(of("2021", 100), of("2021-06", 50));

        List<Dated> january = List.of(of("2021-01", 75));

        assertThat(left(supply, january, "2021-12")).contains(new BigDecimal(25));
        assertThat(left(supply, january, "2021-06")).contains(new BigDecimal(75));
        assertThat(left(supply, january, "2021")).contains(new BigDecimal(75));
    }

    @Test
    void whatIsClaimedBeyondASupplyThatWasCorrectedTakesNothingFromOthers() {
        var supply = List.of(of("2021-01", 50), of("2021-02", 100));
        var claimed = List.of(of("2021-01", 80));

        assertThat(left(supply, claimed, "2021-01")).contains(BigDecimal.ZERO);
        assertThat(left(supply, claimed, "2021-02")).contains(new BigDecimal(100));
    }

    @Test
    void whatLeftAgainTakesFromTheSupplyOfItsDaysOnly() {
        var supply = List.of(of("2021-01", 100), of("2021-02", 100), of("2021-01", -100));
        assertThat(left(supply, List.of(), "2021-01")).contains(BigDecimal.ZERO);
        assertThat(left(supply, List.of(), "2021")).contains(new BigDecimal(100));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsLeftIsWhatTheLargestFlowFromSupplyToClaimsLetsIn(long seed) {
        // Given
        var random = new Random(seed);
        List<Dated> supply = figures(random, 1 + random.nextInt(5), true);
        List<Dated> claimed = figures(random, random.nextInt(5), false);
        Span period = months(random);

        // When
        Optional<BigDecimal> left = new Room(supply, claimed).left(period);

        // Then
        if (supply.stream().noneMatch(part -> part.period().overlaps(period))) {
            assertThat(left).isEmpty();
            return;
        }
        int now = LargestFlow.of(supply, claimed);
        var everything = new ArrayList<>(claimed);
        everything.add(new Dated(period, new BigDecimal(10_000)));
        assertThat(left.orElseThrow().intValueExact())
                .isEqualTo(LargestFlow.of(supply, everything) - now);
    }

    private static List<Dated> figures(Random random, int count, boolean someLeaveAgain) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Dated(
                                months(random),
                                new BigDecimal(
                                        someLeaveAgain && random.nextInt(5) == 0
                                                ? -1 - random.nextInt(50)
                                                : 1 + random.nextInt(100))))
                .toList();
    }

    private static Span months(Random random) {
        int first = 1 + random.nextInt(12);
        return months(first, first + random.nextInt(13 - first));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void claimsThatAreLetInNeverExceedTheSupplyOfTheYear(long seed) {
        var random = new Random(seed);
        var supply = new ArrayList<Dated>();
        for (int month = 1; month <= 12; month++) {
            supply.add(of("2021-%02d".formatted(month), random.nextInt(100)));
        }
        var claimed = new ArrayList<Dated>();
        for (int i = 0; i < 60; i++) {
            String period =
                    random.nextInt(4) == 0 ? "2021" : "2021-%02d".formatted(1 + random.nextInt(12));
            BigDecimal asked = new BigDecimal(1 + random.nextInt(60));
            Optional<BigDecimal> left = new Room(supply, claimed).left(span(period));
            if (left.orElseThrow().compareTo(asked) >= 0) {
                claimed.add(new Dated(span(period), asked));
            }
        }
        assertThat(sum(claimed)).isLessThanOrEqualTo(sum(supply));
        for (Dated month : supply) {
            List<Dated> ofMonth =
                    claimed.stream().filter(c -> c.period().equals(month.period())).toList();
            assertThat(sum(ofMonth)).isLessThanOrEqualTo(month.energyKwh());
        }
    }

    private static BigDecimal sum(List<Dated> parts) {
        return parts.stream().map(Dated::energyKwh).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
