package dev.quayside.gateway.apikey;

import dev.quayside.gateway.limit.Network;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.token.StaffCaller;
import dev.quayside.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a secret of a key grants, and when and to whom.
 *
 * @param networks where it may be used from; empty for anywhere
 * @param expiresAt when the key ends
 * @param secretUntil when this secret ends, because the key was rotated
 */
record Grant(
        StaffCaller caller,
        List<String> scopes,
        List<Network> networks,
        @Nullable Instant expiresAt,
        @Nullable Instant secretUntil) {

    static Grant of(ApiKey key, ApiKeySecret secret) {
        return new Grant(
                new StaffCaller(StaffCaller.Kind.API_KEY, key.id(), key.name()),
                key.scopes(),
                key.allowedAddresses().stream().map(Network::parse).toList(),
                key.expiresAt(),
                secret.validUntil());
    }

    /** Why it is of no use at a time from an address; empty when it is. */
    Optional<ProblemException> refusal(Instant now, String address) {
        if (isOver(expiresAt, now)) {
            return Optional.of(expired("the API key expired at " + expiresAt + "; extend it or use another"));
        }
        if (isOver(secretUntil, now)) {
            return Optional.of(
                    expired("the API key was rotated and this secret ended at " + secretUntil + "; use the new one"));
        }
        if (!networks.isEmpty() && networks.stream().noneMatch(network -> network.contains(address))) {
            return Optional.of(new ProblemException(
                    GatewayProblem.ADDRESS_NOT_ALLOWED,
                    "the API key may not be used from " + address + "; its allowedAddresses say from where"));
        }
        return Optional.empty();
    }

    private static boolean isOver(@Nullable Instant end, Instant now) {
        return end != null && !now.isBefore(end);
    }

    private static ProblemException expired(String detail) {
        return new ProblemException(GatewayProblem.API_KEY_EXPIRED, detail)
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
