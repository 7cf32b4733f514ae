/** Tests of the store alone. */
@NullMarked
package dev.quayside.stripe.store;

import org.jspecify.annotations.NullMarked;
