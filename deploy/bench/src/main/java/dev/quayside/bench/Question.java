package dev.quayside.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that is sent again and again.
 *
 * @param body JSON to POST; null to GET
 */
record Question(
        URI address, Map<String, String> headers, @Nullable String body) {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 40_000;

    /** What one request takes at most. */
    static final long LONGEST_MILLIS = CONNECT_MILLIS + (long) READ_MILLIS;

    static Question get(URI address, Map<String, String> headers) {
        return new Question(address, headers, null);
    }

    static Question post(URI address, String body) {
        return new Question(address, Map.of("Content-Type", "application/json"), body);
    }

    /**
     * Asks; whether it was a 200. The JDK's older client: it costs a fraction of what the newer one does, and shares the machine with
     * what is measured.
     */
    boolean isAnswered() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            headers.forEach(connection::setRequestProperty);
            if (body != null) {
                connection.setDoOutput(true);
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            // Read to its end, or the connection is not used again.
            try (InputStream answer = connection.getInputStream()) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
            return true;
        } catch (IOException failed) {
            return false;
        }
    }
}
