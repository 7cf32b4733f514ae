/** Tests of an operator's own services behind the gateway. */
@NullMarked
package dev.quayside.gateway.extension;

import org.jspecify.annotations.NullMarked;
