/**
 * What only browsers need: which web pages may call, and refresh tokens in a cookie that no script of a page can read.
 *
 * <p>A cookie is believed only together with the {@code Origin} of a page that may call; every other caller sends its token itself.
 */
@NullMarked
package dev.quayside.gateway.browser;

import org.jspecify.annotations.NullMarked;
