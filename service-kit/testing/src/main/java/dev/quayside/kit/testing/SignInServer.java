package dev.quayside.kit.testing;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID provider on loopback that lets everybody in as whoever is next. Wants {@code mock-oauth2-server} among the dependencies of
 * whoever uses it.
 */
public final class SignInServer {
    public static final String CLIENT = "quayside-shop";
    public static final String SECRET = "a secret/with+signs";

    private final URI issuer;
    private final MockOAuth2Server server = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(), new JdkHttpServer()));
    private boolean running;

    /**
     * A provider to be.
     *
     * @param issuer such as {@code http://127.0.0.1:20000/acme}, with one word for a path
     */
    public SignInServer(String issuer) {
        this.issuer = URI.create(issuer);
    }

    public String issuer() {
        return issuer.toString();
    }

    /** Starts it when it does not run: a gateway has to start without its providers. */
    public synchronized void start() {
        if (!running) {
            server.start(InetAddress.getLoopbackAddress(), issuer.getPort());
            running = true;
        }
    }

    /** Stops it for good. */
    public synchronized void stop() {
        if (running) {
            server.shutdown();
            running = false;
        }
    }

    /** Who comes next. */
    public void next(Person person) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("email", person.email());
        claims.put("email_verified", person.emailVerified());
        claims.put("name", person.name());
        server.enqueueCallback(new DefaultOAuth2TokenCallback(
                issuer.getPath().substring(1), person.subject(), "JWT", List.of(CLIENT), claims, 3600));
    }
}
