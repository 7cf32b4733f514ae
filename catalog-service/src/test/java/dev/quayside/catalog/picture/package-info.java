@NullMarked
package dev.quayside.catalog.picture;

import org.jspecify.annotations.NullMarked;
