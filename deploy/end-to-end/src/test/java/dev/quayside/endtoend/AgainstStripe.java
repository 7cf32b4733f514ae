package dev.quayside.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A test that needs nothing of the stand-in: with {@code -Dstripe=real} it runs, unchanged, against Stripe's own test mode. */
@Test
@Tag("stripe")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface AgainstStripe {}
