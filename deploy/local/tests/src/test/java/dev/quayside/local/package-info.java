/** Tests of the local shop, on real databases and on processes that only look like services. */
@NullMarked
package dev.quayside.local;

import org.jspecify.annotations.NullMarked;
