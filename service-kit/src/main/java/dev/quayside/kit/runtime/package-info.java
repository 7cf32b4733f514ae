/**
 * The process around the service: time, ids and the life of a local process.
 */
@NullMarked
package dev.quayside.kit.runtime;

import org.jspecify.annotations.NullMarked;
