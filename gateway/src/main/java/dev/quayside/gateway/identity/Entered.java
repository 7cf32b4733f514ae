package dev.quayside.gateway.identity;

import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.session.Opened;

/** A customer who has just signed in by a provider. */
record Entered(CustomerView customer, Opened session) {}
