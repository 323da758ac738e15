package org.netzero.energy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.netzero.energy");

    @Test
    void featuresFormNoCycles() {
        slices().matching("org.netzero.energy.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void thePureCoreKnowsNothingButTheLanguageAndQuantities() {
        classes()
                .that()
                .resideInAnyPackage(
                        "..energy.carrier..",
                        "..energy.balance..",
                        "..energy.claim..",
                        "..energy.cost..",
                        "..energy.matching..",
                        "..energy.progress..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.netzero.quantities..",
                        "org.netzero.energy.carrier..",
                        "org.netzero.energy.balance..",
                        "org.netzero.energy.claim..",
                        "org.netzero.energy.cost..",
                        "org.netzero.energy.matching..",
                        "org.netzero.energy.progress..")
                .check(SERVICE);
    }

    @Test
    void noOtherServiceIsKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.netzero.datacenter..",
                        "org.netzero.emissions..",
                        "org.netzero.gateway..")
                .check(SERVICE);
    }

    @Test
    void entitiesAndResourcesStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Path.class)
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }

    @Test
    void wireShapesStayInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .or()
                .haveSimpleNameEndingWith("Request")
                .should()
                .bePackagePrivate()
                .check(SERVICE);
    }
}
