/**
 * Customers' accounts: register, sign in, refresh, sign out, who am I.
 *
 * <p>One account for each email address, whatever its case; passwords are kept as Argon2id hashes only.
 */
@NullMarked
package dev.quayside.gateway.customer;

import org.jspecify.annotations.NullMarked;
