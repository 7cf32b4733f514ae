package dev.quayside.gateway.profile;

import dev.quayside.gateway.customer.Accounts;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.session.SignedIn;
import dev.quayside.kit.page.Data;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The customer who is signed in: 401 without a token, 403 for staff and scripts, 404 when the account is gone. */
@Path("/v1/customers/me")
public class CustomerResource {
    private final Accounts accounts;
    private final Exports exports;
    private final Deletion deletion;
    private final SignedIn caller;

    CustomerResource(Accounts accounts, Exports exports, Deletion deletion, SignedIn caller) {
        this.accounts = accounts;
        this.exports = exports;
        this.deletion = deletion;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("customer")
    public Response me() {
        return answer(accounts.get(caller.customer()));
    }

    /** Changes the name: 200. */
    @PATCH
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(@NotNull @Valid RenameRequest body) {
        return answer(accounts.rename(caller.customer(), body.name()));
    }

    /** Deletes the account: 204; 422 {@code wrong_password}; 409 {@code orders_in_progress}; 503 when that cannot be told. */
    @DELETE
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public void delete(@NotNull @Valid DeletionRequest body) {
        deletion.delete(caller.customer(), body.currentPassword());
    }

    /** What the shop keeps about the customer, as one document: 200; 429; 503 when a service does not answer. */
    @GET
    @Path("/export")
    @RolesAllowed("customer")
    public Response export() {
        return Response.ok(new Data<>(exports.of(caller.customer(), caller.session())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"customer-data.json\"")
                .build();
    }

    private static Response answer(CustomerView customer) {
        return Response.ok(new Data<>(customer))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
