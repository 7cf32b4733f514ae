package dev.quayside.gateway.trip;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Trips by the hash of their state. */
@ApplicationScoped
class TripRepository implements PanacheRepositoryBase<Trip, String> {}
