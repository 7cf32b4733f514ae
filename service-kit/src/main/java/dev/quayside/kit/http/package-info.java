/**
 * Strict JSON, merge patches and entity tags: what a body may be, and which state of a resource a write was made from.
 */
@NullMarked
package dev.quayside.kit.http;

import org.jspecify.annotations.NullMarked;
