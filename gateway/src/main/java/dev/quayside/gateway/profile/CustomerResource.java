package dev.quayside.gateway.customer;

import dev.quayside.kit.page.Data;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** The customer who is signed in. */
@Path("/v1/customers/me")
public class CustomerResource {
    private final CustomerService customers;
    private final Caller caller;

    CustomerResource(CustomerService customers, Caller caller) {
        this.customers = customers;
        this.caller = caller;
    }

    /** 200; 401 without a token; 403 for staff and scripts; 404 when the account is gone. */
    @GET
    @RolesAllowed("customer")
    public Response me() {
        UUID id = caller.customerId()
                .orElseThrow(() -> new ProblemException(CommonProblem.FORBIDDEN, "the token is not a customer's"));
        return Response.ok(new Data<>(customers.get(id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
