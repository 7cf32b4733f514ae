package dev.quayside.gateway.apikey;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API keys, by the hash of the key. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

    Optional<ApiKey> findByHash(String hash) {
        return find("keyHash", hash).firstResultOptional();
    }

    List<ApiKey> ofEnvironment() {
        return list("origin", ApiKey.Origin.ENVIRONMENT);
    }

    /** Two instances that start together set the deployment's key one after the other. */
    void lockEnvironmentKeys() {
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtext('api_keys.environment'))", Object.class)
                .getSingleResult();
    }
}
