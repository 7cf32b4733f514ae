/**
 * Tests of the address book.
 */
@NullMarked
package dev.quayside.gateway.address;

import org.jspecify.annotations.NullMarked;
