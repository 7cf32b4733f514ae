/**
 * What happens to accounts that somebody should be able to look into later, such as a stolen sign-in.
 *
 * <p>Events name ids, never addresses, tokens or passwords.
 */
@NullMarked
package dev.quayside.gateway.alarm;

import org.jspecify.annotations.NullMarked;
