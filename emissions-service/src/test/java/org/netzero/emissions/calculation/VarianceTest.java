package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.PriorYear.DriverChange;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class VarianceTest {

    private static final String ELECTRICITY = "ELECTRICITY/PURCHASED";

    private static ActivityTotal before(String activity, String mwh) {
        return new ActivityTotal(Optional.of("site-GD"), activity, Quantity.of(mwh, Unit.MWH));
    }

    private static PriorYear year(List<ActivityTotal> totals, List<DriverChange> drivers) {
        return new PriorYear(new YearAmounts(totals, totals), drivers, new BigDecimal("0.5"));
    }

    private static DriverChange revenue(String before, String now) {
        return new DriverChange("REVENUE", new BigDecimal(before), new BigDecimal(now));
    }

    private static Company company(String mwhOfSite) {
        return new Company(2021)
                .site("GD", EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, mwhOfSite, Unit.MWH);
    }

    private static Company withGroup(Company company, String mwhOfGroup) {
        return company.group(
                EnergyCarrier.ELECTRICITY, EnergySource.PURCHASED, mwhOfGroup, Unit.MWH);
    }

    private static List<Finding> findings(String mwhNow, PriorYear prior) {
        return findings(company(mwhNow).totals, prior);
    }

    private static List<Finding> findings(List<EnergyTotal> now, PriorYear prior) {
        return new InventoryCalculation(
                        new Calculator(TestLibrary.SHIPPED, GwpSet.AR5_100),
                        LocalDate.of(2026, 11, 23))
                        .of(
                                new InventoryCalculation.Records(
                                        2021, now, List.of(), ActivityResults.NONE, prior))
                        .findings()
                        .stream()
                        .filter(finding ->
                                finding.code().startsWith("VARIANCE")
                                        || finding.code().equals("ACTIVITY_VANISHED"))
                        .toList();
    }

    @Test
    void aChangeOfMoreThanAHalfIsNotedWithBothAmountsAndTheThreshold() {
        var prior = year(List.of(before(ELECTRICITY, "100")), List.of());

        Finding finding = findings("151", prior).getFirst();

        assertThat(finding.code()).isEqualTo("VARIANCE");
        assertThat(finding.severity()).isEqualTo(Finding.Severity.NOTE);
        assertThat(finding.message())
                .contains("51.0 %", "100000 kWh", "151000 kWh", "more than 50.0 %");
        assertThat(findings("49", prior)).hasSize(1);
    }

    @Test
    void aChangeOfAHalfIsNotBeyondTheThreshold() {
        var prior = year(List.of(before(ELECTRICITY, "100")), List.of());
        assertThat(findings("150", prior)).isEmpty();
        assertThat(findings("50", prior)).isEmpty();
    }

    @Test
    void growthWithItsDriverIsNoVarianceForAUnitOfIt() {
        var prior =
                year(
                        List.of(before(ELECTRICITY, "100")),
                        List.of(revenue("10", "20"), revenue("10", "5")));
        assertThat(findings("140", prior))
                .extracting(Finding::code, Finding::subject)
                .containsExactly(
                        tuple("VARIANCE_PER_DRIVER", "REVENUE/company/ELECTRICITY/PURCHASED/kWh"));
    }

    @Test
    void whatEndedIsNotedAndAFirstYearIsComparedWithNothing() {
        var prior = year(List.of(before(ELECTRICITY, "100"), before("DIESEL/X", "1")), List.of());
        assertThat(findings("100", prior))
                .extracting(Finding::code)
                .containsExactly("ACTIVITY_VANISHED");
        assertThat(findings("100", PriorYear.UNKNOWN)).isEmpty();
    }

    @Test
    void theThresholdIsTheOneThatIsStated() {
        var amounts = YearAmounts.of(company("100").totals, List.of());
        var tight = new PriorYear(amounts, List.of(), new BigDecimal("0.1"));

        assertThat(findings("110", tight)).isEmpty();
        assertThat(findings("111", tight).getFirst().message()).contains("more than 10.0 %");
    }

    @Test
    void aCompanyHasTheGroupsTotalOnceAndNotItsSitesBesides() {
        // Given: the sites grow from 10 to 90 of a total that stays as it is
        var before = YearAmounts.of(withGroup(company("10"), "100").totals, List.of());
        var prior = new PriorYear(before, List.of(revenue("10", "10")), new BigDecimal("0.5"));

        // When
        List<Finding> found = findings(withGroup(company("90"), "100").totals, prior);

        // Then
        assertThat(before.ofCompany())
                .extracting(ActivityTotal::quantity)
                .containsExactly(Quantity.of("100000", Unit.KWH));
        assertThat(found).extracting(Finding::code).containsExactly("VARIANCE");
    }

    @Test
    void sitesBeyondTheGroupsTotalAreTheCompanysAmount() {
        assertThat(YearAmounts.of(withGroup(company("120"), "100").totals, List.of()).ofCompany())
                .extracting(ActivityTotal::quantity)
                .containsExactly(Quantity.of("120000", Unit.KWH));
    }
}
