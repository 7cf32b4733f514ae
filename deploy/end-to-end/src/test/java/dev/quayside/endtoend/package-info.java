/**
 * Tests of the whole running shop through its public door, faults included.
 *
 * <p>The shop is started once for all of them, as processes, on free ports. A test that stops or kills a part starts it again, and
 * every fault test ends with the audit: stock, orders and money agree, and nothing is left pending.
 */
@NullMarked
package dev.quayside.endtoend;

import org.jspecify.annotations.NullMarked;
