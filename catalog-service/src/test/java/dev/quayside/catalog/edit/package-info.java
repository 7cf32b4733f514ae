@NullMarked
package dev.quayside.catalog.edit;

import org.jspecify.annotations.NullMarked;
