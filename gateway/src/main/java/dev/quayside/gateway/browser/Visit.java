package dev.quayside.gateway.browser;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * How a client that signs in wants its refresh token.
 *
 * @param byCookie whether it is to be in a cookie, and then not in the body
 * @param device by which the browser is known again; null for a client without cookies
 */
public record Visit(boolean byCookie, @Nullable String device, boolean newDevice) {

    /** Without the value: it is half a secret. */
    @Override
    public String toString() {
        return "Visit[byCookie=" + byCookie + "]";
    }

    /** The cookies of the answer, if cookies are wanted. */
    public Response.ResponseBuilder deliver(Response.ResponseBuilder answer, String refreshToken) {
        if (byCookie) {
            answer.header(HttpHeaders.SET_COOKIE, Cookies.refresh(refreshToken));
        }
        if (newDevice && device != null) {
            answer.header(HttpHeaders.SET_COOKIE, Cookies.device(device));
        }
        return answer;
    }
}
