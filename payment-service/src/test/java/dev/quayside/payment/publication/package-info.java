/** Subscribers that a process dies after it has told. */
@NullMarked
package dev.quayside.payment.publication;

import org.jspecify.annotations.NullMarked;
