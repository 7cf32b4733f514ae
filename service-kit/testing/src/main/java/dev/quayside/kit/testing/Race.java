package dev.quayside.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of callers who race. One run may miss what another shows: it is run once in every build, and again and again with {@code -Psoak}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(RaceRuns.class)
public @interface Race {
    /** How often it is run in every build. */
    int always() default 1;

    /** How often it is run in the long run. */
    int soak() default 10;
}
