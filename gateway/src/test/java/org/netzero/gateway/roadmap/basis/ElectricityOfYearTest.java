package org.netzero.gateway.roadmap.basis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.ElectricityUse;

class ElectricityOfYearTest {

    @Test
    void thePublishedYearGivesItsPublishedShare() {
        ElectricityUse use =
                of(
                                group("PURCHASED", "4308960000"),
                                group("ON_SITE_PV", "2334000"),
                                group("PURCHASED_RENEWABLE", "63000000"))
                        .use(1.32);
        assertThat(use).isEqualTo(new ElectricityUse(4_308_960, 2_334, 63_000, 1.32));
    }

    @Test
    void sitesArePartsOfTheGroupsTotal() {
        assertThat(
                        of(
                                        group("PURCHASED", "1000"),
                                        site("tianjin", "PURCHASED", "2021-03", "400"))
                                .purchasedKwh())
                .contains(new BigDecimal("1000"));
    }

    @Test
    void aSiteOfAnotherTimeIsNotAPartOfTheGroupsTotal() {
        EnergyTotalled march =
                new EnergyTotalled(
                        "group",
                        "GROUP",
                        "ELECTRICITY",
                        "PURCHASED",
                        "2021-03",
                        LocalDate.of(2021, 3, 1),
                        LocalDate.of(2021, 4, 1),
                        new BigDecimal("1000"),
                        1,
                        1);
        assertThat(of(march, site("tianjin", "PURCHASED", "2021-05", "400")).purchasedKwh())
                .contains(new BigDecimal("1400"));
    }

    @Test
    void partsAboveTheGroupsTotalCountAndAreSaid() {
        ElectricityOfYear year =
                of(
                        group("PURCHASED", "1000"),
                        site("tianjin", "PURCHASED", "2021-03", "700"),
                        site("qingpu", "PURCHASED", "2021-03", "600"));
        assertThat(year.purchasedKwh()).contains(new BigDecimal("1300"));
        assertThat(year.remarks())
                .singleElement()
                .asString()
                .contains("1300 kWh, more than the group's total of 1000 kWh");
    }

    @Test
    void withoutAGroupsTotalTheSitesAddUp() {
        assertThat(
                        of(
                                        site("tianjin", "PURCHASED", "2021-03", "400"),
                                        site("tianjin", "PURCHASED", "2021-04", "500"))
                                .purchasedKwh())
                .contains(new BigDecimal("900"));
    }

    @Test
    void exportedGenerationIsNotUsed() {
        assertThat(
                        of(
                                        group("PURCHASED", "1000"),
                                        group("ON_SITE_PV", "200"),
                                        group("ON_SITE_WIND", "100"),
                                        group("EXPORTED", "50"))
                                .ownUsedKwh())
                .isEqualByComparingTo("250");
    }

    @Test
    void moreRenewablePurchasesThanPurchasesAreNotCounted() {
        ElectricityOfYear year =
                of(group("PURCHASED", "1000"), group("PURCHASED_RENEWABLE", "1200"));
        assertThat(year.matchedKwh()).isEqualByComparingTo("1000");
        assertThat(year.remarks()).singleElement().asString().contains("1200 kWh");
    }

    @Test
    void noPurchaseOnFileIsUnknownNotZero() {
        assertThat(of(group("ON_SITE_PV", "200")).purchasedKwh()).isEmpty();
    }

    @Test
    void aTotalWithoutRecordsIsUnknownNotZero() {
        EnergyTotalled emptied =
                new EnergyTotalled(
                        "group",
                        "GROUP",
                        "ELECTRICITY",
                        "PURCHASED",
                        "2021",
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2022, 1, 1),
                        BigDecimal.ZERO,
                        0,
                        2);
        assertThat(of(emptied).purchasedKwh()).isEmpty();
    }

    private static ElectricityOfYear of(EnergyTotalled... totals) {
        return ElectricityOfYear.of(2021, List.of(totals));
    }

    private static EnergyTotalled group(String source, String kwh) {
        return new EnergyTotalled(
                "group",
                "GROUP",
                "ELECTRICITY",
                source,
                "2021",
                LocalDate.of(2021, 1, 1),
                LocalDate.of(2022, 1, 1),
                new BigDecimal(kwh),
                1,
                1);
    }

    private static EnergyTotalled site(String site, String source, String month, String kwh) {
        LocalDate start = LocalDate.parse(month + "-01");
        return new EnergyTotalled(
                site,
                "DATA_CENTER",
                "ELECTRICITY",
                source,
                month,
                start,
                start.plusMonths(1),
                new BigDecimal(kwh),
                1,
                1);
    }
}
