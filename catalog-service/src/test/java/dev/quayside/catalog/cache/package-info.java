/** Tests of what is kept ready. */
@NullMarked
package dev.quayside.catalog.cache;

import org.jspecify.annotations.NullMarked;
