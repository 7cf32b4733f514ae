package dev.quayside.stripe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.quayside.stripe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresDoNotDependOnEachOtherInCircles =
            slices().matching("dev.quayside.stripe.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheEdgesKnowHttp = noClasses()
            .that()
            .resideOutsideOfPackages("..stripe", "..server..", "..control..", "..webhook..", "..store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..");

    @ArchTest
    static final ArchRule theApiKnowsNothingOfItsControls = noClasses()
            .that()
            .resideOutsideOfPackages("..stripe", "..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..control..");

    @ArchTest
    static final ArchRule onlyTheStoreKnowsMvStore = classes()
            .that()
            .resideOutsideOfPackage("..store..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.h2..");
}
