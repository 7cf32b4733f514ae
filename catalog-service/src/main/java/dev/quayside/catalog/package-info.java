/**
 * The catalog service: what is sold, at what price, and how much of it there is.
 *
 * <p>This package holds what its features share: the problem codes, the forms of text, and how contended transactions are
 * run. The features below do not see each other's entities and repositories.
 */
@NullMarked
package dev.quayside.catalog;

import org.jspecify.annotations.NullMarked;
