package dev.quayside.payment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.quayside.kit.testing.ArchitectureRules;
import dev.quayside.payment.gateway.CardGateway;
import dev.quayside.payment.gateway.PaymentGateway;
import dev.quayside.payment.gateway.PaymentLists;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String ROOT = "dev.quayside.payment";

    @Test
    void theWallsOfTheHouseHold() {
        ArchitectureRules.check(ROOT);
    }

    @Test
    void onlyTheAdapterKnowsStripesLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".stripe")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..")
                .check(service());
    }

    @Test
    void whatIsTransactionalDoesNotCallStripe() {
        noMethods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(dependOn(PaymentGateway.class))
                .orShould()
                .beDeclaredInClassesThat(dependOn(PaymentLists.class))
                .orShould()
                .beDeclaredInClassesThat(dependOn(CardGateway.class))
                .check(service());
    }

    private static DescribedPredicate<JavaClass> dependOn(Class<?> target) {
        return DescribedPredicate.describe(
                "depend on " + target.getSimpleName(),
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(one -> one.getTargetClass().isEquivalentTo(target)));
    }

    private static JavaClasses service() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }
}
