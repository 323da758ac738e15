package org.netzero.emissions.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.conformance.Conformance.Compared;
import org.netzero.emissions.conformance.Conformance.Verdict;

/// GHG Protocol, Technical Guidance for Calculating Scope 3 Emissions, version 1.0 (2013).
class ConformanceTest {

    private static final Conformance.Report REPORT = new Conformance(new ObjectMapper()).report();

    private static Compared example(String id) {
        return REPORT.examples().stream()
                .filter(example -> example.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "S3-1.1, 145000, AGREES",
        "S3-1.2-s12, 3000, AGREES",
        "S3-1.2-materials, 49250, AGREES",
        "S3-1.2-transport, 205000, DOCUMENTED_DIFFERENCE",
        "S3-1.2-total, 257300, DOCUMENTED_DIFFERENCE",
        "S3-1.3, 70250, AGREES",
        "S3-1.4, 54100, AGREES",
        "S3-3.1-B-elec, 740000, AGREES",
        "S3-3.1-C-T&D, 404175, AGREES",
        "S3-3.1-B-heat, 2500, AGREES",
        "S3-3.1-total, 1146675, AGREES",
        "S3-5.1, 132500, AGREES",
        "S3-5.2, 3320, AGREES",
        "S3-7.1, 3072, AGREES",
        "S3-7.2, 6697500, AGREES",
        "S3-11.1, 13042500, AGREES",
        "S3-11.2, 760000, AGREES",
        "S3-11.3, 36000, AGREES",
        "S3-15.1, 493000, AGREES",
        "S3-15.2, 2332500, DOCUMENTED_DIFFERENCE",
        "S3-15.3, 26833, AGREES",
        "S3-15.4, 7519, AGREES",
        "S3-15.5-30y, 31500000, AGREES",
    })
    void everyExampleComesOutToTheLastDigit(String id, BigDecimal computed, Verdict verdict) {
        assertThat(example(id).computed()).isEqualByComparingTo(computed);
        assertThat(example(id).verdict()).isEqualTo(verdict);
    }

    @Test
    void threeMisprintsAreNamedAndNothingElseDiffers() {
        List<String> misprinted =
                REPORT.examples().stream()
                        .filter(example -> example.misprint() != null)
                        .map(Compared::id)
                        .toList();
        assertThat(misprinted).containsExactly("S3-1.2-transport", "S3-1.2-total", "S3-15.2");
        assertThat(REPORT.differ()).isZero();
        assertThat(REPORT.agree()).isEqualTo(20);
        assertThat(example("S3-1.2-transport").difference()).isEqualByComparingTo("184500");
    }

    @Test
    void everyLineExplainsItself() {
        Compared losses = example("S3-3.1-C-T&D");
        assertThat(losses.results()).hasSize(6);
        Conformance.Computed first = losses.results().getFirst();
        assertThat(first.factorId()).isEqualTo("S3-3.1-C-T&D/01");
        assertThat(first.trace().children().getFirst().formula()).contains("loss rate");
        assertThat(first.trace().children().getFirst().inputs()).containsEntry("lossRate", "0.1 1");
    }
}
