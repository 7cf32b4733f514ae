package dev.quayside.gateway.docs;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The files of the page that shows and tries the API: our page and start, Swagger UI's script and style. */
@Singleton
class DocsPage {
    /** A file with its media type. */
    record Asset(String mediaType, Buffer content) {}

    private final Map<String, Asset> assets = new HashMap<>();

    DocsPage() {
        try {
            String ui = Resources.swaggerUi();
            load("", "text/html;charset=UTF-8", "docs/index.html");
            load("start.js", "text/javascript", "docs/start.js");
            load("swagger-ui.css", "text/css", ui + "swagger-ui.css");
            load("swagger-ui-bundle.js", "text/javascript", ui + "swagger-ui-bundle.js");
            load("favicon-32x32.png", "image/png", ui + "favicon-32x32.png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file by its name; the page itself has none. */
    Optional<Asset> find(String name) {
        return Optional.ofNullable(assets.get(name));
    }

    private void load(String name, String mediaType, String path) throws IOException {
        try (InputStream file = Resources.open(path)) {
            assets.put(name, new Asset(mediaType, Buffer.buffer(file.readAllBytes())));
        }
    }
}
