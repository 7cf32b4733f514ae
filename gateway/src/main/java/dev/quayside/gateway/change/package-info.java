/**
 * The word that something was changed by an admin, as it goes round inside the gateway.
 *
 * <p>It is fired in the transaction of the change. Whoever keeps a log of changes listens in that transaction; whoever remembers what
 * was changed listens for its commit.
 */
@NullMarked
package dev.quayside.gateway.change;

import org.jspecify.annotations.NullMarked;
