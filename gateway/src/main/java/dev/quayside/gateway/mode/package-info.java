/**
 * Whether this is a development or a production deployment, and what that forbids.
 *
 * <p>Production refuses to start with weak secrets or without signing keys.
 */
@NullMarked
package dev.quayside.gateway.mode;

import org.jspecify.annotations.NullMarked;
