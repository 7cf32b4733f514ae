/** Tests of repairs. */
@NullMarked
package dev.quayside.order.repair;

import org.jspecify.annotations.NullMarked;
