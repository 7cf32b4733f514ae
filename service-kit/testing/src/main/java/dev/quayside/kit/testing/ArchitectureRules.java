package dev.quayside.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethod;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The walls of the house: what holds for the packages of every service. */
public final class ArchitectureRules {
    private ArchitectureRules() {}

    /** Checks all rules over a service's main classes, such as those below {@code dev.quayside.catalog}; this package is made of tests. */
    public static void check(String root) {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/kit/testing/"))
                .importPackages(root);
        rules(root).forEach(rule -> rule.allowEmptyShould(true).check(service));
    }

    private static Stream<ArchRule> rules(String root) {
        return Stream.of(
                slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate(),
                classes().that().haveSimpleNameEndingWith("Repository").should().bePackagePrivate(),
                classes()
                        .that()
                        .areAnnotatedWith(RegisterRestClient.class)
                        .should()
                        .bePackagePrivate(),
                noMethods()
                        .that()
                        .areDeclaredInClassesThat(simpleNameEndingWith("Resource"))
                        .should()
                        .beAnnotatedWith(Transactional.class),
                noClasses().that().haveSimpleNameEndingWith("Resource").should().beAnnotatedWith(Transactional.class),
                methods()
                        .that()
                        .areAnnotatedWith(jakarta.ws.rs.Path.class)
                        .should()
                        .bePublic()
                        .because("Quarkus silently ignores a resource method that is not"),
                noClasses().should(callMethod(Instant.class, "now")).because("the clock is injected"),
                noClasses().should(callMethod(Thread.class, "sleep", long.class)),
                fields().that()
                        .areNotStatic()
                        .should()
                        .notHaveRawType(double.class)
                        .andShould()
                        .notHaveRawType(float.class),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Impl|Utils?|Manager|Helper)")
                        .orShould()
                        .haveSimpleNameStartingWith("Default"));
    }
}
