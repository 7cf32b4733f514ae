package dev.quayside.gateway.trip;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** One-time codes by their hash. */
@ApplicationScoped
class ReturnCodeRepository implements PanacheRepositoryBase<ReturnCode, String> {}
