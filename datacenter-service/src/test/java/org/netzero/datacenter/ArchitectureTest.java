package org.netzero.datacenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses SERVICE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.netzero.datacenter");

    @Test
    void featuresFormNoCycles() {
        slices().matching("org.netzero.datacenter.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void calculationImportsOnlyJavaAndQuantities() {
        classes()
                .that()
                .resideInAnyPackage(
                        "..metering..", "..effectiveness..", "..thermal..", "..regression..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.netzero.quantities..",
                        "org.netzero.datacenter.metering..",
                        "org.netzero.datacenter.effectiveness..",
                        "org.netzero.datacenter.thermal..",
                        "org.netzero.datacenter.regression..",
                        "org.hipparchus..")
                .check(SERVICE);
    }
}
