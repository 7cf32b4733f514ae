package dev.quayside.kit.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.idempotency.OnceInTransaction;
import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.page.Data;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@Path("/")
public class ProbeResource {
    static final AtomicInteger RUNS = new AtomicInteger();

    private final OnceInTransaction once;
    private final Caller caller;
    private final ObjectMapper json;

    public ProbeResource(OnceInTransaction once, Caller caller, ObjectMapper json) {
        this.once = once;
        this.caller = caller;
        this.json = json;
    }

    public record Line(@NotBlank String sku, @Min(1) int quantity) {}

    public record Order(
            @NotNull List<@Valid Line> lines, @Nullable Money total) {}

    @POST
    @Path("/v1/probe")
    @PermitAll
    public Data<Order> echo(@NotNull @Valid Order order) {
        return new Data<>(order);
    }

    @GET
    @Path("/v1/probe/fault")
    @PermitAll
    public String fault() {
        throw new IllegalStateException("secret detail");
    }

    @GET
    @Path("/v1/probe/scoped")
    @RolesAllowed("probe:read")
    public Data<String> scoped() {
        return new Data<>(caller.id());
    }

    @GET
    @Path("/internal/v1/probe")
    @RolesAllowed("probe:read")
    public Data<String> internal() {
        return new Data<>(caller.id());
    }

    @POST
    @Path("/v1/probe/once")
    @PermitAll
    public Response once(@HeaderParam("Idempotency-Key") @Nullable String header, @NotNull @Valid Line line) {
        IdempotencyKey key = IdempotencyKey.required(header, caller, "POST", "/v1/probe/once", line, json);
        return once.run(key, () -> {
                    if (line.quantity() > 100) {
                        throw ProblemException.invalidField("quantity", "max", "must not exceed 100");
                    }
                    return StoredAnswer.first(201, "{\"run\":" + RUNS.incrementAndGet() + "}");
                })
                .toResponse();
    }
}
