/**
 * What every HTTP exchange of a service shares: request ids, strict JSON, entity tags.
 */
@NullMarked
package dev.quayside.kit.http;

import org.jspecify.annotations.NullMarked;
