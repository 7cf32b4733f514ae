/**
 * What the stand-in remembers: documents by id, a clock that can be moved, work that falls due, all in one MVStore.
 * Every change runs on one thread as an act of the {@link dev.quayside.stripe.store.Book}; an act is committed whole or not
 * at all, so a kill -9 never leaves a charge without its idempotency key.
 */
@NullMarked
package dev.quayside.stripe.store;

import org.jspecify.annotations.NullMarked;
