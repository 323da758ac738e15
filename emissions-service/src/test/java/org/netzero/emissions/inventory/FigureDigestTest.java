package org.netzero.emissions.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Results;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.quantities.GwpSet;

class FigureDigestTest {

    private static String digest(EmissionResult result) {
        return FigureDigest.of(
                new Inventory(Results.YEAR, GwpSet.AR5_100, List.of(result), List.of(), List.of()));
    }

    @Test
    void theSameFigureFromOtherInstrumentsIsAnother() {
        String digest = digest(Results.covered("a", "100", "1000", "gec/1"));

        assertThat(digest).isEqualTo(digest(Results.covered("a", "100", "1000.0", "gec/1")));
        assertThat(digest).isNotEqualTo(digest(Results.covered("a", "100", "1000", "gec/2")));
        assertThat(digest).isNotEqualTo(digest(Results.covered("a", "100", "999", "gec/1")));
    }

    /// As it was stored with versions before instruments entered.
    @Test
    void whereNoInstrumentIsInvolvedTheDigestIsWhatItWas() {
        assertThat(digest(Results.scope2("a", Scope2Method.MARKET_BASED, "100")))
                .isEqualTo("2e0a4c6d406662a10a7a7badd7212713b1b5f249a263e43033cacb01ff55d626");
    }
}
