/**
 * Customers: the owner that saved payment methods hang on.
 */
@NullMarked
package dev.quayside.stripe.customer;

import org.jspecify.annotations.NullMarked;
