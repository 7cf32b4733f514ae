/**
 * Roles: named sets of scopes that staff users have.
 *
 * <p>Some are built in and cannot be changed; a role that somebody has cannot be deleted, a foreign key sees to that. The role
 * {@code owner} always has every scope.
 */
@NullMarked
package dev.quayside.gateway.role;

import org.jspecify.annotations.NullMarked;
