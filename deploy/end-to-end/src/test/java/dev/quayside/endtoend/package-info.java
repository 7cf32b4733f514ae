/** Tests of the whole running shop through its public door: what buyers, admins, their scripts and Stripe do with it. */
@NullMarked
package dev.quayside.endtoend;

import org.jspecify.annotations.NullMarked;
