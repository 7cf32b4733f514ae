/**
 * Faults that a test puts in front of single API calls: lost replies, resets, empty bodies, limits, outages.
 * They live in memory: a restart is a healthy Stripe again.
 */
@NullMarked
package dev.quayside.stripe.fault;

import org.jspecify.annotations.NullMarked;
