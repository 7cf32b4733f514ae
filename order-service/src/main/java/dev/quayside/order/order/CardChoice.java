package dev.quayside.order.order;

import org.jspecify.annotations.Nullable;

/**
 * What a signed-in customer chose at checkout about saved cards.
 *
 * @param paymentMethodId the saved card to pay with; the payer still confirms, and may take another
 * @param save whether the card that pays is saved
 */
public record CardChoice(@Nullable String paymentMethodId, boolean save) {
    /** Nothing to do with saved cards. */
    public static final CardChoice NONE = new CardChoice(null, false);

    public boolean isNone() {
        return paymentMethodId == null && !save;
    }

    /** The same without the saved card, which cannot be used any more. */
    public CardChoice withoutMethod() {
        return new CardChoice(null, save);
    }
}
