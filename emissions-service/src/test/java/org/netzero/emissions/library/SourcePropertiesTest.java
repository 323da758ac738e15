package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.factor.EquipmentType;
import org.netzero.emissions.factor.LeakageRate;

class SourcePropertiesTest {

    private static final SourceProperties PROPERTIES = new SourceProperties(Factors.EDITION);

    @Test
    void everyKindOfEquipmentHasARateAndEveryRowAKind() {
        assertThat(PROPERTIES.leakageRates())
                .extracting(LeakageRate::type)
                .containsExactly(EquipmentType.values());
        assertThat(new SetFolder(Factors.EDITION).rows("refrigerant_leakage_ipcc2006.csv.gz"))
                .hasSize(EquipmentType.values().length);
    }

    @Test
    void aRangeThatRunsBackwardsIsRefused() {
        assertThatThrownBy(() -> new LeakageRate.Range(BigDecimal.TEN, BigDecimal.ONE))
                .hasMessage("10 to 1 is no range");
    }
}
