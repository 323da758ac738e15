package org.netzero.energy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.FindingCode;

/// The reference names every refusal of the service, and the findings of a balance that are about
/// figures that are not there.
class ProblemsPageTest {

    private static final Path REFERENCE = Path.of("../docs/reference");

    @Test
    void everyProblemIsOnThePage() throws IOException {
        String page = Files.readString(REFERENCE.resolve("problems.md"));
        assertThat(Arrays.stream(EnergyProblem.values()).map(problem -> "`" + problem + "`"))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(page).contains(code));
    }

    @Test
    void everyGapIsOnThePageOfTheBalance() throws IOException {
        String page = Files.readString(REFERENCE.resolve("balance.md"));
        assertThat(page)
                .contains(
                        FindingCode.MONTHS_WITHOUT_FIGURES.name(),
                        FindingCode.EXPECTED_FIGURES_MISSING.name(),
                        FindingCode.METER_GAPS.name());
    }
}
