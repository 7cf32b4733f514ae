/**
 * Signing keys and the tokens signed with them: customers', staff's and services'.
 *
 * <p>Every instance reads the same directory of keys. One signs, all of them verify and are published; each has its time.
 */
@NullMarked
package dev.quayside.gateway.token;

import org.jspecify.annotations.NullMarked;
