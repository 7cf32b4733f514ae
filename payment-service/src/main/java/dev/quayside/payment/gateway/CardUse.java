package dev.quayside.payment.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Whose saved cards a payment has to do with.
 *
 * @param stripeCustomerId the processor's id of the customer
 * @param methodId the saved card that is proposed to the payer, who confirms it or takes another
 * @param save whether the card that pays is saved
 */
public record CardUse(String stripeCustomerId, @Nullable String methodId, boolean save) {}
