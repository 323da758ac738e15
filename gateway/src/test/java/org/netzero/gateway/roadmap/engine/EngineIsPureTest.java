package org.netzero.gateway.roadmap.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EngineIsPureTest {

    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.netzero.gateway.roadmap.engine");

    @Test
    void theEngineDependsOnTheJdkAndQuantitiesAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.netzero.quantities..",
                        "org.jspecify..",
                        "org.netzero.gateway.roadmap.engine..")
                .check(ENGINE);
    }

    @Test
    void theEngineKnowsNeitherClockNorChance() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class, Random.class)
                .check(ENGINE);
    }
}
