package org.netzero.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "org.netzero.gateway";

    private static final JavaClasses GATEWAY =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void featuresFormNoCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @Test
    void theGatewayKnowsNoClassOfAService() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.netzero.energy..",
                                "org.netzero.emissions..",
                                "org.netzero.datacenter.."));
    }

    @Test
    void resourcesAreTheirFeaturesOwnBusiness() {
        check(classes().that().haveSimpleNameEndingWith("Resource").should().notBePublic());
    }

    @Test
    void entitiesDoNotTravel() {
        check(classes().that().haveSimpleNameEndingWith("Entity").should().notBePublic());
    }

    private static void check(ArchRule rule) {
        rule.check(GATEWAY);
    }
}
