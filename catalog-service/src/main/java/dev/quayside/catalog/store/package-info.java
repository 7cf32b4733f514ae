/**
 * Files by key, on a disk or in a store that speaks S3.
 *
 * <p>A file is there whole or not at all, and what was stored once is never another afterwards: keys are made of what is in it. Nothing
 * here knows what the files are.
 */
@NullMarked
package dev.quayside.catalog.store;

import org.jspecify.annotations.NullMarked;
