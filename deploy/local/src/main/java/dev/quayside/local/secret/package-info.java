/**
 * What only the owner of the shop may read.
 *
 * <p>Every secret is made once, from {@link java.security.SecureRandom}, and kept in a file that its owner alone can read; nothing here
 * is ever printed but what the owner must have at hand.
 */
@NullMarked
package dev.quayside.local.secret;

import org.jspecify.annotations.NullMarked;
