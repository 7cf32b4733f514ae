/**
 * People who run the shop: their accounts, invitations and sign-in, and what they may do at the moment of a call.
 *
 * <p>The shop never loses its last owner who can sign in, whatever happens at the same time; and who is disabled is out within a second.
 */
@NullMarked
package dev.quayside.gateway.staff;

import org.jspecify.annotations.NullMarked;
