package org.netzero.gateway.roadmap.plan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlanIsPureTest {

    private static final JavaClasses PLAN =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.netzero.gateway.roadmap.plan");

    @Test
    void thePlannerDependsOnTheJdkAndTheSolverAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.ojalgo..",
                        "org.netzero.gateway.roadmap.plan..")
                .check(PLAN);
    }

    @Test
    void thePlannerKnowsNeitherClockNorChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class, Random.class)
                .check(PLAN);
    }
}
