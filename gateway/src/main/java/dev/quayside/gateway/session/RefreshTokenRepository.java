package dev.quayside.gateway.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Refresh tokens by the hash of the token. */
@ApplicationScoped
class RefreshTokenRepository implements PanacheRepositoryBase<RefreshToken, String> {}
