/**
 * The error codes that the gateway itself answers with, and how a problem is written outside JAX-RS.
 *
 * <p>Every code is published in the OpenAPI document.
 */
@NullMarked
package dev.quayside.gateway.problem;

import org.jspecify.annotations.NullMarked;
