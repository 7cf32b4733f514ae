package dev.quayside.payment.backfill;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class StripeListingRepository implements PanacheRepositoryBase<StripeListing, ListName> {}
