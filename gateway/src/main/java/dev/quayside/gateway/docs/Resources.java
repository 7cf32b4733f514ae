package dev.quayside.gateway.docs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Files that the gateway is built with. */
final class Resources {
    private static final String SWAGGER_UI = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private Resources() {}

    static InputStream open(String path) throws IOException {
        String name = path.startsWith("/") ? path.substring(1) : path;
        InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name);
        }
        return file;
    }

    /** Where Swagger UI's files are; the path holds its version. */
    static String swaggerUi() throws IOException {
        Properties about = new Properties();
        try (InputStream file = open(SWAGGER_UI)) {
            about.load(file);
        }
        return "META-INF/resources/webjars/swagger-ui/" + about.getProperty("version") + "/";
    }
}
