/** Tests of what the local shop is told: ports and Stripe's keys. */
@NullMarked
package dev.quayside.local;

import org.jspecify.annotations.NullMarked;
