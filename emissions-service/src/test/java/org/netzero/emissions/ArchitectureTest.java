package org.netzero.emissions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.netzero.emissions");

    @Test
    void featuresFormNoCycles() {
        slices().matching("org.netzero.emissions.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void theCoreIsPure() {
        classes()
                .that()
                .resideInAnyPackage(
                        "..emissions.calculation..",
                        "..emissions.factor..",
                        "..emissions.quality..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.netzero.quantities..",
                        "..emissions.calculation..",
                        "..emissions.factor..",
                        "..emissions.quality..")
                .check(SERVICE);
    }

    @Test
    void entitiesDoNotTravel() {
        classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate().check(SERVICE);
    }

    @Test
    void resourcesAreNobodysApi() {
        classes().that().areAnnotatedWith(Path.class).should().bePackagePrivate().check(SERVICE);
    }

    @Test
    void nothingReadsTheMachinesClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(SERVICE);
    }
}
