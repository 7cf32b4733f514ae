package dev.quayside.stripe.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Json;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Call;
import dev.quayside.stripe.wire.Lists;
import dev.quayside.stripe.wire.Metadata;
import dev.quayside.stripe.wire.Params;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** {@code /v1/webhook_endpoints}; the secret is in the answer of create alone. */
public final class WebhookEndpointResource implements Resource {
    private static final String PATH = "/v1/webhook_endpoints";

    private final WebhookEndpoints endpoints;

    public WebhookEndpointResource(WebhookEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public void addTo(Routes routes) {
        routes.post(PATH, this::create)
                .get(PATH, this::list)
                .get(PATH + "/:id", call -> endpoints.get(call.id()).wire())
                .post(PATH + "/:id", this::update)
                .delete(PATH + "/:id", this::delete);
    }

    private ObjectNode create(Call call) {
        Params params = call.params().only("url", "enabled_events", "api_version", "description", "metadata");
        URI url = url(params);
        List<String> types = params.list("enabled_events");
        if (types.isEmpty()) {
            throw ApiError.invalid("parameter_missing", "enabled_events", "Missing required param: enabled_events.");
        }
        Metadata.check(params);
        Document endpoint = endpoints.create(url, types, params.text("api_version"));
        endpoint.put("description", params.text("description"));
        Metadata.merge(endpoint, params);
        endpoints.documents().save(endpoint);
        return endpoint.wire().put("secret", endpoints.secrets(endpoint).get(0));
    }

    private static URI url(Params params) {
        String text = params.required("url");
        try {
            URI url = new URI(text);
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme())) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw ApiError.invalid("url_invalid", "url", "Invalid URL: " + e.getReason());
        }
        throw ApiError.invalid(
                "url_invalid", "url", "Invalid URL: An explicit scheme (such as https) must be provided.");
    }

    private ObjectNode list(Call call) {
        return Lists.answer(endpoints.documents(), call, Lists.selection(endpoints.documents(), call));
    }

    private ObjectNode update(Call call) {
        Params params = call.params().only("url", "enabled_events", "description", "disabled", "metadata");
        Metadata.check(params);
        Document endpoint = endpoints.get(call.id());
        if (params.has("url")) {
            endpoint.put("url", url(params).toString());
        }
        if (params.has("enabled_events")) {
            endpoint.put("enabled_events", Json.array(params.list("enabled_events")));
        }
        if (params.has("description")) {
            endpoint.put("description", params.text("description"));
        }
        if (params.has("disabled")) {
            endpoint.put("status", params.flag("disabled") ? "disabled" : "enabled");
        }
        Metadata.merge(endpoint, params);
        return endpoints.documents().save(endpoint).wire();
    }

    private ObjectNode delete(Call call) {
        Document endpoint = endpoints.get(call.id());
        endpoints.documents().delete(endpoint.id());
        return Json.object()
                .put("id", endpoint.id())
                .put("object", "webhook_endpoint")
                .put("deleted", true);
    }
}
