package org.netzero.energy.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.netzero.energy.balance.Span;

/// What the rule sets say of claims; each case changes one fact of a good certificate.
class ClaimTest {

    /// States a claim: `new Case().kind(GEC).market("CN")`.
    private static final class Case {

        private InstrumentKind kind = InstrumentKind.GEC;
        private String market = "CN";
        private Technology technology = Technology.WIND;
        private Optional<LocalDate> commissioned = Optional.of(LocalDate.of(2019, 5, 1));
        private String vintage = "2025";
        private Optional<String> trackingSystem = Optional.of("registry");
        private Optional<Attributes> attributes = Optional.empty();
        private Optional<String> certificateId = Optional.empty();
        private Optional<Boolean> credit = Optional.of(false);
        private HourlyEvidence hours =
                new HourlyEvidence.NotKnown(
                        "The generation of the plant is not known by the hour.");
        private Optional<Instrument> certificate = Optional.empty();
        private String site = "CN";
        private String period = "2025";
        private String kwh = "600000";
        private Optional<LocalDate> retired = Optional.of(LocalDate.of(2026, 2, 1));

        Case kind(InstrumentKind of) {
            kind = of;
            return this;
        }

        Case market(String code) {
            market = code;
            return this;
        }

        Case technology(Technology of) {
            technology = of;
            return this;
        }

        Case commissioned(String day) {
            commissioned = Optional.of(LocalDate.parse(day));
            return this;
        }

        Case ageless() {
            commissioned = Optional.empty();
            return this;
        }

        Case vintage(String year) {
            vintage = year;
            return this;
        }

        Case untracked() {
            trackingSystem = Optional.empty();
            return this;
        }

        Case attributes(Attributes of) {
            attributes = Optional.of(of);
            return this;
        }

        Case withCertificate(Instrument of) {
            certificateId = Optional.of("certificate");
            certificate = Optional.of(of);
            return this;
        }

        Case withCertificateThatIsNotRegistered() {
            certificateId = Optional.of("certificate");
            return this;
        }

        Case credit(boolean issued) {
            credit = Optional.of(issued);
            return this;
        }

        Case creditUnknown() {
            credit = Optional.empty();
            return this;
        }

        Case site(String code) {
            site = code;
            return this;
        }

        Case period(String text) {
            period = text;
            return this;
        }

        Case kwh(String amount) {
            kwh = amount;
            return this;
        }

        Case provisional() {
            retired = Optional.empty();
            return this;
        }

        Case hours(HourlyEvidence evidence) {
            hours = evidence;
            return this;
        }

        Case retired(String day) {
            retired = Optional.of(LocalDate.parse(day));
            return this;
        }

        Instrument instrument() {
            return new Instrument(
                    kind,
                    new Market(market),
                    technology,
                    commissioned,
                    span(vintage),
                    trackingSystem,
                    Optional.empty(),
                    Optional.empty(),
                    attributes,
                    certificateId,
                    credit,
                    Optional.empty());
        }

        Judgement by(RuleSet ruleSet) {
            List<Judgement> all =
                    new Claim(
                                    instrument(),
                                    certificate,
                                    new Market(site),
                                    span(period),
                                    new BigDecimal(kwh),
                                    retired,
                                    hours)
                            .judgements();
            assertThat(all).extracting(Judgement::ruleSet).containsExactly(RuleSet.values());
            return all.stream().filter(one -> one.ruleSet() == ruleSet).findFirst().orElseThrow();
        }

        Verdict ghg() {
            return by(RuleSet.GHGP_SCOPE2).verdict();
        }

        Verdict re100() {
            return by(RuleSet.RE100).verdict();
        }

        Verdict gec() {
            return by(RuleSet.CN_GEC).verdict();
        }

        private static Span span(String text) {
            if (text.length() == 4) {
                LocalDate start = LocalDate.of(Integer.parseInt(text), 1, 1);
                return new Span(start, start.plusYears(1));
            }
            String[] days = text.split("/", -1);
            return new Span(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
        }
    }

    @Test
    void aRetiredCertificateOfTheSameMarketAndYearMeetsAllButTheHourlyRules() {
        assertThat(new Case().ghg()).isEqualTo(Verdict.MET);
        assertThat(new Case().re100()).isEqualTo(Verdict.MET);
        assertThat(new Case().gec()).isEqualTo(Verdict.MET);
        Judgement hourly = new Case().by(RuleSet.HOURLY);
        assertThat(hourly.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(hourly.reasons())
                .containsExactly("The generation of the plant is not known by the hour.");
        assertThat(new Case().by(RuleSet.GHGP_SCOPE2).reasons()).isEmpty();
    }

    @Test
    void theHourlyRuleAsksForAllOfAClaim() {
        Case whole = new Case().hours(compared("600000", "600000"));
        assertThat(whole.by(RuleSet.HOURLY).verdict()).isEqualTo(Verdict.MET);
        Judgement part = new Case().hours(compared("600000", "599999")).by(RuleSet.HOURLY);
        assertThat(part.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(part.reasons().getFirst()).startsWith("100.00 % of it, 599999 of 600000 kWh");
    }

    @Test
    void generationBelowTheClaimDoesNotMeetTheHourlyRule() {
        Judgement judgement = new Case().hours(compared("240000", "240000")).by(RuleSet.HOURLY);
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(judgement.reasons().getFirst()).contains("240000 kWh generated", "40.00 %");
    }

    @Test
    void hoursThatAgreeDoNotHealAnotherMarket() {
        assertThat(
                        new Case()
                                .market("HK")
                                .hours(compared("600000", "600000"))
                                .by(RuleSet.HOURLY)
                                .verdict())
                .isEqualTo(Verdict.NOT_MET);
        assertThat(
                        new Case()
                                .hours(new HourlyEvidence.Impossible("Another zone."))
                                .by(RuleSet.HOURLY)
                                .reasons())
                .containsExactly("Another zone.");
    }

    private static HourlyEvidence compared(String generated, String matched) {
        return new HourlyEvidence.Compared(new BigDecimal(generated), new BigDecimal(matched));
    }

    @Test
    void whatIsNotRetiredYetIsMetOnThatCondition() {
        Judgement judgement = new Case().provisional().by(RuleSet.GHGP_SCOPE2);
        assertThat(judgement.verdict()).isEqualTo(Verdict.MET);
        assertThat(judgement.reasons()).singleElement().asString().contains("not yet retired");
        assertThat(new Case().provisional().by(RuleSet.CN_GEC).reasons())
                .containsExactly(
                        "It is allocated and not yet retired; met if it is retired by 2026-12-31.");
    }

    @Test
    void anotherMarketsCertificateMeetsNothing() {
        Case abroad = new Case().kind(InstrumentKind.I_REC).market("BR");
        for (RuleSet ruleSet : RuleSet.values()) {
            assertThat(abroad.by(ruleSet).canBeMet()).as(ruleSet.name()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"HK", "MO", "TW"})
    void aCertificateOfMainlandChinaCoversNothingOutsideIt(String market) {
        assertThat(new Case().site(market).gec()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().site(market).ghg()).isEqualTo(Verdict.NOT_MET);
        assertThat(Market.of("CN", Optional.of("CN-" + market))).isEqualTo(new Market(market));
    }

    @Test
    void europeanMarketsAreNotDecidedAndNorthAmericaIsOneForRe100Alone() {
        Case european = new Case().kind(InstrumentKind.GO).market("NO").site("DE");
        assertThat(european.ghg()).isEqualTo(Verdict.UNKNOWN);
        assertThat(european.re100()).isEqualTo(Verdict.UNKNOWN);
        Case american = new Case().kind(InstrumentKind.REC).market("US").site("CA");
        assertThat(american.ghg()).isEqualTo(Verdict.UNKNOWN);
        assertThat(american.re100()).isEqualTo(Verdict.MET);
    }

    @Test
    void theVintageIsOfTheYearNearItOrFarFromIt() {
        assertThat(new Case().period("2025-03-01/2025-04-01").ghg()).isEqualTo(Verdict.MET);
        assertThat(new Case().vintage("2024").ghg()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Case().vintage("2024").re100()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Case().vintage("2023").ghg()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().vintage("2023").re100()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().vintage("2024").by(RuleSet.HOURLY).verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aContractRunsOverYears() {
        Case ppa =
                new Case()
                        .kind(InstrumentKind.PHYSICAL_PPA)
                        .attributes(Attributes.CONVEYED)
                        .vintage("2020-01-01/2035-01-01");
        assertThat(ppa.ghg()).isEqualTo(Verdict.MET);
        assertThat(ppa.gec()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = InstrumentKind.class,
            names = {"PHYSICAL_PPA", "VIRTUAL_PPA", "DIRECT_LINE", "GREEN_POWER_TRADE"})
    void aContractWithoutCertificateConveysNothingUnlessItSaysSo(InstrumentKind kind) {
        Judgement voucher = new Case().kind(kind).by(RuleSet.GHGP_SCOPE2);
        assertThat(voucher.verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(voucher.reasons())
                .singleElement()
                .asString()
                .contains("a consumption voucher is evidence, not a certificate");
        assertThat(new Case().kind(kind).attributes(Attributes.CONVEYED).ghg())
                .isEqualTo(Verdict.MET);
        Case sold = new Case().kind(kind).attributes(Attributes.NOT_CONVEYED);
        assertThat(sold.ghg()).isEqualTo(Verdict.NOT_MET);
        assertThat(sold.re100()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aTradeIsJudgedByItsOwnCertificate() {
        Case trade = new Case().kind(InstrumentKind.GREEN_POWER_TRADE);
        assertThat(trade.withCertificateThatIsNotRegistered().ghg()).isEqualTo(Verdict.UNKNOWN);
        Instrument certificate = new Case().instrument();
        assertThat(trade.withCertificate(certificate).ghg()).isEqualTo(Verdict.MET);
        assertThat(trade.withCertificate(certificate).gec()).isEqualTo(Verdict.MET);
        Instrument old = new Case().vintage("2022").instrument();
        assertThat(trade.withCertificate(old).ghg()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void aSuppliersProductSaysWhereItsCertificatesAreRetired() {
        Case product =
                new Case().kind(InstrumentKind.SUPPLIER_PRODUCT).attributes(Attributes.CONVEYED);
        assertThat(product.ghg()).isEqualTo(Verdict.MET);
        assertThat(product.untracked().ghg()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void whereItIsTrackedIsAsked() {
        assertThat(new Case().kind(InstrumentKind.REC).market("US").site("US").untracked().ghg())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(new Case().untracked().ghg()).isEqualTo(Verdict.MET);
    }

    @Test
    void aRateThatIsNotStatedIsNotKnown() {
        assertThat(new Case().technology(Technology.BIOMASS).ghg()).isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "2010-12-31, 2025, MET",
        "2010-01-01, 2025, MET",
        "2009-12-31, 2025, NOT_MET",
        "1999-01-01, 2023, MET"
    })
    void aPlantIsAtMostFifteenYearsOldForConsumptionFrom2024On(
            String commissioned, String year, Verdict verdict) {
        assertThat(new Case().commissioned(commissioned).vintage(year).period(year).re100())
                .isEqualTo(verdict);
    }

    @Test
    void anAgeThatIsNotStatedIsNotKnown() {
        assertThat(new Case().ageless().re100()).isEqualTo(Verdict.UNKNOWN);
        assertThat(new Case().ageless().ghg()).isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @CsvSource({
        "SOLAR, MET",
        "GEOTHERMAL, MET",
        "HYDRO, UNKNOWN",
        "MARINE, UNKNOWN",
        "OTHER, UNKNOWN",
        "NUCLEAR, NOT_MET"
    })
    void re100AsksForTheSource(Technology technology, Verdict verdict) {
        assertThat(new Case().technology(technology).re100()).isEqualTo(verdict);
    }

    @Test
    void aCertificateAndACarbonCreditExcludeEachOther() {
        assertThat(new Case().credit(true).gec()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().creditUnknown().gec()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void certificatesAreClaimedWhole() {
        assertThat(new Case().kwh("1500").gec()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().kwh("1000").gec()).isEqualTo(Verdict.MET);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01/2025-04-01, 2027-02-28, MET",
        "2025-03-01/2025-04-01, 2027-03-01, NOT_MET",
        "2025, 2027-01-01, UNKNOWN",
        "2025, 2027-12-01, NOT_MET",
        "2021, 2025-12-31, MET",
        "2021, 2026-01-01, NOT_MET"
    })
    void aChineseCertificateIsValidForTwoYearsFromItsMonthOn(
            String vintage, String retired, Verdict verdict) {
        String period = vintage.substring(0, 4);
        assertThat(new Case().vintage(vintage).period(period).retired(retired).gec())
                .isEqualTo(verdict);
    }

    @Test
    void oldHydropowerHasNoCertificateToTrade() {
        Case hydro = new Case().technology(Technology.HYDRO);
        assertThat(hydro.commissioned("2022-12-31").gec()).isEqualTo(Verdict.NOT_MET);
        assertThat(hydro.commissioned("2023-01-01").gec()).isEqualTo(Verdict.MET);
        assertThat(hydro.ageless().gec()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void noOtherCertificateProvesConsumptionInMainlandChina() {
        assertThat(new Case().kind(InstrumentKind.I_REC).gec()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().kind(InstrumentKind.REC).market("US").site("US").gec())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(new Case().market("US").site("US").gec()).isEqualTo(Verdict.NOT_MET);
        assertThat(new Case().technology(Technology.NUCLEAR).gec()).isEqualTo(Verdict.NOT_MET);
    }

    @Test
    void from2026OnAnotherYearsCertificateIsReportedToBeRefused() {
        assertThat(new Case().period("2026").retired("2026-11-01").gec())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "GEC, GEC",
        "i-rec, I_REC",
        "IREC, I_REC",
        "PPA, PHYSICAL_PPA",
        "VPPA, VIRTUAL_PPA",
        "physical ppa, PHYSICAL_PPA",
        "green-power trade, GREEN_POWER_TRADE"
    })
    void kindsAreReadByOneRule(String text, InstrumentKind kind) {
        assertThat(InstrumentKind.read(text)).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"gold", "CERTIFICATE", "P P A"})
    void whatIsNoKindIsNotGuessed(String text) {
        assertThat(InstrumentKind.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CN, CN", "CHN, CN", "cn, CN", "CN-CQ, CN", "CN-HK, HK", "HK, HK", "EU, EU"})
    void marketsAreReadByTheirCodes(String text, String code) {
        assertThat(Market.read(text)).contains(new Market(code));
    }

    @ParameterizedTest
    @CsvSource({"China", "XX", "C"})
    void whatIsNoMarketIsNotGuessed(String text) {
        assertThat(Market.read(text)).isEmpty();
    }
}
