/**
 * Keys of staff and scripts, swapped at the door for short tokens so that services only ever see JWTs.
 *
 * <p>Only a hash of a key is stored; a revoked key stops working within a minute.
 */
@NullMarked
package dev.quayside.gateway.apikey;

import org.jspecify.annotations.NullMarked;
