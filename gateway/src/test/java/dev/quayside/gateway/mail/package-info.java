/**
 * Tests of what is mailed and how.
 */
@NullMarked
package dev.quayside.gateway.mail;

import org.jspecify.annotations.NullMarked;
