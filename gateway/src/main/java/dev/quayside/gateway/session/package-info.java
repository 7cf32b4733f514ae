/**
 * Sign-ins of customers and staff: a family of refresh tokens, each good for one use.
 *
 * <p>Only hashes are stored. A family's row is locked while a token of it is used, so of two uses one is the first.
 */
@NullMarked
package dev.quayside.gateway.session;

import org.jspecify.annotations.NullMarked;
