package dev.quayside.gateway.trip;

import dev.quayside.gateway.mode.DeploymentMode;
import dev.quayside.gateway.provider.Providers;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where browsers are sent back to: from providers to the gateway, and from there to pages of the storefronts on the list. */
@Startup
@ApplicationScoped
class Addresses {
    private static final int LONGEST = 1_000;
    /** Spellings that a browser and a server may read in two ways. */
    private static final Pattern AMBIGUOUS = Pattern.compile("(?i)%2e|%2f|%5c|%00|//|;");

    private final List<URI> pages;
    private final String gateway;

    Addresses(
            Providers providers,
            @ConfigProperty(name = "quayside.oidc.redirects") List<String> pages,
            @ConfigProperty(name = "quayside.public-url") Optional<String> gateway,
            @ConfigProperty(name = "quayside.mode") DeploymentMode mode) {
        boolean wanted = !providers.all().isEmpty();
        boolean plainAllowed = mode == DeploymentMode.DEVELOPMENT;
        this.pages = wanted
                ? pages.stream()
                        .map(page -> configured("QUAYSIDE_OIDC_REDIRECTS", page, plainAllowed))
                        .toList()
                : List.of();
        this.gateway = wanted
                ? configured("QUAYSIDE_PUBLIC_URL", gateway.orElse(""), plainAllowed)
                        .toString()
                : "";
    }

    /** Where a provider sends the browser to; the provider has to know it too. */
    URI callback(String provider) {
        return URI.create(gateway + "/v1/auth/oidc/" + provider + "/callback");
    }

    /** A page that may get a code: one on the list, or below it; a 400 for any other. */
    String page(@Nullable String sent) {
        URI page = sent == null || sent.length() > LONGEST ? null : parsed(sent);
        if (page == null || pages.stream().noneMatch(allowed -> isBelow(allowed, page))) {
            throw new ProblemException(
                    CommonProblem.INVALID_PARAMETER,
                    "redirectTo: must be a page of a storefront in QUAYSIDE_OIDC_REDIRECTS, without a query");
        }
        return page.toString();
    }

    /** The page with one more thing to know. */
    static URI with(String page, String name, String value) {
        return UriBuilder.fromUri(page).queryParam(name, value).build();
    }

    private static boolean isBelow(URI allowed, URI page) {
        String base = allowed.getRawPath();
        String path = page.getRawPath();
        return allowed.getScheme().equals(page.getScheme())
                && allowed.getRawAuthority().equals(page.getRawAuthority())
                && (path.equals(base) || path.startsWith(base.endsWith("/") ? base : base + "/"));
    }

    private static URI configured(String variable, String text, boolean plainAllowed) {
        URI uri = parsed(text.strip().replaceAll("/+$", ""));
        if (uri == null || !(plainAllowed || "https".equals(uri.getScheme()))) {
            throw new IllegalStateException(variable + ": \"" + text
                    + "\" is not an https address without a query, such as https://shop.example.com,"
                    + " which signing in by other providers needs");
        }
        return uri;
    }

    /** An address that can be read in one way only, with scheme and authority in lower case; null for anything else. */
    private static @Nullable URI parsed(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return null;
            }
            String path = uri.getRawPath();
            boolean plain = uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.normalize().equals(uri)
                    && !AMBIGUOUS.matcher(path).find();
            String origin = (uri.getScheme() + "://" + uri.getRawAuthority()).toLowerCase(Locale.ROOT);
            return plain ? new URI(origin + path) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
