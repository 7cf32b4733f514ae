/**
 * The description of the public API and a page to try it.
 *
 * <p>Written by hand in {@code openapi/quayside.yaml}; everything is served from here, nothing from elsewhere.
 */
@NullMarked
package dev.quayside.gateway.docs;

import org.jspecify.annotations.NullMarked;
