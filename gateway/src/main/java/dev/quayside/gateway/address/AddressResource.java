package dev.quayside.gateway.address;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.gateway.session.SignedIn;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in customer's addresses. Another's is a 404. */
@Path("/v1/customers/me/addresses")
public class AddressResource {
    private static final String PATH = "/v1/customers/me/addresses";

    private final AddressBook book;
    private final SignedIn signedIn;
    private final Caller caller;
    private final OnceInTransaction once;
    private final ObjectMapper json;

    AddressResource(AddressBook book, SignedIn signedIn, Caller caller, OnceInTransaction once, ObjectMapper json) {
        this.book = book;
        this.signedIn = signedIn;
        this.caller = caller;
        this.once = once;
        this.json = json;
    }

    /** All of them on one page, the oldest first. */
    @GET
    @RolesAllowed("customer")
    public Response list() {
        Page<AddressView> page =
                new Page<>(book.list(signedIn.customer()), new Page.Info(AddressBook.MOST, null, null, null));
        return Response.ok(page).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Adds one: 201; 409 {@code address_book_full}. */
    @POST
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid AddressRequest body) {
        UUID customer = signedIn.customer();
        if (key == null) {
            return created(book.add(customer, body), false);
        }
        // Only the id is kept with the key: an address that is deleted is to be gone from everywhere.
        IdempotencyKey named = IdempotencyKey.required(key, caller, "POST", PATH, body, json);
        StoredAnswer answer = once.run(
                named,
                () -> StoredAnswer.first(201, book.add(customer, body).id().toString()));
        return created(book.read(customer, UUID.fromString(answer.body())), answer.replayed());
    }

    /** One of them; 404. */
    @GET
    @Path("/{id}")
    @RolesAllowed("customer")
    public Response read(@PathParam("id") UUID id) {
        return answer(Response.ok(), book.read(signedIn.customer(), id));
    }

    /** Replaces all of it: 200; 404. */
    @PUT
    @Path("/{id}")
    @RolesAllowed("customer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replace(@PathParam("id") UUID id, @NotNull @Valid AddressRequest body) {
        return answer(Response.ok(), book.replace(signedIn.customer(), id, body));
    }

    /** Deletes it: 204; 404. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed("customer")
    public void delete(@PathParam("id") UUID id) {
        book.delete(signedIn.customer(), id);
    }

    private static Response created(AddressView address, boolean replayed) {
        Response.ResponseBuilder answer = Response.created(URI.create(PATH + "/" + address.id()));
        return answer(replayed ? answer.header(StoredAnswer.REPLAYED_HEADER, "true") : answer, address);
    }

    private static Response answer(Response.ResponseBuilder answer, AddressView address) {
        return answer.entity(new Data<>(address))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.ETAG, EntityTags.of(ChronoUnit.MICROS.between(Instant.EPOCH, address.updatedAt())))
                .build();
    }
}
