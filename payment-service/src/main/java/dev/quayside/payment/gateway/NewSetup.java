package dev.quayside.payment.gateway;

import java.util.UUID;

/** The frozen parameters of a setup; our ids become its metadata. */
public record NewSetup(UUID customerId, UUID operationId, String stripeCustomerId) {}
