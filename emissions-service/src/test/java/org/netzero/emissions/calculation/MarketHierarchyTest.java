package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.netzero.emissions.calculation.Instruments.atRate;
import static org.netzero.emissions.calculation.Instruments.covering;
import static org.netzero.emissions.calculation.Instruments.inMonth;
import static org.netzero.emissions.calculation.Instruments.inQuarter;
import static org.netzero.emissions.calculation.Instruments.provisional;
import static org.netzero.emissions.calculation.Instruments.refused;
import static org.netzero.emissions.calculation.Instruments.sale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.ContractualInstrument.Kind;
import org.netzero.emissions.calculation.ContractualInstrument.Verdict;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Scope 2 by market, in kg CO2e: in China in 2021 the residual mix is 0.5942 kg/kWh, the grid
/// average 0.5568.
class MarketHierarchyTest {

    private static Company at(String siteId, EnergySource source, String kwh) {
        return with(new Company(2021), siteId, source, "2021", kwh);
    }

    private static Company with(
            Company company, String siteId, EnergySource source, String period, String kwh) {
        boolean isYear = period.length() == 4;
        LocalDate start = LocalDate.parse(isYear ? period + "-01-01" : period + "-01");
        company.totals.add(
                new EnergyTotal(
                        siteId,
                        siteId.equals("group") ? SiteKind.GROUP : SiteKind.DATA_CENTER,
                        new Place("CN", Optional.empty(), Optional.empty()),
                        EnergyCarrier.ELECTRICITY,
                        source,
                        period,
                        start,
                        isYear ? start.plusYears(1) : start.plusMonths(1),
                        Optional.of(new BigDecimal(kwh)),
                        List.of(Quantity.of(kwh, Unit.KWH)),
                        new TreeSet<>(List.of(Provenance.MEASURED))));
        return company;
    }

    private static Company million(ContractualInstrument... instruments) {
        Company company = at("a", EnergySource.PURCHASED, "1000000");
        company.instruments.addAll(List.of(instruments));
        return company;
    }

    private static BigDecimal market(Company company) {
        return company.inventory().scope2(Scope2Method.MARKET_BASED);
    }

    private static List<Finding> findings(Company company, String code) {
        return company.inventory().findings().stream()
                .filter(finding -> finding.code().equals(code))
                .toList();
    }

    private static EmissionResult marketResult(Company company) {
        return company.inventory().results().stream()
                .filter(result -> result.method().equals(Optional.of(Scope2Method.MARKET_BASED)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void certificatesCoverSixtyPercentAndTheRestTakesTheResidualMix() {
        Company company = million(covering("c", Kind.GEC, "a", "600000"));

        // 400,000 kWh × 0.5942
        assertThat(market(company)).isEqualByComparingTo("237680");
        assertThat(company.inventory().scope2(Scope2Method.LOCATION_BASED))
                .isEqualByComparingTo("556800");
        assertThat(company.inventory().marketCoverageKwh())
                .containsOnlyKeys(MarketTier.CERTIFICATE, MarketTier.RESIDUAL_MIX)
                .hasEntrySatisfying(
                        MarketTier.CERTIFICATE,
                        kwh -> assertThat(kwh).isEqualByComparingTo("600000"));
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE")).isEmpty();
    }

    @Test
    void anInstrumentCoversAtTheRateItConveys() {
        Company company =
                million(atRate(covering("s", Kind.SUPPLIER_PRODUCT, "a", "600000"), "0.123"));

        // 600,000 × 0.123 + 400,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("311480");
        EmissionResult result = marketResult(company);
        assertThat(result.emission().basis()).isEmpty();
        assertThat(result.flags()).containsOnlyOnce(Calculated.GWP_SET_NOT_STATED);
        assertThat(company.inventory().marketCoverageKwh())
                .containsOnlyKeys(MarketTier.SUPPLIER_RATE, MarketTier.RESIDUAL_MIX);
    }

    @Test
    void aRateAboveTheResidualMixCountsToo() {
        Company company =
                million(atRate(covering("s", Kind.SUPPLIER_PRODUCT, "a", "1000000"), "0.9"));

        assertThat(market(company)).isEqualByComparingTo("900000");
        assertThat(marketResult(company).factor()).isEmpty();
    }

    @Test
    void certificatesStandBeforeContractsBeforeTheSuppliersRate() {
        Company company =
                million(
                        atRate(covering("1", Kind.SUPPLIER_PRODUCT, "a", "500000"), "0.4"),
                        atRate(covering("2", Kind.PHYSICAL_PPA, "a", "500000"), "0.2"),
                        atRate(covering("3", Kind.GO, "a", "300000"), "0.1"));

        // 300,000 × 0.1 + 500,000 × 0.2 + 200,000 × 0.4; 300,000 of the supplier's are left over
        assertThat(market(company)).isEqualByComparingTo("210000");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message())
                                .contains("300000 kWh of the 500000 kWh", "instrument-of-1"));
        assertThat(company.inventory().complete()).isFalse();
    }

    @Test
    void coverageNeverGoesBeyondWhatWasPurchased() {
        Company company = million(covering("c", Kind.GEC, "a", "1000000.5"));

        assertThat(market(company)).isEqualByComparingTo("0");
        assertThat(company.inventory().marketCoverageKwh())
                .containsOnlyKeys(MarketTier.CERTIFICATE);
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("0.5 kWh of the"));
        assertThat(findings(company, "NO_RESIDUAL_MIX")).isEmpty();
    }

    @Test
    void withinATierASurplusNeverMakesTheFigureSmaller() {
        Company company =
                million(
                        covering("1", Kind.GEC, "a", "800000"),
                        atRate(covering("2", Kind.GEC, "a", "400000"), "0.1"));

        // The higher rate stays whole: 400,000 × 0.1 + 600,000 × 0
        assertThat(market(company)).isEqualByComparingTo("40000");
    }

    @Test
    void anInstrumentOfAMonthCoversThatMonthOnly() {
        Company company = with(new Company(2021), "a", EnergySource.PURCHASED, "2021-03", "1000");
        with(company, "a", EnergySource.PURCHASED, "2021-04", "1000");
        company.instruments.add(inMonth(covering("m", Kind.GEC, "a", "1500"), 3));

        assertThat(market(company)).isEqualByComparingTo("594.2");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("500 kWh"));
    }

    @Test
    void anInstrumentOfAYearCoversItsMonthsAndAMonthsIsWithinARecordOfTheYear() {
        Company months = with(new Company(2021), "a", EnergySource.PURCHASED, "2021-03", "1000");
        with(months, "a", EnergySource.PURCHASED, "2021-04", "1000");
        months.instruments.add(covering("y", Kind.GEC, "a", "1500"));
        Company year = million(inMonth(covering("m", Kind.GEC, "a", "600000"), 3));

        assertThat(market(months)).isEqualByComparingTo("297.1");
        assertThat(market(year)).isEqualByComparingTo("237680");
    }

    /// 1,180 kWh of 59 days, of which 45 are of the first quarter.
    private static Company billedAcrossQuarters(EnergySource source) {
        var company = new Company(2021);
        company.totals.add(
                new EnergyTotal(
                        "a",
                        SiteKind.DATA_CENTER,
                        new Place("CN", Optional.empty(), Optional.empty()),
                        EnergyCarrier.ELECTRICITY,
                        source,
                        "2021-02-15/2021-04-15",
                        LocalDate.of(2021, 2, 15),
                        LocalDate.of(2021, 4, 15),
                        Optional.of(new BigDecimal("1180")),
                        List.of(Quantity.of("1180", Unit.KWH)),
                        new TreeSet<>(List.of(Provenance.MEASURED))));
        return company;
    }

    @Test
    void whatNestsWithNoPurchaseCoversTheDaysItSharesWithOne() {
        Company company = billedAcrossQuarters(EnergySource.PURCHASED);
        company.instruments.add(inQuarter(covering("q1", Kind.GEC, "a", "1000"), 1));
        company.instruments.add(inQuarter(covering("q2", Kind.GEC, "a", "100"), 2));

        // 1,180 − 900 − 100 at 0.5942
        assertThat(market(company)).isEqualByComparingTo("106.956");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("instrument-of-q1/q1");
                    assertThat(finding.message()).startsWith("100 kWh of the 1000 kWh");
                });
    }

    @Test
    void theDaysAnInstrumentSharesAreTakenOnceWhenOthersMakeRoom() {
        Company company = billedAcrossQuarters(EnergySource.PURCHASED);
        with(company, "a", EnergySource.PURCHASED, "2021-05", "300");
        company.instruments.add(covering("1-year", Kind.GEC, "a", "1180"));
        company.instruments.add(inQuarter(covering("2-q1", Kind.GEC, "a", "1000"), 1));

        // The year's moves 300 to May, and the quarter's takes their place
        assertThat(market(company)).isEqualByComparingTo("0");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("700 kWh of"));
    }

    @Test
    void whereAPurchaseNestsOneThatOnlyOverlapsIsNotCovered() {
        Company company = billedAcrossQuarters(EnergySource.PURCHASED);
        with(company, "a", EnergySource.PURCHASED, "2021-01", "1000");
        company.instruments.add(inQuarter(covering("q1", Kind.GEC, "a", "1500"), 1));

        // 1,180 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("701.156");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED")).hasSize(1);
    }

    @Test
    void attributesOfAPeriodThatOnlyOverlapsAreSoldByItsDays() {
        Company company = billedAcrossQuarters(EnergySource.ON_SITE_PV);
        company.instruments.add(inQuarter(sale("s", "a", "1000"), 1));

        // 900 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("534.78");
        assertThat(findings(company, "SOLD_EXCEEDS_GENERATION")).hasSize(1);
    }

    @Test
    void aYearsCertificateMakesRoomForAMonthsContract() {
        Company company = with(new Company(2021), "a", EnergySource.PURCHASED, "2021-01", "1000");
        with(company, "a", EnergySource.PURCHASED, "2021-02", "1000");
        company.instruments.add(covering("certificate", Kind.GEC, "a", "1000"));
        company.instruments.add(inMonth(covering("contract", Kind.PHYSICAL_PPA, "a", "1000"), 1));

        assertThat(market(company)).isEqualByComparingTo("0");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED")).isEmpty();
    }

    @Test
    void instrumentsOfTheGroupCoverTheRemainderAndNothingOfItsSites() {
        Company company = at("group", EnergySource.PURCHASED, "1000000");
        with(company, "a", EnergySource.PURCHASED, "2021", "400000");
        company.instruments.add(covering("g", Kind.GEC, "group", "700000"));

        // 400,000 of the site at the residual mix; 600,000 of the remainder covered
        assertThat(market(company)).isEqualByComparingTo("237680");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("100000 kWh of"));
    }

    @Test
    void whatASiteHasBeyondItsPurchasesCoversTheGroupsRemainder() {
        Company company = at("group", EnergySource.PURCHASED, "1000000");
        with(company, "a", EnergySource.PURCHASED, "2021", "400000");
        company.instruments.add(covering("a", Kind.GEC, "a", "500000"));
        company.instruments.add(covering("b", Kind.GEC, "b", "100000"));

        // 1,000,000 − 600,000
        assertThat(market(company)).isEqualByComparingTo("237680");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED")).isEmpty();
    }

    @Test
    void anInstrumentOfAnotherSiteCoversNothing() {
        Company company = million(covering("b", Kind.GEC, "b", "600000"));

        assertThat(market(company)).isEqualByComparingTo("594200");
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED")).hasSize(1);
    }

    @Test
    void whatDoesNotMeetTheCriteriaIsNotUsedAndSaysWhy() {
        Company company =
                million(
                        refused(
                                covering("n", Kind.PHYSICAL_PPA, "a", "600000"),
                                Verdict.NOT_MET,
                                "A voucher is no certificate."),
                        refused(covering("u", Kind.GEC, "a", "100000"), Verdict.UNKNOWN));

        assertThat(market(company)).isEqualByComparingTo("594200");
        assertThat(findings(company, "INSTRUMENT_NOT_ACCEPTED"))
                .hasSize(2)
                .allSatisfy(
                        finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE))
                .anySatisfy(finding ->
                        assertThat(finding.message())
                                .contains("NOT_MET", "A voucher is no certificate."))
                .anySatisfy(finding -> assertThat(finding.message()).contains("UNKNOWN"));
    }

    @Test
    void whatIsNotYetRetiredCountsAndStaysOpen() {
        Company company = million(provisional(covering("p", Kind.GEC, "a", "600000")));

        assertThat(market(company)).isEqualByComparingTo("237680");
        assertThat(findings(company, "INSTRUMENT_NOT_RETIRED"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.severity()).isEqualTo(Finding.Severity.OPEN));
        assertThat(company.inventory().complete()).isFalse();
    }

    @Test
    void whatIsNotYetRetiredAndNotUsedStandsInNobodysWay() {
        Company company =
                million(
                        covering("r", Kind.GEC, "a", "1000000"),
                        provisional(covering("p", Kind.GEC, "a", "600000")));

        assertThat(findings(company, "INSTRUMENT_NOT_RETIRED")).isEmpty();
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED")).hasSize(1);
    }

    @Test
    void soldOwnGenerationComesBackAtTheResidualMixByMarketOnly() {
        Company company = at("a", EnergySource.PURCHASED, "1000000");
        with(company, "a", EnergySource.ON_SITE_PV, "2021", "50000");
        Inventory before = company.inventory();
        company.instruments.add(sale("s", "a", "40000"));
        Inventory after = company.inventory();

        // 40,000 × 0.5942
        assertThat(after.scope2(Scope2Method.MARKET_BASED))
                .isEqualByComparingTo(
                        before.scope2(Scope2Method.MARKET_BASED).add(new BigDecimal("23768")));
        assertThat(after.scope2(Scope2Method.LOCATION_BASED))
                .isEqualByComparingTo(before.scope2(Scope2Method.LOCATION_BASED));
        assertThat(after.results())
                .filteredOn(result -> result.record().equals("a/ELECTRICITY/ON_SITE_PV/2021"))
                .singleElement()
                .satisfies(result ->
                        assertThat(result.trace().toString())
                                .contains("instrument-of-s", "40000 kWh", "0.5942"));
    }

    @Test
    void moreThanWasGeneratedAndUsedOnSiteCannotBeSold() {
        Company company = at("a", EnergySource.ON_SITE_PV, "50000");
        with(company, "a", EnergySource.EXPORTED, "2021", "20000");
        company.instruments.add(sale("s", "a", "40000"));

        // 30,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("17826");
        assertThat(findings(company, "SOLD_EXCEEDS_GENERATION"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("10000 kWh of"));
    }

    @Test
    void whatIsExportedInAnotherMonthLeavesWhatWasUsedInThisOne() {
        Company company = with(new Company(2021), "a", EnergySource.ON_SITE_PV, "2021-05", "1000");
        with(company, "a", EnergySource.ON_SITE_PV, "2021-06", "1000");
        with(company, "a", EnergySource.EXPORTED, "2021-06", "800");
        company.instruments.add(inMonth(sale("s", "a", "1000"), 5));
        company.instruments.add(inMonth(sale("t", "a", "300"), 6));

        // 1,000 of May and 200 of June
        assertThat(market(company)).isEqualByComparingTo("713.04");
        assertThat(findings(company, "SOLD_EXCEEDS_GENERATION")).hasSize(1);
    }

    @Test
    void aSiteSellsFromWhatOnlyTheGroupRecorded() {
        Company company = at("group", EnergySource.ON_SITE_PV, "50000");
        company.instruments.add(sale("s", "a", "40000"));

        assertThat(market(company)).isEqualByComparingTo("23768");
    }

    @Test
    void cogenerationHasNoAttributesToSell() {
        Company company = at("a", EnergySource.ON_SITE_CHP, "50000");
        with(company, "a", EnergySource.ON_SITE_PV, "2021", "30000");
        company.instruments.add(sale("s", "a", "40000"));

        // 30,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("17826");
        assertThat(company.inventory().results())
                .extracting(EmissionResult::record)
                .containsExactly("a/ELECTRICITY/ON_SITE_PV/2021");
        assertThat(findings(company, "SOLD_EXCEEDS_GENERATION"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("10000 kWh of"));
    }

    @Test
    void exportsAreNotLaidOnCogeneration() {
        Company company = at("a", EnergySource.ON_SITE_CHP, "50000");
        with(company, "a", EnergySource.ON_SITE_WIND, "2021", "30000");
        with(company, "a", EnergySource.EXPORTED, "2021", "20000");
        company.instruments.add(sale("s", "a", "30000"));

        // 10,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("5942");
        assertThat(findings(company, "SOLD_EXCEEDS_GENERATION")).hasSize(1);
    }

    @Test
    void aSitesOwnGenerationIsAPartOfTheGroupsOfTheSameSourceOnly() {
        Company company = at("group", EnergySource.ON_SITE_PV, "50000");
        with(company, "group", EnergySource.ON_SITE_WIND, "2021", "20000");
        with(company, "a", EnergySource.ON_SITE_CHP, "2021", "45000");
        with(company, "a", EnergySource.ON_SITE_PV, "2021", "5000");
        with(company, "a", EnergySource.ON_SITE_WIND, "2021", "1000");
        company.instruments.add(sale("s", "group", "64000"));

        // 45,000 of sun and 19,000 of wind are the group's
        assertThat(market(company)).isEqualByComparingTo("38028.8");
        assertThat(company.inventory().results())
                .extracting(EmissionResult::record)
                .containsExactlyInAnyOrder(
                        "group/ELECTRICITY/ON_SITE_PV/2021/remainder",
                        "group/ELECTRICITY/ON_SITE_WIND/2021/remainder");
        assertThat(company.inventory().results())
                .extracting(EmissionResult::id)
                .doesNotHaveDuplicates();
        assertThat(findings(company, "SOLD_EXCEEDS_GENERATION")).isEmpty();
    }

    @Test
    void aStatementAndItsInstrumentsAreOneClaim() {
        Company company = million(covering("c", Kind.GEC, "a", "600000"));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021", "700000");

        // The larger counts: 300,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("178260");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("100 MWh"));
    }

    @Test
    void aStatementThatInstrumentsCoverAddsNothing() {
        Company company = million(covering("c", Kind.GEC, "a", "600000"));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021", "500000");

        assertThat(market(company)).isEqualByComparingTo("237680");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE")).isEmpty();
    }

    @Test
    void aStatementAndAnInstrumentOfAnotherPeriodAreTwoClaims() {
        Company company = million(inMonth(covering("c", Kind.GEC, "a", "100000"), 12));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021-01", "100000");

        // 800,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("475360");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("100 MWh"));
    }

    @Test
    void aYearsInstrumentStandsBehindTheMonthThatTheMonthsOwnDoesNotCover() {
        Company company =
                million(
                        covering("y", Kind.GEC, "a", "100000"),
                        inMonth(covering("z", Kind.GEC, "a", "100000"), 1));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021-01", "100000");
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021-02", "100000");

        assertThat(market(company)).isEqualByComparingTo("475360");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE")).isEmpty();
    }

    @Test
    void aStatementOfAnotherPeriodDoesNotFallWithAnInstrument() {
        Company company =
                million(
                        refused(
                                inMonth(covering("c", Kind.GEC, "a", "100000"), 12),
                                Verdict.NOT_MET));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021-01", "100000");

        // 900,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("534780");
    }

    @Test
    void instrumentsOfSitesAreAPartOfWhatTheGroupStates() {
        Company company = Company.published();
        company.instruments.add(covering("c", Kind.GEC, "site-7", "3000000"));

        assertThat(market(company)).isEqualByComparingTo("2522949432");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith("60000 MWh"));
    }

    @Test
    void instrumentsOfTheGroupAreAPartOfWhatItsSitesState() {
        Company company = at("group", EnergySource.PURCHASED, "300000");
        with(company, "a", EnergySource.PURCHASED, "2021", "100000");
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021", "60000");
        company.instruments.add(covering("g", Kind.GEC, "group", "60000"));

        // 240,000 × 0.5942: the certificate's 60,000 exist once
        assertThat(market(company)).isEqualByComparingTo("142608");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE")).isEmpty();
    }

    @Test
    void whatTheGroupHasBeyondItsOwnStatementIsTakenOffItsSitesInOrder() {
        Company company = at("group", EnergySource.PURCHASED, "300000");
        for (String site : List.of("a", "b")) {
            with(company, site, EnergySource.PURCHASED, "2021", "50000");
            with(company, site, EnergySource.PURCHASED_RENEWABLE, "2021", "40000");
        }
        with(company, "group", EnergySource.PURCHASED_RENEWABLE, "2021", "100000");
        company.instruments.add(covering("g", Kind.GEC, "group", "70000"));

        // 20,000 of the group's own statement, then all of a's and 10,000 of b's
        assertThat(market(company)).isEqualByComparingTo("118840");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject()).isEqualTo("b");
                    assertThat(finding.message()).startsWith("30 MWh");
                });
    }

    @Test
    void anInstrumentOfASiteLeavesTheGroupsToTheSitesThatStateMore() {
        Company company = at("group", EnergySource.PURCHASED, "400000");
        with(company, "a", EnergySource.PURCHASED, "2021", "100000");
        with(company, "b", EnergySource.PURCHASED, "2021", "100000");
        with(company, "b", EnergySource.PURCHASED_RENEWABLE, "2021", "50000");
        with(company, "group", EnergySource.PURCHASED_RENEWABLE, "2021", "150000");
        company.instruments.add(covering("a", Kind.GEC, "a", "100000"));
        company.instruments.add(covering("g", Kind.GEC, "group", "100000"));

        // a's stand behind the group's statement, the group's behind b's too: 200,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("118840");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE")).isEmpty();
    }

    @Test
    void aStatementFallsWithTheInstrumentBehindIt() {
        Company company = Company.published();
        company.instruments.add(
                refused(
                        covering("c", Kind.GREEN_POWER_TRADE, "group", "63000000"),
                        Verdict.NOT_MET));

        // 4,308,960,000 × 0.5942
        assertThat(market(company)).isEqualByComparingTo("2560384032");
        assertThat(findings(company, "NO_INSTRUMENT_ON_FILE")).isEmpty();
    }

    @Test
    void nuclearPowerIsNoPartOfARenewableStatement() {
        Company company = million(atRate(covering("n", Kind.GEC, "a", "600000"), "0"));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021", "400000");

        assertThat(market(company)).isEqualByComparingTo("0");
    }

    @Test
    void theOrderOfInstrumentsDoesNotMatter() {
        Company company = at("group", EnergySource.PURCHASED, "900000");
        with(company, "a", EnergySource.PURCHASED, "2021-01", "100000");
        with(company, "a", EnergySource.PURCHASED, "2021-02", "100000");
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021", "150000");
        var instruments =
                new ArrayList<>(
                        List.of(
                                covering("1", Kind.GEC, "a", "120000"),
                                provisional(covering("2", Kind.GEC, "a", "50000")),
                                inMonth(covering("3", Kind.VIRTUAL_PPA, "a", "90000"), 1),
                                atRate(covering("4", Kind.SUPPLIER_PRODUCT, "a", "70000"), "0.3"),
                                atRate(covering("5", Kind.GO, "group", "400000"), "0.01"),
                                covering("6", Kind.REC, "group", "500000")));
        company.instruments.addAll(instruments);
        Inventory inventory = company.inventory();
        var random = new Random(7);

        for (int i = 0; i < 50; i++) {
            Collections.shuffle(instruments, random);
            company.instruments.clear();
            company.instruments.addAll(instruments);
            assertThat(company.inventory()).isEqualTo(inventory);
        }
        assertThat(inventory.marketCoverageKwh().values().stream().reduce(BigDecimal::add))
                .hasValueSatisfying(kwh -> assertThat(kwh).isEqualByComparingTo("900000"));
    }

    @Test
    void theTraceShowsEveryTier() {
        Company company =
                million(
                        covering("c", Kind.GEC, "a", "100000"),
                        atRate(covering("s", Kind.SUPPLIER_PRODUCT, "a", "200000"), "0.3"));
        with(company, "a", EnergySource.PURCHASED_RENEWABLE, "2021", "150000");

        CalculationTrace trace = marketResult(company).trace();

        assertThat(trace.children())
                .extracting(CalculationTrace::step)
                .containsExactly(
                        "contractual instrument",
                        "contractual instrument",
                        "purchased renewable electricity",
                        "emission");
        assertThat(trace.children().get(1).inputs())
                .containsEntry("tier", "SUPPLIER_RATE")
                .containsEntry("instrument", "instrument-of-s")
                .containsEntry("kind", "SUPPLIER_PRODUCT")
                .containsEntry("evidence", "serial numbers of s")
                .containsEntry("Scope 2 quality criteria", "MET")
                .containsEntry("energy", "200000 kWh");
        assertThat(trace.children().get(1).output()).isEqualTo("60000 kgCO2e");
        // 200,000 × 0.3 + (1,000,000 − 300,000 − 50,000) × 0.5942
        assertThat(trace.output()).isEqualTo("446230 kgCO2e");
    }

    @Test
    void heatTakesNoInstrument() {
        Company company =
                new Company(2021)
                        .group(
                                EnergyCarrier.DISTRICT_HEAT,
                                EnergySource.PURCHASED,
                                "1000",
                                Unit.MWH);
        Inventory before = company.inventory();
        company.instruments.add(covering("c", Kind.GEC, "group", "600000"));

        assertThat(market(company)).isEqualByComparingTo(before.scope2(Scope2Method.MARKET_BASED));
        assertThat(before.scope2(Scope2Method.MARKET_BASED)).isPositive();
        assertThat(findings(company, "INSTRUMENT_EXCEEDS_PURCHASED")).hasSize(1);
    }
}
