/** Tests of webhooks. */
@NullMarked
package dev.quayside.payment.webhook;

import org.jspecify.annotations.NullMarked;
