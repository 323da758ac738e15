package org.netzero.gateway.roadmap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PureRoadmapTest {

    private static final JavaClasses ROADMAP =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(
                            "org.netzero.gateway.roadmap.backtest",
                            "org.netzero.gateway.roadmap.check",
                            "org.netzero.gateway.roadmap.uncertainty");

    @Test
    void allButTheEdgeKnowsNoFrameworkNoClockAndNoUnseededChance() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*(Resource|View|Request|Stated|ReportedSeries|CheckedScenarios|Simulations)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io..", "org.eclipse..", "org.netzero.platform..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class)
                .check(ROADMAP);
    }
}
