@NullMarked
package dev.quayside.catalog.store;

import org.jspecify.annotations.NullMarked;
