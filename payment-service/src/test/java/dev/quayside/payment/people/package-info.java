/**
 * Tests of what is done about a person's data.
 */
@NullMarked
package dev.quayside.payment.people;

import org.jspecify.annotations.NullMarked;
