package dev.quayside.gateway.provider;

import dev.quayside.gateway.customer.EmailAddress;
import org.jspecify.annotations.Nullable;

/** Makes what a provider says about somebody fit to be kept. */
final class Claims {
    /** What RFC 7519 does not bound; OpenID Connect Core (2) allows 255. */
    static final int LONGEST_SUBJECT = 255;

    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_NAME = 200;

    private Claims() {}

    /** The address as accounts keep theirs; null for one that no account could have. */
    static @Nullable String email(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        String email = EmailAddress.normalise(sent);
        return email.length() <= LONGEST_EMAIL && email.matches(EmailAddress.FORM) ? email : null;
    }

    static @Nullable String name(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        String name = sent.replaceAll("\\p{Cntrl}", " ").strip();
        int points = Math.min(LONGEST_NAME, name.codePointCount(0, name.length()));
        String cut = name.substring(0, name.offsetByCodePoints(0, points)).strip();
        return cut.isEmpty() ? null : cut;
    }

    static String subject(@Nullable String sent) throws ProviderFault {
        if (sent == null || sent.isBlank() || sent.length() > LONGEST_SUBJECT) {
            throw ProviderFault.invalid("it names nobody, or with more than " + LONGEST_SUBJECT + " characters");
        }
        return sent;
    }
}
