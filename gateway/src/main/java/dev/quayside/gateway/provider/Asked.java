package dev.quayside.gateway.provider;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;

/** Sends requests of the OAuth library and sorts what comes back. */
final class Asked {
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;

    /** Reads an answer. */
    @FunctionalInterface
    interface Reader<T> {
        T read(HTTPResponse answer) throws ParseException;
    }

    private Asked() {}

    /** The answer to a request; a failure of the provider's own and a refusal are faults, and so is what cannot be read. */
    static <T> T of(HTTPRequest request, ProviderHttp http, Reader<T> reader) throws ProviderFault {
        HTTPResponse answer;
        try {
            answer = request.send(http);
        } catch (IOException e) {
            throw ProviderFault.unavailable(place(request) + ": " + e.getMessage());
        }
        int status = answer.getStatusCode();
        if (status >= FAILED || status == TOO_MANY) {
            throw ProviderFault.unavailable(place(request) + " answered " + status);
        }
        if (!answer.indicatesSuccess()) {
            throw ProviderFault.invalid(place(request) + " answered " + status);
        }
        try {
            return reader.read(answer);
        } catch (ParseException | RuntimeException e) {
            throw ProviderFault.invalid(
                    place(request) + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String place(HTTPRequest request) {
        return request.getURI().getHost() + request.getURI().getPath();
    }
}
