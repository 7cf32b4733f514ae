package dev.quayside.catalog;

import dev.quayside.kit.testing.IdentityResource;
import dev.quayside.kit.testing.PostgresResource;
import dev.quayside.kit.testing.RedisResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running catalog service. */
@QuarkusTest
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "role", value = "catalog"))
@QuarkusTestResource(IdentityResource.class)
@QuarkusTestResource(RedisResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CatalogTest {}
