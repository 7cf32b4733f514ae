package dev.quayside.gateway.apikey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The secrets of keys, by their hashes. */
@ApplicationScoped
class ApiKeySecretRepository implements PanacheRepositoryBase<ApiKeySecret, String> {
    List<ApiKeySecret> of(UUID keyId) {
        return list("keyId", keyId);
    }

    /** Of each key, until when a secret is good that a rotation has replaced. */
    Map<UUID, Instant> replacedUntil(Collection<UUID> keyIds) {
        return list("keyId in ?1 and validUntil is not null", keyIds).stream()
                .collect(Collectors.toMap(
                        ApiKeySecret::keyId, ApiKeySecret::end, (one, other) -> one.isAfter(other) ? one : other));
    }

    /** Deletes secrets of a key that have been over for so long that nobody needs to be told why. */
    void deleteEndedBefore(UUID keyId, Instant time) {
        delete("keyId = ?1 and validUntil < ?2", keyId, time);
    }
}
