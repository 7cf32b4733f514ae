package dev.quayside.gateway.mail;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Mailed tokens by the hash of the token. */
@ApplicationScoped
class MailTokenRepository implements PanacheRepositoryBase<MailToken, String> {

    /** One of those who delete the same token counts 1, the others 0. */
    long deleteByHash(String hash) {
        return delete("hash", hash);
    }

    long deleteOf(UUID subject, Set<MailKind> kinds) {
        return delete("subjectId = ?1 and kind in ?2", subject, kinds);
    }

    long deleteExpired(Instant now) {
        return delete("expiresAt <= ?1", now);
    }
}
