package dev.quayside.kit.request;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Sends the request's id on with every call to another service. */
@Provider
public class RequestIdForwarding implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext call) {
        String id = RequestId.current();
        if (id != null) {
            call.getHeaders().putSingle(RequestId.HEADER, id);
        }
    }
}
