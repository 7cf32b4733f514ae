package dev.quayside.payment.listing;

import java.util.regex.Pattern;

/** Stripe's ids as callers give them. */
public final class StripeIds {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,255}");

    private StripeIds() {}

    /** Whether anything can have this id: the database would choke on some texts. */
    public static boolean isPossible(String id) {
        return ID.matcher(id).matches();
    }
}
