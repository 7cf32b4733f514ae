/**
 * Puts load on a running shop and says how long it takes.
 *
 * <p>Each figure is printed beside one of the same run that it can be compared with: seconds of one machine mean little on another.
 */
@NullMarked
package dev.quayside.bench;

import org.jspecify.annotations.NullMarked;
