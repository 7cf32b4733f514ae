/**
 * Tests of the API's description and its page.
 */
@NullMarked
package dev.quayside.gateway.docs;

import org.jspecify.annotations.NullMarked;
