/** Tests of saved cards. */
@NullMarked
package dev.quayside.payment.wallet;

import org.jspecify.annotations.NullMarked;
