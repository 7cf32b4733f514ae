package dev.quayside.gateway.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the public API, read once and kept as the JSON that is served. */
@Singleton
class OpenApiDocument {
    private static final String SOURCE = "/openapi/quayside.yaml";

    private final byte[] json;

    OpenApiDocument() {
        try (InputStream yaml = Resources.open(SOURCE)) {
            json = new ObjectMapper().writeValueAsBytes(new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] json() {
        return json.clone();
    }
}
