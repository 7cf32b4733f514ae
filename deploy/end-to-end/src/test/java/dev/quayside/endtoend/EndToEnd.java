package dev.quayside.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the running shop; those that need one payment window stand together, because another window is a restart. */
@ExtendWith(Shop.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface EndToEnd {
    /** How long an order waits for its payment, as ISO 8601 says it. */
    String paymentWindow() default Shop.USUAL_WINDOW;
}
