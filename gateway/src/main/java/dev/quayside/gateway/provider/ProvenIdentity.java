package dev.quayside.gateway.provider;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at a provider.
 *
 * @param provider the name under which the provider is configured
 * @param issuer together with the subject, what never changes
 * @param email normalised; null when the provider tells none that a mail could be sent to
 * @param emailVerified whether the provider has seen that the person reads there
 * @param name as the provider shows it, cut and without control characters; null when it tells none
 */
public record ProvenIdentity(
        String provider,
        String issuer,
        String subject,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String name) {

    /** Without what the person is called: it must not end up in a log. */
    @Override
    public String toString() {
        return "ProvenIdentity[" + provider + "]";
    }
}
