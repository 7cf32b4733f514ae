package dev.quayside.payment.testing;

import dev.quayside.kit.testing.IdentityResource;
import dev.quayside.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the running service on PostgreSQL, with Stripe's stand-in and a gateway of WireMock around it. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "payments"))
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(StripeResource.class)
@ExtendWith(CleanStart.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PaymentServiceTest {}
