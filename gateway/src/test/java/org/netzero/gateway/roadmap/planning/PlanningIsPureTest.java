package org.netzero.gateway.roadmap.planning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanningIsPureTest {

    private static final JavaClasses PLANNING =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.netzero.gateway.roadmap.planning");

    @Test
    void allButTheEdgeKnowsNoFrameworkNoClockAndNoChance() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*(PlanResource|PlanRequest|PlanView|PlanningProblems|Plans)([_$].*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "io..", "org.eclipse..", "org.netzero.platform..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class)
                .check(PLANNING);
    }
}
