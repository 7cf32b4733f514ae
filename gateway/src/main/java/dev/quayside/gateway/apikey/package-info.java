/**
 * Keys of staff and scripts, swapped at the door for short tokens so that services only ever see JWTs.
 *
 * <p>Only hashes of a key's secrets are stored; a secret is shown once. What is changed here is seen by every instance within a second.
 */
@NullMarked
package dev.quayside.gateway.apikey;

import org.jspecify.annotations.NullMarked;
