/**
 * Payment methods and the magic test cards: what a card will do is fixed when it is made.
 * Each use of a magic id makes a new payment method.
 */
@NullMarked
package dev.quayside.stripe.card;

import org.jspecify.annotations.NullMarked;
