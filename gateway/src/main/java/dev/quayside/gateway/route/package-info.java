/**
 * Which paths exist on which listener and where they lead: a decision without any I/O.
 *
 * <p>What is not in the table does not exist; a path that can be read in two ways is refused.
 */
@NullMarked
package dev.quayside.gateway.route;

import org.jspecify.annotations.NullMarked;
