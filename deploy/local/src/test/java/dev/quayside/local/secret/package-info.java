/** Tests of who may read what. */
@NullMarked
package dev.quayside.local.secret;

import org.jspecify.annotations.NullMarked;
