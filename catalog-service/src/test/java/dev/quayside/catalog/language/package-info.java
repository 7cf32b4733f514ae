@NullMarked
package dev.quayside.catalog.language;

import org.jspecify.annotations.NullMarked;
