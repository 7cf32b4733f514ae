@NullMarked
package dev.quayside.catalog.popular;

import org.jspecify.annotations.NullMarked;
