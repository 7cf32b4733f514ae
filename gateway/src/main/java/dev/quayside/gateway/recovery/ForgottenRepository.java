package dev.quayside.gateway.recovery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Wishes for a new password. */
@ApplicationScoped
class ForgottenRepository implements PanacheRepositoryBase<Forgotten, UUID> {}
