/**
 * Tests of the running shop while parts of it are killed, restarted or cut off, and while time runs out for its orders.
 *
 * <p>A test that stops or kills a part starts it again, and each ends with the audit: stock, orders and money agree, and nothing is
 * left pending.
 */
@NullMarked
package dev.quayside.endtoend.faults;

import org.jspecify.annotations.NullMarked;
