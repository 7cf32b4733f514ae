/**
 * What the tests of every service share: real PostgreSQL and Redis, started once a module, and an issuer of tokens.
 *
 * <p>All tests of a module use the same resources, so that Quarkus starts once.
 */
@NullMarked
package dev.quayside.kit.testing;

import org.jspecify.annotations.NullMarked;
