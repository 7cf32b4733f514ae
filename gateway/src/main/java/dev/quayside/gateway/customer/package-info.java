/**
 * Customers' accounts: register, sign in, refresh, sign out, who am I.
 *
 * <p>One account for each email address, whatever its case. Passwords are kept as Argon2id hashes; one that another shop made, with
 * bcrypt too, becomes one of ours when its owner signs in.
 */
@NullMarked
package dev.quayside.gateway.customer;

import org.jspecify.annotations.NullMarked;
