package dev.quayside.gateway.apikey;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.gateway.change.AdminChange;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.gateway.scope.Rights;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.http.MergePatch;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What staff do with API keys. A key is out of reach of whoever lacks one of its scopes. */
@ApplicationScoped
class ApiKeyService {
    /** A key with the version that its ETag is made of. */
    record Versioned(ApiKeyView view, long version) {}

    /** A key with its new secret. */
    record WithSecret(Versioned key, String secret) {}

    private final ApiKeyRepository keys;
    private final KeySecrets secrets;
    private final Rights rights;
    private final MergePatch patches;
    private final Event<AdminChange> changes;
    private final Clock clock;

    ApiKeyService(
            ApiKeyRepository keys,
            KeySecrets secrets,
            Rights rights,
            MergePatch patches,
            Event<AdminChange> changes,
            Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.rights = rights;
        this.patches = patches;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    Page<ApiKeyView> list(UriInfo uri) {
        Instant now = now();
        Page<UUID> page = keys.page(ListQuery.parse(uri, ApiKeyRepository.ALLOWED), uri, now);
        Map<UUID, ApiKey> found =
                keys.list("id in ?1", page.data()).stream().collect(Collectors.toMap(ApiKey::id, Function.identity()));
        Map<UUID, Instant> replaced = secrets.replacedUntil(page.data());
        return new Page<>(
                page.data().stream()
                        .map(id -> Objects.requireNonNull(found.get(id)).view(replaced.get(id), now))
                        .toList(),
                page.page());
    }

    /** One key; 404 {@code api_key_not_found}. */
    @Transactional
    Versioned get(UUID id) {
        return versioned(keys.findByIdOptional(id).orElseThrow(() -> notFound(id)));
    }

    /** Makes a key with scopes that the caller has; 409 {@code api_key_name_taken}. */
    @Transactional
    WithSecret create(ApiKeyRequest request) {
        KeyTerms terms = KeyTerms.of(request);
        Instant now = now();
        terms.requireFuture(now);
        rights.require(terms.scopes());
        ApiKey key = new ApiKey(Ids.next(), terms, now);
        keys.persist(key);
        flush(terms.name());
        String secret = secrets.issue(key, now);
        Versioned made = versioned(key);
        changed("api_key.created", null, made.view());
        return new WithSecret(made, secret);
    }

    /** Merges a patch into a key that is at the version of {@code ifMatch}. */
    @Transactional
    Versioned patch(UUID id, @Nullable String ifMatch, @Nullable JsonNode patch) {
        ApiKey key = reachable(id);
        ApiKeyView before = versioned(key).view();
        EntityTags.requireMatch(ifMatch, key.version(), before);
        KeyTerms terms = KeyTerms.of(patches.apply(key.terms().request(), patch, ApiKeyRequest.class));
        Instant now = now();
        if (!Objects.equals(terms.expiresAt(), key.expiresAt())) {
            terms.requireFuture(now);
        }
        rights.require(terms.scopes());
        key.change(terms, now);
        flush(terms.name());
        return changed("api_key.updated", before, key);
    }

    /** Gives a key a new secret; those that it had stay good for a while. */
    @Transactional
    WithSecret rotate(UUID id, RotateRequest request) {
        ApiKey key = reachable(id);
        ApiKeyView before = versioned(key).view();
        String secret = secrets.rotate(key, request.overlapSeconds(), now());
        return new WithSecret(changed("api_key.rotated", before, key), secret);
    }

    /** Ends a key for good; one that is revoked stays so. */
    @Transactional
    void revoke(UUID id, @Nullable String ifMatch) {
        ApiKey key = locked(id);
        ApiKeyView before = versioned(key).view();
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, key.version(), before);
        }
        key.revoke(now());
        changed("api_key.revoked", before, key);
    }

    private ApiKey reachable(UUID id) {
        ApiKey key = locked(id);
        if (key.isRevoked()) {
            throw new ProblemException(GatewayProblem.API_KEY_REVOKED, "make a new one instead of " + id);
        }
        return key;
    }

    private ApiKey locked(UUID id) {
        ApiKey key = keys.lock(id).orElseThrow(() -> notFound(id));
        if (key.isOfEnvironment()) {
            throw new ProblemException(
                    GatewayProblem.API_KEY_OF_ENVIRONMENT, "change " + AdminApiKey.SETTING + " and restart instead");
        }
        rights.require(key.scopes());
        return key;
    }

    private void flush(String name) {
        try {
            keys.flush();
        } catch (ConstraintViolationException e) {
            if (ApiKeyRepository.NAME_UNIQUE.equals(e.getConstraintName())) {
                throw new ProblemException(
                        GatewayProblem.API_KEY_NAME_TAKEN,
                        "there is a key called \"" + name + "\"; choose another name");
            }
            throw e;
        }
    }

    private Versioned changed(String action, ApiKeyView before, ApiKey key) {
        Versioned after = versioned(key);
        changed(action, before, after.view());
        return after;
    }

    private void changed(String action, @Nullable ApiKeyView before, ApiKeyView after) {
        changes.fire(new AdminChange(action, "api_key", after.id().toString(), before, after));
    }

    private Versioned versioned(ApiKey key) {
        return new Versioned(key.view(secrets.replacedUntil(key.id()), now()), key.version());
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(GatewayProblem.API_KEY_NOT_FOUND, "no API key has the id " + id);
    }

    private Instant now() {
        return clock.instant();
    }
}
