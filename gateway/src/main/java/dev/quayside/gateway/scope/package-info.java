/**
 * What a caller may be allowed to do: the one list of all scopes, and the rule that nobody gives a right that he does not have.
 *
 * <p>A scope that an endpoint asks for and that is not in the list could be given to nobody; a test holds the two together.
 */
@NullMarked
package dev.quayside.gateway.scope;

import org.jspecify.annotations.NullMarked;
