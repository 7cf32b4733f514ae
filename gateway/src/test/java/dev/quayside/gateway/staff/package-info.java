/**
 * Tests of staff users: invitations, signing in, rights, and the last owner.
 */
@NullMarked
package dev.quayside.gateway.staff;

import org.jspecify.annotations.NullMarked;
