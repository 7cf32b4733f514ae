/**
 * An operator's own services behind the gateway: which there are, where they are and who gets through to them.
 *
 * <p>They are named by configuration alone; a wrong one stops the start.
 */
@NullMarked
package dev.quayside.gateway.extension;

import org.jspecify.annotations.NullMarked;
