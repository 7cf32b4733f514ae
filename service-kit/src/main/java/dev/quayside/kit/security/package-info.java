/**
 * The check that every service makes of every token, whatever the gateway has checked before.
 */
@NullMarked
package dev.quayside.kit.security;

import org.jspecify.annotations.NullMarked;
