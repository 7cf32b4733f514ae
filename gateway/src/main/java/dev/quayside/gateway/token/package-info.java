/**
 * Signing keys and the tokens signed with them: customers', staff's and services'.
 *
 * <p>Every instance reads the same directory of keys. The newest signs, all of them verify and are published.
 */
@NullMarked
package dev.quayside.gateway.token;

import org.jspecify.annotations.NullMarked;
