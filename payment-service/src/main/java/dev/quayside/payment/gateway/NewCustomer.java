package dev.quayside.payment.gateway;

import java.util.UUID;

/** The frozen parameters of making a customer; the ids become its metadata. Who it is stays here: no name, no e-mail. */
public record NewCustomer(UUID customerId, UUID operationId) {}
