package dev.quayside.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.gateway.address.AddressView;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.identity.IdentityView;
import dev.quayside.gateway.session.SessionView;
import java.time.Instant;
import java.util.List;

/**
 * What the shop keeps about a customer.
 *
 * @param sessions the sign-ins that can still be used, the newest hundred
 * @param identities who the customer is at other providers
 * @param orders as {@code /v1/orders} shows them
 * @param carts with their lines
 * @param paymentMethods the saved cards
 * @param reviews of products, whatever became of them
 * @param helpfulVotes the reviews of others that the customer finds helpful
 */
record ExportView(
        Instant exportedAt,
        CustomerView customer,
        List<AddressView> addresses,
        List<SessionView> sessions,
        List<IdentityView> identities,
        List<JsonNode> orders,
        List<JsonNode> carts,
        List<JsonNode> paymentMethods,
        List<JsonNode> reviews,
        List<JsonNode> helpfulVotes) {}
