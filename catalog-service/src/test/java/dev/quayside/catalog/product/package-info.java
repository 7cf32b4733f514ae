@NullMarked
package dev.quayside.catalog.product;

import org.jspecify.annotations.NullMarked;
