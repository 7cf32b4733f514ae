/** Tests of cards. */
@NullMarked
package dev.quayside.payment.card;

import org.jspecify.annotations.NullMarked;
