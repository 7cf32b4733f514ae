/**
 * How often signing in, registering and resetting may be tried: per account and per address, with waits that grow.
 *
 * <p>No wait keeps an account's owner out of a place from which the owner has signed in before. Nothing here tells whether an account
 * exists: every account that is named is counted alike.
 */
@NullMarked
package dev.quayside.gateway.attempt;

import org.jspecify.annotations.NullMarked;
