/**
 * Child processes: started, watched, stopped, and found again after their launcher was killed.
 *
 * <p>Each child is written down with its process id and start time before it is waited for, so that the next launcher ends exactly
 * what its predecessor left and nothing that merely got the same id.
 */
@NullMarked
package dev.quayside.local.process;

import org.jspecify.annotations.NullMarked;
