/**
 * Exports: all products as a file that an import takes, written while it is read.
 *
 * <p>An export is a snapshot of one moment, in the order of the slugs; imported and exported again it is the same file to the byte.
 */
@NullMarked
package dev.quayside.catalog.exports;

import org.jspecify.annotations.NullMarked;
