package org.netzero.datacenter.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

class StatedUnitsTest {

    private static StatedIndicator read(
            String subject, String indicator, String value, String unit) {
        return StatedIndicatorResource.read(
                new Fields(
                        Map.of(
                                "subject", subject,
                                "indicator", indicator,
                                "period", "2026",
                                "value", value,
                                "unit", unit)));
    }

    @ParameterizedTest
    @CsvSource({
        "LOAD,25,%,0.25,1",
        "LOAD,0.25,1,0.25,1",
        "PUE,1.3,1,1.3,1",
        "CUE,450,gCO2e/kWh,0.45,kg/kWh",
        "E_DC_BG,12,MWh,12000,kWh",
        "C_BTG,2,MW,2000,kW",
        "W_IN_POT,500,L,0.5,m3",
        "T_IN,-3.5,degC,-3.5,degC",
        "C_STOR,1500,TB,1.5,PB",
        "B_IN,2,Tbit/s,2000,Gbit/s",
        "TRAFFIC_OUT,3,PB,0.003,EB",
        "C_SERV,7,SERT,7,SERT",
    })
    void whatIsStatedInAnotherSizeIsConverted(
            String indicator, String value, String unit, BigDecimal own, String ownUnit) {
        StatedIndicator stated = read("dc", indicator, value, unit);

        assertThat(stated.value()).isEqualByComparingTo(own);
        assertThat(stated.unit()).isEqualTo(ownUnit);
    }

    @ParameterizedTest
    @CsvSource({
        "dc,T_IN,68,°F,UNIT_DOES_NOT_FIT",
        "dc,PUE,1.3,%,UNIT_DOES_NOT_FIT",
        "dc,E_DC_BG,12,m3,UNIT_DOES_NOT_FIT",
        "dc,LOAD,25,1,ABOVE_ONE",
        "dc,ERF,101,%,ABOVE_ONE",
        "dc,REF,1.01,1,ABOVE_ONE",
        "fleet,E_DC_BG,12,kWh,NOT_APPLICABLE",
    })
    void whatDoesNotFitIsRefused(
            String subject, String indicator, String value, String unit, String code) {
        assertThatThrownBy(() -> read(subject, indicator, value, unit))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.violations())
                                        .extracting(violation -> violation.code())
                                        .containsExactly(code));
    }

    @Test
    void aWholeIsStillAShare() {
        assertThat(read("dc", "REF", "100", "%").value()).isEqualByComparingTo(BigDecimal.ONE);
    }

    @ParameterizedTest
    @EnumSource(StatedIndicator.Name.class)
    void eachReadsItsOwnUnitAsItStands(StatedIndicator.Name name) {
        assertThat(read("dc", name.name(), "1", name.ownUnit()).value())
                .isEqualByComparingTo(BigDecimal.ONE);
    }
}
