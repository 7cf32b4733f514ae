/**
 * What staff and scripts do with customers' accounts: list, open (those of another shop too, with their passwords' hashes), disable, erase.
 *
 * <p>No hash and no token is ever shown, and the log of changes keeps neither address nor name: it outlives the person's erasure.
 */
@NullMarked
package dev.quayside.gateway.customeradmin;

import org.jspecify.annotations.NullMarked;
