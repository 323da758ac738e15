package org.netzero.energy.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.netzero.energy.carrier.EnergyCarrier.BIOMASS;
import static org.netzero.energy.carrier.EnergyCarrier.DIESEL;
import static org.netzero.energy.carrier.EnergyCarrier.ELECTRICITY;
import static org.netzero.energy.carrier.EnergyCarrier.NATURAL_GAS;
import static org.netzero.energy.carrier.EnergyCarrier.STEAM;
import static org.netzero.energy.carrier.EnergySource.COMBUSTION_MOBILE;
import static org.netzero.energy.carrier.EnergySource.COMBUSTION_STATIONARY;
import static org.netzero.energy.carrier.EnergySource.EXPORTED;
import static org.netzero.energy.carrier.EnergySource.ON_SITE_CHP;
import static org.netzero.energy.carrier.EnergySource.ON_SITE_PV;
import static org.netzero.energy.carrier.EnergySource.PURCHASED;
import static org.netzero.energy.carrier.EnergySource.PURCHASED_RENEWABLE;
import static org.netzero.energy.carrier.EnergySource.STORAGE_CHARGE;
import static org.netzero.energy.carrier.EnergySource.STORAGE_DISCHARGE;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.carrier.Evidence;
import org.netzero.energy.carrier.HeatingValue;
import org.netzero.energy.carrier.Provenance;

class EnergyBalanceTest {

    private static List<FindingCode> codes(EnergyBalance balance) {
        return balance.findings().stream().map(Finding::code).toList();
    }

    private static Optional<BigDecimal> kwh(String value) {
        return Optional.of(new BigDecimal(value));
    }

    @Test
    void purchasedRenewableIsAPartOfWhatWasPurchased() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .stated("2021", ELECTRICITY, PURCHASED_RENEWABLE, "40 kWh")
                        .balance("2021");
        assertThat(balance.indirectKwh()).isEqualTo(kwh("100"));
        assertThat(balance.renewableKwh()).isEqualTo(kwh("40"));
        assertThat(balance.electricityUsedKwh()).isEqualTo(kwh("100"));
        assertThat(codes(balance)).contains(FindingCode.NO_INSTRUMENT_ON_FILE);
    }

    @Test
    void moreRenewableThanPurchasedIsAFinding() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .stated("2021", ELECTRICITY, PURCHASED_RENEWABLE, "101 kWh")
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "10 kWh")
                        .balance("2021");
        assertThat(balance.renewablePurchasedKwh()).isEqualTo(kwh("101"));
        assertThat(balance.renewableKwh()).isEqualTo(kwh("110"));
        assertThat(balance.electricityUsedKwh()).isEqualTo(kwh("110"));
        assertThat(balance.findings())
                .filteredOn(f -> f.code() == FindingCode.RENEWABLE_ABOVE_PURCHASED)
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("101 kWh", "100 kWh"));
    }

    @Test
    void aClaimWithoutAnyPurchaseCountsInNoShare() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED_RENEWABLE, "50 kWh")
                        .balance("2021");
        assertThat(balance.renewableKwh()).isEmpty();
        assertThat(codes(balance)).contains(FindingCode.RENEWABLE_ABOVE_PURCHASED);
    }

    @Test
    void powerFromOwnFuelIsNeverAddedToItsFuel() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", NATURAL_GAS, COMBUSTION_STATIONARY, "100 kWh (Net CV)")
                        .stated("2021", ELECTRICITY, ON_SITE_CHP, "35 kWh")
                        .stated("2021", ELECTRICITY, PURCHASED, "65 kWh")
                        .balance("2021");
        assertThat(balance.asPublishedKwh()).isEqualTo(kwh("165"));
        assertThat(balance.gri302Kwh()).isEqualTo(kwh("165"));
        assertThat(balance.electricityUsedKwh()).isEqualTo(kwh("100"));
    }

    @Test
    void exportsAreTakenFromRenewableGenerationFirst() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "30 kWh")
                        .stated("2021", ELECTRICITY, ON_SITE_CHP, "20 kWh")
                        .stated("2021", ELECTRICITY, EXPORTED, "35 kWh")
                        .balance("2021");
        assertThat(balance.ownRenewableKwh()).isEqualTo(kwh("0"));
        assertThat(balance.ownCogenerationKwh()).isEqualTo(kwh("15"));
        assertThat(balance.electricityUsedKwh()).isEqualTo(kwh("115"));
        assertThat(balance.gri302Kwh()).isEqualTo(kwh("95"));
    }

    @Test
    void aSitesExportsAreTakenFromItsOwnGenerationOnly() {
        EnergyBalance balance =
                new Books()
                        .site("beijing")
                        .stated("2021", ELECTRICITY, ON_SITE_CHP, "100 kWh")
                        .stated("2021", ELECTRICITY, EXPORTED, "60 kWh")
                        .site("tianjin")
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "100 kWh")
                        .balance("2021");
        assertThat(balance.ownRenewableKwh()).isEqualTo(kwh("100"));
        assertThat(balance.ownCogenerationKwh()).isEqualTo(kwh("40"));
        assertThat(balance.electricityUsedKwh()).isEqualTo(kwh("140"));
    }

    @Test
    void aSitesExportsAboveItsGenerationAreAFindingThoughOthersGenerateMore() {
        EnergyBalance balance =
                new Books()
                        .site("beijing")
                        .stated("2021", ELECTRICITY, ON_SITE_CHP, "50 kWh")
                        .stated("2021", ELECTRICITY, STORAGE_DISCHARGE, "4 kWh")
                        .stated("2021", ELECTRICITY, EXPORTED, "60 kWh")
                        .site("tianjin")
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "100 kWh")
                        .balance("2021");
        assertThat(balance.ownRenewableKwh()).isEqualTo(kwh("100"));
        assertThat(balance.ownCogenerationKwh()).isEqualTo(kwh("0"));
        assertThat(balance.findings())
                .filteredOn(f -> f.code() == FindingCode.EXPORT_ABOVE_GENERATION)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.subject()).isEqualTo("beijing/ELECTRICITY");
                    assertThat(f.message()).startsWith("6 kWh");
                });
    }

    @Test
    void generationThatTheGroupStatesIsOfAnySite() {
        EnergyBalance balance =
                new Books()
                        .group()
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "100 kWh")
                        .stated("2021", ELECTRICITY, EXPORTED, "15 kWh")
                        .site("tianjin")
                        .stated("2021", ELECTRICITY, ON_SITE_CHP, "50 kWh")
                        .balance("2021");
        assertThat(balance.ownRenewableKwh()).isEqualTo(kwh("85"));
        assertThat(balance.ownCogenerationKwh()).isEqualTo(kwh("50"));
        EnergyBalance exportedBySite =
                new Books()
                        .group()
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "100 kWh")
                        .site("tianjin")
                        .stated("2021", ELECTRICITY, ON_SITE_CHP, "50 kWh")
                        .stated("2021", ELECTRICITY, EXPORTED, "120 kWh")
                        .balance("2021");
        assertThat(exportedBySite.ownRenewableKwh()).isEqualTo(kwh("0"));
        assertThat(exportedBySite.ownCogenerationKwh()).isEqualTo(kwh("30"));
        assertThat(codes(exportedBySite)).doesNotContain(FindingCode.EXPORT_ABOVE_GENERATION);
    }

    @Test
    void exportingMoreThanWasGeneratedIsAFinding() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, ON_SITE_PV, "30 kWh")
                        .stated("2021", ELECTRICITY, EXPORTED, "31 kWh")
                        .balance("2021");
        assertThat(codes(balance)).contains(FindingCode.EXPORT_ABOVE_GENERATION);
    }

    @Test
    void storageShowsItsLossAndLowersWhatIsConsumed() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .stated("2021", ELECTRICITY, STORAGE_CHARGE, "20 kWh")
                        .stated("2021", ELECTRICITY, STORAGE_DISCHARGE, "17 kWh")
                        .balance("2021");
        assertThat(balance.storageLossKwh()).isEqualTo(kwh("3"));
        assertThat(balance.electricityConsumedKwh()).isEqualTo(kwh("97"));
    }

    @Test
    void sitesArePartsOfTheGroupsTotal() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .site("tianjin")
                        .invoiced("2021-03", ELECTRICITY, PURCHASED, "60 kWh")
                        .site("hangzhou")
                        .invoiced("2021-05", ELECTRICITY, PURCHASED, "40 kWh")
                        .balance("2021");
        assertThat(balance.indirectKwh()).isEqualTo(kwh("100"));
        assertThat(codes(balance)).doesNotContain(FindingCode.PARTS_ABOVE_TOTAL);
    }

    @Test
    void partsAboveTheGroupsTotalAreAFindingAndTheTotalStands() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .site("tianjin")
                        .invoiced("2021-03", ELECTRICITY, PURCHASED, "101 kWh")
                        .balance("2021");
        assertThat(balance.indirectKwh()).isEqualTo(kwh("100"));
        assertThat(codes(balance)).contains(FindingCode.PARTS_ABOVE_TOTAL);
    }

    @Test
    void aGroupsTotalOfOneCarrierLeavesTheOthersToTheSites() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", ELECTRICITY, PURCHASED, "100 kWh")
                        .site("tianjin")
                        .invoiced("2021", STEAM, PURCHASED, "7 kWh")
                        .balance("2021");
        assertThat(balance.indirectKwh()).isEqualTo(kwh("107"));
    }

    @Test
    void fuelOfAGroupsTotalIsSplitBySitesIntoBoilersAndVehicles() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", DIESEL, COMBUSTION_STATIONARY, "100 kWh (Net CV)")
                        .site("tianjin")
                        .invoiced("2021-03", DIESEL, COMBUSTION_MOBILE, "60 kWh (Net CV)")
                        .balance("2021");
        assertThat(balance.directKwh()).isEqualTo(kwh("100"));
    }

    @Test
    void aYearIsNotSplitIntoItsMonths() {
        EnergyBalance balance =
                new Books().stated("2021", ELECTRICITY, PURCHASED, "100 kWh").balance("2021-03");
        assertThat(balance.indirectKwh()).isEmpty();
        assertThat(codes(balance))
                .containsExactly(
                        FindingCode.RECORD_NOT_SPLIT,
                        FindingCode.NOTHING_ON_FILE,
                        FindingCode.NOTHING_ON_FILE);
    }

    @Test
    void whatIsNotOnFileIsEmptyAndNotZero() {
        EnergyBalance balance =
                new Books().stated("2021", ELECTRICITY, PURCHASED, "100 kWh").balance("2021");
        assertThat(balance.directKwh()).isEmpty();
        assertThat(balance.renewableKwh()).isEmpty();
        assertThat(balance.ownRenewableKwh()).isEmpty();
        assertThat(codes(balance)).containsExactly(FindingCode.NOTHING_ON_FILE);
    }

    @Test
    void aRecordedZeroIsZero() {
        EnergyBalance balance =
                new Books().stated("2021", DIESEL, COMBUSTION_MOBILE, "0 L").balance("2021");
        assertThat(balance.directKwh()).isEqualTo(kwh("0"));
    }

    @Test
    void aFuelWithoutHeatingValueIsMissingAndNotZero() {
        EnergyBalance balance =
                new Books()
                        .stated("2021", NATURAL_GAS, COMBUSTION_STATIONARY, "5 t")
                        .balance("2021");
        assertThat(balance.directKwh()).isEmpty();
        assertThat(codes(balance)).contains(FindingCode.NO_HEATING_VALUE);
    }

    @Test
    void biomassIsComputedByTheHeatingValueOfAnotherPublicationAndSaysSo() {
        EnergyBalance balance =
                new Books().stated("2021", BIOMASS, COMBUSTION_STATIONARY, "3.6 t").balance("2021");
        assertThat(balance.directKwh()).isEqualTo(kwh("15600"));
        HeatingValue value =
                balance.lines()
                        .getFirst()
                        .energy()
                        .flatMap(EnergyContent::heatingValue)
                        .orElseThrow();
        assertThat(value.id()).isEqualTo("ipcc-2006.biomass");
        assertThat(value.provenance()).isEqualTo(Provenance.ESTIMATED);
    }

    @Test
    void whichSourceCountsIsSetForEachSite() {
        Books books =
                new Books()
                        .site("tianjin")
                        .purchased(Evidence.ESTIMATED, "2021-03", "10 MWh")
                        .purchased(Evidence.STATED, "2021-03", "12 MWh")
                        .site("lucerne")
                        .purchased(Evidence.ESTIMATED, "2021-03", "10 MWh")
                        .purchased(Evidence.STATED, "2021-03", "12 MWh");
        var statementFirst =
                new SourceRanking(
                        List.of(
                                Set.of(Evidence.STATED),
                                EnumSet.complementOf(EnumSet.of(Evidence.STATED))));

        EnergyBalance balance =
                EnergyBalance.of(
                        Books.span("2021"),
                        books.items(),
                        List.of(),
                        Books.HEATING_VALUES,
                        series ->
                                series.siteId().equals("tianjin")
                                        ? statementFirst
                                        : SourceRanking.DEFAULT);

        assertThat(balance.indirectKwh()).isEqualTo(kwh("22000"));
    }

    @Test
    void aRankingHasEveryKindOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceRanking(List.of(Set.of(Evidence.STATED))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SourceRanking(
                                List.of(EnumSet.allOf(Evidence.class), Set.of(Evidence.STATED))));
    }

    @Test
    void aMeteredVolumeGoesThroughTheDensityAndAMassDoesNot() {
        EnergyBalance litres =
                new Books().stated("2021", DIESEL, COMBUSTION_MOBILE, "1000 L").balance("2021");
        EnergyBalance kilograms =
                new Books().stated("2021", DIESEL, COMBUSTION_MOBILE, "840 kg").balance("2021");
        assertThat(litres.directKwh()).isEqualTo(kilograms.directKwh());
        assertThat(litres.lines().getFirst().energy().orElseThrow().density()).isPresent();
        assertThat(kilograms.lines().getFirst().energy().orElseThrow().density()).isEmpty();
    }
}
