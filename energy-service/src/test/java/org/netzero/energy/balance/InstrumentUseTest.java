package org.netzero.energy.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;

/// What instruments do to the renewable share.
class InstrumentUseTest {

    private final List<InstrumentUse> uses = new ArrayList<>();
    private final Books books = new Books();

    private InstrumentUseTest allocated(String site, String period, int mwh, boolean counted) {
        return use(site, period, mwh, counted, ClaimEffect.COVERS_CONSUMPTION, false);
    }

    private InstrumentUseTest use(
            String site,
            String period,
            int mwh,
            boolean counted,
            ClaimEffect effect,
            boolean provisional) {
        uses.add(
                new InstrumentUse(
                        "instrument-" + uses.size(),
                        site,
                        site.equals("group"),
                        Books.span(period),
                        effect,
                        new BigDecimal(mwh).multiply(new BigDecimal(1000)),
                        counted,
                        provisional));
        return this;
    }

    private InstrumentUseTest stated(
            String site, String period, EnergySource source, String quantity) {
        books.site(site).stated(period, EnergyCarrier.ELECTRICITY, source, quantity);
        return this;
    }

    private EnergyBalance balance(String period) {
        return EnergyBalance.of(
                Books.span(period),
                books.items(),
                uses,
                Books.HEATING_VALUES,
                SourceRankings.DEFAULT);
    }

    private static List<FindingCode> codes(EnergyBalance balance) {
        return balance.findings().stream().map(Finding::code).toList();
    }

    private static BigDecimal mwh(int amount) {
        return new BigDecimal(amount).multiply(new BigDecimal(1000));
    }

    @Test
    void instrumentsAloneMakeARenewablePurchase() {
        EnergyBalance balance =
                stated("tianjin", "2021", EnergySource.PURCHASED, "100 MWh")
                        .allocated("tianjin", "2021", 40, true)
                        .balance("2021");
        assertThat(balance.renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(40));
        assertThat(codes(balance)).doesNotContain(FindingCode.NO_INSTRUMENT_ON_FILE);
    }

    @Test
    void ofStatementAndInstrumentsTheLargerCountsNeverBoth() {
        stated("tianjin", "2021", EnergySource.PURCHASED, "100 MWh")
                .stated("tianjin", "2021", EnergySource.PURCHASED_RENEWABLE, "30 MWh")
                .allocated("tianjin", "2021", 20, true);
        assertThat(balance("2021").renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(30));
        assertThat(codes(balance("2021"))).contains(FindingCode.NO_INSTRUMENT_ON_FILE);
        allocated("tianjin", "2021-05", 25, true);
        assertThat(balance("2021").renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(45));
        assertThat(codes(balance("2021"))).doesNotContain(FindingCode.NO_INSTRUMENT_ON_FILE);
    }

    @Test
    void anotherSitesInstrumentsAreAnotherClaim() {
        EnergyBalance balance =
                stated("tianjin", "2021", EnergySource.PURCHASED, "100 MWh")
                        .stated("hangzhou", "2021", EnergySource.PURCHASED, "100 MWh")
                        .stated("tianjin", "2021", EnergySource.PURCHASED_RENEWABLE, "30 MWh")
                        .allocated("hangzhou", "2021", 20, true)
                        .balance("2021");
        assertThat(balance.renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(50));
        assertThat(codes(balance)).contains(FindingCode.NO_INSTRUMENT_ON_FILE);
    }

    @Test
    void theGroupsStatementAndASitesInstrumentsAreOneClaim() {
        EnergyBalance balance =
                stated("group", "2021", EnergySource.PURCHASED, "100 MWh")
                        .stated("group", "2021", EnergySource.PURCHASED_RENEWABLE, "30 MWh")
                        .allocated("tianjin", "2021", 20, true)
                        .balance("2021");
        assertThat(balance.renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(30));
    }

    @Test
    void theGroupsCertificateDoesNotMakeOneClaimOfDifferentSitesClaims() {
        // Given
        stated("tianjin", "2021", EnergySource.PURCHASED, "1000 MWh")
                .stated("tianjin", "2021-01", EnergySource.PURCHASED_RENEWABLE, "100 MWh")
                .allocated("group", "2021", 10, true)
                .allocated("hangzhou", "2021-02", 100, true);

        // When
        EnergyBalance balance = balance("2021");

        // Then
        assertThat(balance.renewablePurchasedKwh().orElseThrow()).isEqualByComparingTo(mwh(200));
        assertThat(balance.findings())
                .filteredOn(finding -> finding.code() == FindingCode.NO_INSTRUMENT_ON_FILE)
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("100000 kWh are claimed", "10000 kWh of them covered", "90000 kWh");
    }

    @Test
    void aSitesOwnInstrumentsCoverItBeforeThoseOfTheGroupDo() {
        stated("tianjin", "2021", EnergySource.PURCHASED, "1000 MWh")
                .stated("tianjin", "2021-01", EnergySource.PURCHASED_RENEWABLE, "100 MWh")
                .allocated("group", "2021", 10, true)
                .allocated("tianjin", "2021-01", 100, true);
        assertThat(balance("2021").renewablePurchasedKwh().orElseThrow())
                .isEqualByComparingTo(mwh(110));
        stated("hangzhou", "2021-02", EnergySource.PURCHASED_RENEWABLE, "4 MWh");
        assertThat(balance("2021").renewablePurchasedKwh().orElseThrow())
                .isEqualByComparingTo(mwh(110));
        assertThat(codes(balance("2021"))).doesNotContain(FindingCode.NO_INSTRUMENT_ON_FILE);
    }

    @Test
    void whatNoRuleSetAcceptsCountsNothingAndLeavesTheFinding() {
        EnergyBalance balance =
                stated("group", "2021", EnergySource.PURCHASED, "4308960 MWh")
                        .stated("group", "2021", EnergySource.PURCHASED_RENEWABLE, "63000 MWh")
                        .allocated("group", "2021", 63000, false)
                        .balance("2021");
        assertThat(balance.renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(63000));
        assertThat(codes(balance))
                .contains(FindingCode.NO_INSTRUMENT_ON_FILE, FindingCode.CLAIM_NOT_COUNTED);
    }

    @Test
    void claimsNeverExceedWhatWasBought() {
        EnergyBalance balance =
                stated("tianjin", "2021", EnergySource.PURCHASED, "100 MWh")
                        .allocated("tianjin", "2021", 140, true)
                        .balance("2021");
        assertThat(balance.renewableKwh()).isEqualTo(balance.electricityUsedKwh());
        assertThat(codes(balance)).contains(FindingCode.RENEWABLE_ABOVE_PURCHASED);
    }

    @Test
    void soldAttributesLeaveTheNumeratorAndStayInTheDenominator() {
        stated("tianjin", "2021", EnergySource.ON_SITE_PV, "10 MWh")
                .use("tianjin", "2021", 4, true, ClaimEffect.SELLS_OWN_GENERATION, false);
        assertThat(balance("2021").renewableKwh().orElseThrow()).isEqualByComparingTo(mwh(6));
        assertThat(balance("2021").electricityUsedKwh().orElseThrow())
                .isEqualByComparingTo(mwh(10));
        use("tianjin", "2021", 9, true, ClaimEffect.SELLS_OWN_GENERATION, false);
        assertThat(balance("2021").renewableKwh().orElseThrow()).isEqualByComparingTo("0");
        assertThat(codes(balance("2021"))).contains(FindingCode.SOLD_ABOVE_OWN_GENERATION);
    }

    @Test
    void aProvisionalClaimIsAFindingAndAYearsClaimIsNotSplit() {
        stated("tianjin", "2021", EnergySource.PURCHASED, "100 MWh")
                .use("tianjin", "2021", 4, true, ClaimEffect.COVERS_CONSUMPTION, true);
        assertThat(codes(balance("2021"))).contains(FindingCode.PROVISIONAL_CLAIM);
        assertThat(balance("2021-03").renewablePurchasedKwh()).isEmpty();
        assertThat(codes(balance("2021-03"))).contains(FindingCode.RECORD_NOT_SPLIT);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfClaimsChangesNothingAndTheShareStaysBelowOne(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            String site = List.of("group", "tianjin", "hangzhou").get(random.nextInt(3));
            String period =
                    random.nextInt(3) == 0 ? "2021" : "2021-%02d".formatted(1 + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 ->
                        stated(
                                site,
                                period,
                                EnergySource.PURCHASED,
                                "%d MWh".formatted(random.nextInt(500)));
                case 1 ->
                        stated(
                                site,
                                period,
                                EnergySource.PURCHASED_RENEWABLE,
                                "%d MWh".formatted(random.nextInt(100)));
                default -> allocated(site, period, random.nextInt(100), random.nextBoolean());
            }
        }
        BigDecimal renewable = balance("2021").renewableKwh().orElse(BigDecimal.ZERO);
        assertThat(renewable)
                .isLessThanOrEqualTo(balance("2021").electricityUsedKwh().orElse(BigDecimal.ZERO));
        Collections.shuffle(uses, random);
        assertThat(balance("2021").renewableKwh().orElse(BigDecimal.ZERO))
                .isEqualByComparingTo(renewable);
    }
}
