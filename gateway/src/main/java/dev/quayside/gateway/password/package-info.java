/**
 * Passwords' hashes: made with Argon2id, read also where another shop made them, never more of them at once than the machine bears.
 *
 * <p>Whose a hash is, and what follows from a match, is for those who ask.
 */
@NullMarked
package dev.quayside.gateway.password;

import org.jspecify.annotations.NullMarked;
