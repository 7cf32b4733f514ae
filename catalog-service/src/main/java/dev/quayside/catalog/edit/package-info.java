/**
 * Edits: one change to all the products that a filter finds, written by a step that any instance can go on with.
 *
 * <p>Each batch is written in one transaction with the place that the edit has reached, so that a crash repeats nothing and leaves nothing
 * out: a price that is to be lowered by a tenth is lowered once. A product is changed as a whole or not at all. Edits that write do so one
 * after another, on whichever instance.
 */
@NullMarked
package dev.quayside.catalog.edit;

import org.jspecify.annotations.NullMarked;
