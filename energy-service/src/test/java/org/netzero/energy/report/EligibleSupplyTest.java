package org.netzero.energy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.energy.instrument.Claimed;
import org.netzero.energy.instrument.HeldInstrument;
import org.netzero.energy.instrument.MeteredClaim;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.Meter;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteKind;

class EligibleSupplyTest {

    private static final Span DAY = new Span(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 2));
    private static final long J_PER_KWH = 3_600_000;

    private final List<Finding> findings = new ArrayList<>();

    private static Site site(String siteId, String zone) {
        return new Site(
                siteId,
                siteId,
                SiteKind.OFFICE,
                "NO",
                Optional.empty(),
                Optional.of(zone),
                ZoneOffset.UTC,
                Optional.empty(),
                Optional.empty());
    }

    private static MeterHours plant(String meterId, long... kwh) {
        return plant(meterId, Optional.empty(), kwh);
    }

    private static MeterHours plant(String meterId, Optional<String> zone, long... kwh) {
        var minutes = new byte[kwh.length];
        Arrays.fill(minutes, (byte) 60);
        return new MeterHours(
                new Meter(
                        meterId,
                        "plant",
                        EnergyCarrier.ELECTRICITY,
                        EnergySource.PURCHASED_RENEWABLE,
                        Optional.of(Technology.WIND),
                        zone,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Arrays.stream(kwh).map(one -> one * J_PER_KWH).toArray(),
                minutes,
                0,
                kwh.length);
    }

    private static MeteredClaim claim(
            String id, Technology technology, long kwh, String... meters) {
        var facts =
                new Instrument(
                        InstrumentKind.GO,
                        new Market("NO"),
                        technology,
                        Optional.empty(),
                        DAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        BigDecimal energy = BigDecimal.valueOf(kwh);
        return new MeteredClaim(
                List.of(
                        new HeldInstrument(
                                id,
                                id,
                                facts,
                                energy,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(meters),
                                true,
                                energy,
                                energy,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO)),
                facts,
                List.of(meters),
                DAY,
                kwh * J_PER_KWH);
    }

    private static Claimed allocated(String instrumentId, String siteId, long kwh) {
        return new Claimed(
                new UUID(0, 1),
                instrumentId,
                siteId,
                DAY,
                ClaimEffect.COVERS_CONSUMPTION,
                BigDecimal.valueOf(kwh),
                false,
                true,
                BigDecimal.ZERO);
    }

    private EligibleSupply.Supply supply(
            List<MeteredClaim> claims, List<Claimed> claimed, MeterHours... plants) {
        Map<String, Site> places =
                Map.of(
                        "plant",
                        site("plant", "Z"),
                        "here",
                        site("here", "Z"),
                        "far",
                        site("far", "Y"));
        var hours =
                new HourlySeries.Hours(
                        Instant.parse("2023-05-01T00:00:00Z"),
                        plants[0].joules().length,
                        List.of(plants),
                        places);
        return new EligibleSupply(
                        hours,
                        claims,
                        claimed,
                        places,
                        (ids, days) ->
                                Arrays.stream(plants)
                                        .filter(plant -> ids.contains(plant.meter().meterId()))
                                        .flatMapToLong(plant -> Arrays.stream(plant.joules()))
                                        .sum(),
                        findings)
                .of(
                        "Z",
                        Arrays.stream(plants)
                                .filter(plant -> plant.meter().zone().isEmpty())
                                .toList());
    }

    private static long[] kwh(long[] joules) {
        return Arrays.stream(joules).map(one -> one / J_PER_KWH).toArray();
    }

    @Test
    void withoutAnInstrumentAllOfItIsEligibleAndAFindingSaysSo() {
        EligibleSupply.Supply supply = supply(List.of(), List.of(), plant("m", 4, 0, 8));
        assertThat(kwh(supply.renewable())).containsExactly(4, 0, 8);
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.SUPPLY_WITHOUT_INSTRUMENT);
    }

    @Test
    void lessThanWasGeneratedIsTheSamePartOfEveryHour() {
        EligibleSupply.Supply supply =
                supply(
                        List.of(claim("i", Technology.WIND, 6, "m")),
                        List.of(),
                        plant("m", 4, 0, 8));
        assertThat(kwh(supply.renewable())).containsExactly(2, 0, 4);
        assertThat(findings)
                .extracting(Finding::code)
                .containsExactly(FindingCode.SUPPLY_NOT_CLAIMABLE);
    }

    @Test
    void whatIsAllocatedToAnotherZoneMatchesNothingHere() {
        List<MeteredClaim> claims = List.of(claim("i", Technology.WIND, 12, "m"));
        assertThat(
                        kwh(
                                supply(
                                                claims,
                                                List.of(allocated("i", "far", 6)),
                                                plant("m", 4, 0, 8))
                                        .renewable()))
                .containsExactly(2, 0, 4);
        assertThat(
                        kwh(
                                supply(
                                                claims,
                                                List.of(allocated("i", "here", 6)),
                                                plant("m", 4, 0, 8))
                                        .renewable()))
                .containsExactly(4, 0, 8);
    }

    @Test
    void whatIsAllocatedInAZoneIsGeneratedInIt() {
        List<MeteredClaim> claims = List.of(claim("i", Technology.WIND, 24, "m", "y"));
        MeterHours elsewhere = plant("y", Optional.of("Y"), 6, 6, 0);
        EligibleSupply.Supply supply =
                supply(
                        claims,
                        List.of(allocated("i", "far", 12), allocated("i", "here", 12)),
                        plant("m", 4, 0, 8),
                        elsewhere);
        assertThat(kwh(supply.renewable())).containsExactly(4, 0, 8);
        // nobody else's: half of each hour where half of it can be claimed
        assertThat(
                        kwh(
                                supply(
                                                List.of(claim("i", Technology.WIND, 12, "m", "y")),
                                                List.of(),
                                                plant("m", 4, 0, 8),
                                                elsewhere)
                                        .renewable()))
                .containsExactly(2, 0, 4);
    }

    @Test
    void nuclearInstrumentsAreCarbonFreeAndNotRenewable() {
        EligibleSupply.Supply supply =
                supply(
                        List.of(claim("i", Technology.NUCLEAR, 12, "m")),
                        List.of(),
                        plant("m", 4, 8));
        assertThat(kwh(supply.renewable())).containsExactly(0, 0);
        assertThat(kwh(supply.carbonFree())).containsExactly(4, 8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noMoreIsEligibleThanWasGeneratedAndCanBeClaimed(long seed) {
        var random = new Random(seed);
        MeterHours one = plant("one", random.longs(24, 0, 50).toArray());
        MeterHours other = plant("other", random.longs(24, 0, 50).toArray());
        long first = random.nextLong(900);
        long second = random.nextLong(900);
        EligibleSupply.Supply supply =
                supply(
                        List.of(
                                claim("first", Technology.WIND, first, "one", "other"),
                                claim("second", Technology.SOLAR, second, "other")),
                        List.of(),
                        one,
                        other);
        assertThat(Arrays.stream(supply.renewable()).sum())
                .as("seed %d", seed)
                .isLessThanOrEqualTo((first + second) * J_PER_KWH);
        for (int hour = 0; hour < 24; hour++) {
            assertThat(supply.renewable()[hour])
                    .as("seed %d, hour %d", seed, hour)
                    .isBetween(0L, one.joules()[hour] + other.joules()[hour]);
        }
    }
}
