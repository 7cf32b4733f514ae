/**
 * What proves that an account is somebody's: the address, by a mailed link, and the password, which can be changed or reset.
 *
 * <p>No answer, and no time that it takes, tells whether an address has an account. A new password ends sign-ins and every link that was
 * mailed before.
 */
@NullMarked
package dev.quayside.gateway.recovery;

import org.jspecify.annotations.NullMarked;
