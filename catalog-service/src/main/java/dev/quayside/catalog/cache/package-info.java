/**
 * Keeps answers to shoppers in the process and in Redis, and tells each instance which of them a change has made old.
 *
 * <p>A change is written down in its own transaction and read by every instance several times a second. An answer is served only while
 * what its instance has read is younger than a second, and no later change is known of anything that it hangs on: nothing depends on a
 * message that may be lost, nor on Redis.
 */
@NullMarked
package dev.quayside.catalog.cache;

import org.jspecify.annotations.NullMarked;
