/** The stand-in as stripe-java, a browser and a test see it. */
@NullMarked
package dev.quayside.stripe;

import org.jspecify.annotations.NullMarked;
