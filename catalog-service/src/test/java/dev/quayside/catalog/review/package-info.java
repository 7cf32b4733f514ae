/** Tests of what becomes of a review. */
@NullMarked
package dev.quayside.catalog.review;

import org.jspecify.annotations.NullMarked;
