package dev.quayside.gateway.extension;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * One service of an operator's own.
 *
 * @param name its part of the public path
 * @param urls one for each instance, or a name that stands for several
 */
public record Extension(String name, List<URI> urls, Access access) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Reads what is set for it; what is missing or wrong stops the start with a word on which variable it is. */
    static Extension read(String name, Config config) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalStateException("QUAYSIDE_EXTENSIONS: \"" + name
                    + "\" is not a name of lower case letters, digits and hyphens, 32 at most, with a letter first");
        }
        List<URI> urls = Stream.of(text(name, "url", config).split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .map(url -> address(name, url))
                .toList();
        if (urls.isEmpty()) {
            throw new IllegalStateException(
                    variable(name, "url") + " is needed, because QUAYSIDE_EXTENSIONS names " + name);
        }
        return new Extension(name, urls, access(name, text(name, "access", config)));
    }

    private static Access access(String name, String text) {
        if (text.isEmpty()) {
            return Access.SIGNED_IN;
        }
        return Access.of(text)
                .orElseThrow(() -> new IllegalStateException(
                        variable(name, "access") + ": \"" + text + "\" is none of public, signed-in and staff"));
    }

    private static URI address(String name, String text) {
        try {
            URI url = new URI(text);
            boolean scheme = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            boolean bare = url.getRawPath() == null || url.getRawPath().isEmpty();
            boolean more = url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null;
            if (scheme && url.getHost() != null && url.getPort() <= 65_535 && bare && !more) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(variable(name, "url") + ": \"" + text + "\" is not an address", e);
        }
        throw new IllegalStateException(variable(name, "url") + ": \"" + text
                + "\" is not an address such as http://10.0.0.5:9000, without a path");
    }

    private static String text(String name, String key, Config config) {
        return config.getOptionalValue("quayside.extensions." + name + "." + key, String.class)
                .map(String::strip)
                .orElse("");
    }

    private static String variable(String name, String key) {
        return "QUAYSIDE_EXTENSIONS_"
                + (name + "_" + key).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
