/**
 * Who customers are at other providers, and signing in by that.
 *
 * <p>An identity (issuer and subject) belongs to one account. A new one is linked to an account of the same address only when that is
 * verified on both sides; what a stranger may have left in an account whose address nobody had verified is removed first.
 */
@NullMarked
package dev.quayside.gateway.identity;

import org.jspecify.annotations.NullMarked;
