package org.netzero.energy.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneMatchingTest {

    private static BitSet all(int hours) {
        var known = new BitSet();
        known.set(0, hours);
        return known;
    }

    private static SiteHours using(long... load) {
        int hours = load.length;
        return new SiteHours(
                "office", all(hours), load, new long[hours], new long[hours], new long[hours]);
    }

    private static long[] flat(int hours, long value) {
        long[] series = new long[hours];
        Arrays.fill(series, value);
        return series;
    }

    private static ZoneMatching match(long[] contracted, SiteHours... sites) {
        return ZoneMatching.of(new ZoneHours("zone", List.of(sites), contracted));
    }

    private static double score(ZoneMatching matching) {
        return (double) MatchedHours.sum(matching.total().matched())
                / MatchedHours.sum(matching.total().load());
    }

    private static double yearly(ZoneMatching matching) {
        MatchedHours total = matching.total();
        return (double) total.matchedByVolume(total.hours()) / MatchedHours.sum(total.load());
    }

    @Test
    void supplyOfAnotherHourCountsInTheYearOnly() {
        ZoneMatching matching = match(new long[] {10, 0}, using(5, 5));
        assertThat(yearly(matching)).isEqualTo(1.0);
        assertThat(score(matching)).isEqualTo(0.5);
        assertThat(matching.total().surplus()).containsExactly(5, 0);
    }

    @Test
    void twoTechnologiesThatTakeTurnsMatchAFlatLoad() {
        int hours = 8_760;
        long[] first = IntStream.range(0, hours).mapToLong(h -> h < hours / 2 ? 100 : 0).toArray();
        long[] second = IntStream.range(0, hours).mapToLong(h -> h < hours / 2 ? 0 : 100).toArray();
        long[] both = IntStream.range(0, hours).mapToLong(h -> first[h] + second[h]).toArray();
        assertThat(score(match(first, using(flat(hours, 100))))).isEqualTo(0.5);
        assertThat(score(match(both, using(flat(hours, 100))))).isEqualTo(1.0);
    }

    @Test
    void buyingTwiceTheLoadMatchesNoMoreThanTheLoad() {
        ZoneMatching matching = match(flat(24, 200), using(flat(24, 100)));
        assertThat(score(matching)).isEqualTo(1.0);
        assertThat(yearly(matching)).isEqualTo(1.0);
        assertThat(matching.total().surplus()).containsOnly(100);
    }

    @Test
    void storageShiftsSupplyWithItsLosses() {
        // 80 of 100 come back; the load of the night is 80
        var site =
                new SiteHours(
                        "office",
                        all(2),
                        new long[] {50, 80},
                        new long[] {150, 0},
                        new long[] {100, 0},
                        new long[] {0, 80});
        ZoneMatching matching = match(new long[2], site);
        assertThat(score(matching)).isEqualTo(1.0);
        assertThat(matching.total().lost()).containsExactly(0, 20);
        assertThat(matching.total().stored()).containsExactly(100, 0);
    }

    @Test
    void whatStorageTookFromTheGridIsNotEligibleWhenItComesBack() {
        // half of what was taken in was own generation
        var site =
                new SiteHours(
                        "office",
                        all(2),
                        new long[] {0, 100},
                        new long[] {50, 0},
                        new long[] {100, 0},
                        new long[] {0, 100});
        assertThat(score(match(new long[2], site))).isEqualTo(0.5);
    }

    @Test
    void whatWasInStorageBeforeIsNotEligible() {
        var site =
                new SiteHours(
                        "office",
                        all(2),
                        new long[] {100, 0},
                        new long[2],
                        new long[] {0, 100},
                        new long[] {100, 0});
        assertThat(score(match(new long[] {0, 100}, site))).isEqualTo(0.0);
    }

    @Test
    void ownGenerationServesItsSiteAndContractsServeTheZone() {
        var sunny =
                new SiteHours(
                        "sunny",
                        all(1),
                        new long[] {10},
                        new long[] {30},
                        new long[1],
                        new long[1]);
        ZoneMatching matching = match(new long[] {10}, sunny, using(20), using(60));
        assertThat(matching.sites().get(0).matched()).containsExactly(10);
        assertThat(matching.sites().get(0).surplus()).containsExactly(20);
        assertThat(matching.sites().get(1).matched()[0]).isEqualTo(2);
        assertThat(matching.sites().get(2).matched()[0]).isEqualTo(8);
    }

    @Test
    void anHourThatIsNotKnownIsNeitherLoadNorMatched() {
        var known = new BitSet();
        known.set(1);
        var site =
                new SiteHours(
                        "office",
                        known,
                        new long[] {7, 10},
                        new long[] {7, 5},
                        new long[2],
                        new long[2]);
        ZoneMatching matching = match(new long[2], site);
        assertThat(matching.total().load()).containsExactly(0, 10);
        assertThat(score(matching)).isEqualTo(0.5);
    }

    @Test
    void seriesThatDoNotFitAreRefused() {
        assertThatThrownBy(() -> match(new long[3], using(1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("office");
        assertThatThrownBy(() -> using(1, -2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hour 1");
        assertThatThrownBy(() -> match(new long[] {-1}, using(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new SiteHours(
                                "short",
                                all(2),
                                new long[2],
                                new long[1],
                                new long[2],
                                new long[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("short");
    }

    private static Stream<Long> seeds() {
        return LongStream.range(0, 60).boxed();
    }

    private static ZoneHours randomZone(long seed) {
        var random = new SplittableRandom(seed);
        int hours = 1 + random.nextInt(400);
        long scale = 1L << random.nextInt(1, 50);
        List<SiteHours> sites =
                IntStream.range(0, random.nextInt(6))
                        .mapToObj(i -> randomSite("site-" + i, random, hours, scale))
                        .toList();
        return new ZoneHours("zone", sites, random(random, hours, scale * 2));
    }

    private static SiteHours randomSite(
            String siteId, SplittableRandom random, int hours, long scale) {
        var known = new BitSet();
        IntStream.range(0, hours).filter(h -> random.nextInt(20) > 0).forEach(known::set);
        boolean storing = random.nextBoolean();
        return new SiteHours(
                siteId,
                known,
                random(random, hours, scale),
                random(random, hours, scale),
                storing ? random(random, hours, scale / 2 + 1) : new long[hours],
                storing ? random(random, hours, scale / 2 + 1) : new long[hours]);
    }

    private static long[] random(SplittableRandom random, int hours, long scale) {
        return IntStream.range(0, hours)
                .mapToLong(h -> random.nextInt(3) == 0 ? 0 : random.nextLong(scale))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyHourOfEverySiteAndOfTheZoneClosesWithoutResidual(long seed) {
        ZoneHours zone = randomZone(seed);
        ZoneMatching matching = ZoneMatching.of(zone);
        for (int i = 0; i < zone.sites().size(); i++) {
            assertCloses("seed " + seed + ", site " + i, matching.sites().get(i));
            SiteHours site = zone.sites().get(i);
            MatchedHours matched = matching.sites().get(i);
            for (int hour = 0; hour < zone.hours(); hour++) {
                assertThat(matched.load()[hour])
                        .isEqualTo(site.known().get(hour) ? site.load()[hour] : 0);
                assertThat(matched.toStorage()[hour]).isLessThanOrEqualTo(site.charged()[hour]);
                assertThat(matched.fromStorage()[hour])
                        .isLessThanOrEqualTo(site.discharged()[hour]);
            }
        }
        assertCloses("seed " + seed + ", zone", matching.total());
        for (int hour = 0; hour < zone.hours(); hour++) {
            int at = hour;
            long supplied =
                    zone.contracted()[hour]
                            + zone.sites().stream()
                                    .filter(site -> site.known().get(at))
                                    .mapToLong(site -> site.own()[at])
                                    .sum();
            assertThat(matching.total().supply()[hour]).as("seed %d", seed).isEqualTo(supplied);
        }
    }

    private static void assertCloses(String what, MatchedHours hours) {
        long storedBefore = 0;
        for (int hour = 0; hour < hours.hours(); hour++) {
            assertThat(hours.supply()[hour] + hours.fromStorage()[hour])
                    .as("%s, hour %d", what, hour)
                    .isEqualTo(
                            hours.matched()[hour]
                                    + hours.toStorage()[hour]
                                    + hours.surplus()[hour]);
            assertThat(hours.stored()[hour])
                    .as("%s, hour %d", what, hour)
                    .isEqualTo(
                            storedBefore
                                    + hours.toStorage()[hour]
                                    - hours.fromStorage()[hour]
                                    - hours.lost()[hour]);
            assertThat(hours.unmatched(hour)).isNotNegative();
            assertThat(hours.surplus()[hour]).isNotNegative();
            assertThat(hours.stored()[hour]).isNotNegative();
            assertThat(hours.lost()[hour]).isNotNegative();
            storedBefore = hours.stored()[hour];
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void chargingAndDischargingNeverCreateEnergy(long seed) {
        MatchedHours total = ZoneMatching.of(randomZone(seed)).total();
        long matched = MatchedHours.sum(total.matched());
        long gone = MatchedHours.sum(total.surplus()) + MatchedHours.sum(total.lost());
        assertThat(matched + gone + total.stored()[total.hours() - 1])
                .as("seed %d", seed)
                .isEqualTo(MatchedHours.sum(total.supply()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void buyingTwiceWhatIsUsedNeverMatchesMoreThanThat(long seed) {
        ZoneHours zone = randomZone(seed);
        var twice = new long[zone.hours()];
        for (SiteHours site : zone.sites()) {
            for (int hour = 0; hour < twice.length; hour++) {
                twice[hour] += 2 * site.load()[hour];
            }
        }
        MatchedHours total = ZoneMatching.of(new ZoneHours("zone", zone.sites(), twice)).total();
        assertThat(total.matched()).as("seed %d", seed).containsExactly(total.load());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aFinerLookNeverMatchesMore(long seed) {
        MatchedHours total = ZoneMatching.of(randomZone(seed)).total();
        int hours = total.hours();
        int[] stretches =
                IntStream.concat(
                                IntStream.iterate(24, h -> h < hours, h -> h + 24),
                                IntStream.of(hours))
                        .toArray();
        long hourly = MatchedHours.sum(total.matched());
        long daily = total.matchedByVolume(stretches);
        long yearly = total.matchedByVolume(hours);
        assertThat(hourly).as("seed %d", seed).isLessThanOrEqualTo(daily);
        assertThat(daily).as("seed %d", seed).isLessThanOrEqualTo(yearly);
        assertThat(yearly).as("seed %d", seed).isLessThanOrEqualTo(MatchedHours.sum(total.load()));
    }

    @Test
    void withoutStorageASurplusMeetsNoLaterHour() {
        var known = new java.util.BitSet();
        known.set(0, 2);
        var zone =
                new ZoneHours(
                        "zone",
                        List.of(
                                new SiteHours(
                                        "site",
                                        known,
                                        new long[] {5, 10},
                                        new long[] {15, 0},
                                        new long[] {10, 0},
                                        new long[] {0, 8})),
                        new long[2]);
        assertThat(zone.hasStorage()).isTrue();
        assertThat(ZoneMatching.of(zone).total().matched()).containsExactly(5, 8);
        assertThat(ZoneMatching.of(zone.withoutStorage()).total().matched()).containsExactly(5, 0);
        assertThat(zone.withoutStorage().hasStorage()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreSupplyNeverMatchesLess(long seed) {
        ZoneHours zone = randomZone(seed);
        long[] more = Arrays.stream(zone.contracted()).map(supply -> supply * 2).toArray();
        List<SiteHours> withoutStorage =
                zone.sites().stream()
                        .map(site ->
                                new SiteHours(
                                        site.siteId(),
                                        site.known(),
                                        site.load(),
                                        site.own(),
                                        new long[zone.hours()],
                                        new long[zone.hours()]))
                        .toList();
        long less =
                MatchedHours.sum(
                        ZoneMatching.of(new ZoneHours("zone", withoutStorage, zone.contracted()))
                                .total()
                                .matched());
        assertThat(
                        MatchedHours.sum(
                                ZoneMatching.of(new ZoneHours("zone", withoutStorage, more))
                                        .total()
                                        .matched()))
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(less);
    }
}
