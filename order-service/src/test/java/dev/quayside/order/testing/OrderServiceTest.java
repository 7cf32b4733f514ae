package dev.quayside.order.testing;

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

/** A test of the running service on real PostgreSQL, with the other services faked. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "orders"))
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(FakeShopResource.class)
@ExtendWith(WarmStart.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OrderServiceTest {}
