package dev.quayside.gateway.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.gateway.token.AccessTokens;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** Asks the services that keep something about customers. No answer is a 503, for a caller and for a step alike. */
@ApplicationScoped
public class People {
    private static final String SCOPE = "people:write";
    private static final String ORDERS_IN_PROGRESS = "orders_in_progress";

    private final OrderPeopleClient orders;
    private final PaymentPeopleClient payments;
    private final CatalogPeopleClient reviews;
    private final AccessTokens tokens;
    private final ObjectMapper json;

    People(
            @RestClient OrderPeopleClient orders,
            @RestClient PaymentPeopleClient payments,
            @RestClient CatalogPeopleClient reviews,
            AccessTokens tokens,
            ObjectMapper json) {
        this.orders = orders;
        this.payments = payments;
        this.reviews = reviews;
        this.tokens = tokens;
        this.json = json;
    }

    /** Gives a customer the guest orders, and their carts, that were placed with an address. */
    public void join(UUID customer, String email) {
        asked(() -> {
            orders.join(authorization(), customer, new OrderPeopleClient.JoinBody(email));
            return true;
        });
    }

    /** How many of a customer's orders are on their way to being paid or cancelled; while there is one, nothing is erased. */
    public int ordersInProgress(UUID customer) {
        return asked(() -> orders.erasure(authorization(), customer)
                .path("data")
                .path("ordersInProgress")
                .asInt());
    }

    /** Takes the person out of a customer's orders and reviews and removes the saved cards; false while an order is in progress. */
    public boolean erase(UUID customer) {
        try {
            return asked(() -> {
                orders.erase(authorization(), customer);
                payments.erase(authorization(), customer);
                reviews.erase(authorization(), customer);
                return true;
            });
        } catch (OrdersInProgress later) {
            return false;
        }
    }

    /** The saved cards of a customer. */
    public List<JsonNode> exportPaymentMethods(UUID customer) {
        List<JsonNode> methods = new ArrayList<>();
        asked(() -> payments.export(authorization(), customer))
                .path("data")
                .path("paymentMethods")
                .forEach(methods::add);
        return methods;
    }

    /** All reviews of a customer. */
    public List<JsonNode> exportReviews(UUID customer) {
        return all(after -> reviews.export(authorization(), customer, after));
    }

    /** All reviews of others that a customer finds helpful. */
    public List<JsonNode> exportVotes(UUID customer) {
        return all(after -> reviews.votes(authorization(), customer, after));
    }

    /** All orders and carts of a customer, in entries that say which they are. */
    public List<JsonNode> exportOrders(UUID customer) {
        return all(after -> orders.export(authorization(), customer, after));
    }

    private List<JsonNode> all(Pages pages) {
        List<JsonNode> entries = new ArrayList<>();
        String next = null;
        do {
            String after = next;
            JsonNode page = asked(() -> pages.after(after));
            page.path("data").forEach(entries::add);
            JsonNode link = page.path("page").path("next");
            next = link.isTextual() ? link.asText() : null;
        } while (next != null);
        return entries;
    }

    private String authorization() {
        return "Bearer " + tokens.gateway(SCOPE);
    }

    private <T> T asked(Supplier<T> call) {
        try {
            return call.get();
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == 409 && ORDERS_IN_PROGRESS.equals(code(refused))) {
                throw new OrdersInProgress();
            }
            throw unavailable(refused);
        } catch (ProcessingException away) {
            throw unavailable(away);
        }
    }

    private String code(WebApplicationException refused) {
        try {
            return json.readTree(refused.getResponse().readEntity(String.class))
                    .path("code")
                    .asText();
        } catch (IOException | RuntimeException unreadable) {
            return "";
        }
    }

    /** An export, page by page. */
    private interface Pages {
        JsonNode after(@Nullable String after);
    }

    /** The one refusal that is an answer. */
    private static final class OrdersInProgress extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static ProblemException unavailable(Exception cause) {
        ProblemException problem = new ProblemException(CommonProblem.UPSTREAM_UNAVAILABLE, "try again in a moment");
        problem.initCause(cause);
        return problem.withHeader("Retry-After", "2");
    }
}
