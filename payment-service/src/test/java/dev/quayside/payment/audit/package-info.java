/** Tests of audit. */
@NullMarked
package dev.quayside.payment.audit;

import org.jspecify.annotations.NullMarked;
