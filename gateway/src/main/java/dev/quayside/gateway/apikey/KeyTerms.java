package dev.quayside.gateway.apikey;

import dev.quayside.gateway.limit.Network;
import dev.quayside.gateway.scope.Scopes;
import dev.quayside.kit.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a key is good for, checked and in one spelling. */
record KeyTerms(String name, List<String> scopes, @Nullable Instant expiresAt, List<String> allowedAddresses) {
    private static final Pattern NETWORK = Pattern.compile("[0-9a-f:.]{2,45}(/[0-9]{1,3})?");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** Reads a request; what does not make sense is a 422. */
    static KeyTerms of(ApiKeyRequest request) {
        return new KeyTerms(
                request.name(),
                Scopes.check(request.scopes()),
                time(request.expiresAt()),
                addresses(Objects.requireNonNullElse(request.allowedAddresses(), List.of())));
    }

    ApiKeyRequest request() {
        return new ApiKeyRequest(name, scopes, expiresAt == null ? null : expiresAt.toString(), allowedAddresses);
    }

    /** Refuses an end that has passed. */
    void requireFuture(Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw ProblemException.invalidField("expiresAt", "future", "must be in the future");
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (time.isAfter(Instant.EPOCH) && time.isBefore(LATEST)) {
                return time;
            }
        } catch (DateTimeException e) {
            throw noTime();
        }
        throw noTime();
    }

    private static ProblemException noTime() {
        return ProblemException.invalidField("expiresAt", "time", "must be a time such as 2027-01-31T09:30:00Z");
    }

    private static List<String> addresses(List<String> sent) {
        TreeSet<String> networks = new TreeSet<>();
        for (int i = 0; i < sent.size(); i++) {
            String text = sent.get(i).strip().toLowerCase(Locale.ROOT);
            if (!isNetwork(text)) {
                throw ProblemException.invalidField(
                        "allowedAddresses[" + i + "]",
                        "network",
                        "must be an IP address or a network such as 203.0.113.0/24 or 2001:db8::/32");
            }
            networks.add(text);
        }
        return new ArrayList<>(networks);
    }

    private static boolean isNetwork(String text) {
        try {
            return NETWORK.matcher(text).matches() && Network.parse(text).contains(text.split("/", 2)[0]);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
