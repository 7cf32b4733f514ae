package dev.quayside.endtoend.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the running shop; those that need the same settings stand together, because others are a restart. */
@ExtendWith(Shop.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EndToEnd {
    /** How long an order waits for its payment, as ISO 8601 says it. */
    String paymentWindow() default Shop.USUAL_WINDOW;

    /** When a card is charged: at once, or when an admin captures it. */
    String capture() default Shop.CAPTURED_AT_ONCE;
}
