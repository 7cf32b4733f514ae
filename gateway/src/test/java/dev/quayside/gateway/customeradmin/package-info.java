/**
 * Tests of what staff do with customers' accounts.
 */
@NullMarked
package dev.quayside.gateway.customeradmin;

import org.jspecify.annotations.NullMarked;
