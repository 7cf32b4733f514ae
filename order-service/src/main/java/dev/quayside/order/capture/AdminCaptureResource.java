package dev.quayside.order.capture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.http.OptionalBody;
import dev.quayside.kit.idempotency.IdempotencyKey;
import dev.quayside.kit.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Capturing an order's authorised money as staff or a script. */
@Path("/v1/admin/orders/{id}/capture")
public class AdminCaptureResource {
    private final CaptureService service;
    private final Caller caller;
    private final ObjectMapper json;

    AdminCaptureResource(CaptureService service, Caller caller, ObjectMapper json) {
        this.service = service;
        this.caller = caller;
        this.json = json;
    }

    /**
     * Captures an amount, or all that is authorised, once for an order; what is left of the grant is released. 200 with the captured
     * order, or 202 when its outcome is not known within three seconds: ask again with the same key. Needs an {@code Idempotency-Key}.
     * 409 {@code order_not_capturable}, {@code capture_exceeds_authorized} with {@code left}, {@code capture_mismatch} while another
     * amount is under way; 422 with the field; 404 {@code order_not_found}.
     */
    @POST
    @RolesAllowed("payments:capture")
    public Response capture(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable String body,
            @Context HttpHeaders headers)
            throws JsonProcessingException {
        CaptureRequest request = OptionalBody.read(body, headers, CaptureRequest.ALL, CaptureRequest.class, json);
        String path = "/v1/admin/orders/" + id + "/capture";
        IdempotencyKey named = IdempotencyKey.required(key, caller, "POST", path, request, json);
        return Response.fromResponse(service.capture(id, named, request).toResponse())
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
