/**
 * The providers that customers can sign in with, as the configuration names them, and how each is asked who came.
 *
 * <p>What a provider says is believed only when it is signed or fetched for this very sign-in; every answer is bounded in size and time,
 * and no secret of it reaches a log.
 */
@NullMarked
package dev.quayside.gateway.provider;

import org.jspecify.annotations.NullMarked;
