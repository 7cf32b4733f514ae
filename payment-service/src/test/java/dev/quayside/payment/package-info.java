/** Tests of the whole service. */
@NullMarked
package dev.quayside.payment;

import org.jspecify.annotations.NullMarked;
