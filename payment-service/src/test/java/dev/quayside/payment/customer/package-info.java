@NullMarked
package dev.quayside.payment.customer;

import org.jspecify.annotations.NullMarked;
