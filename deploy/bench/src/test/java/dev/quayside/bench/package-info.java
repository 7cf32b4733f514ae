/** Tests of the load generator. */
@NullMarked
package dev.quayside.bench;

import org.jspecify.annotations.NullMarked;
