package dev.quayside.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test of the long run ({@code -Psoak}) alone: it takes minutes, or it is a further variant of what a test of every build shows in
 * small. The tag is left out of other builds by the parent pom.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@Tag("soak")
public @interface Soak {}
