package dev.quayside.gateway.testing;

import dev.quayside.local.Ports;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** An OpenID provider that lets everybody in as whoever is next: the provider {@code acme} of the gateway under test. */
public final class SignInServer {
    public static final String CLIENT = "quayside-shop";
    public static final String SECRET = "a secret/with+signs";

    private static final String ISSUER = "acme";
    private static final int PORT = Ports.another();
    private static final MockOAuth2Server SERVER = new MockOAuth2Server(
            new OAuth2Config(false, null, null, false, new OAuth2TokenProvider(), Set.of(), new JdkHttpServer()));
    private static boolean running;

    private SignInServer() {}

    /** Starts it when it is first needed: the gateway has to start without its providers. */
    public static synchronized void start() {
        if (!running) {
            SERVER.start(InetAddress.getLoopbackAddress(), PORT);
            running = true;
        }
    }

    static String issuer() {
        return "http://127.0.0.1:" + PORT + "/" + ISSUER;
    }

    /** Who comes next. */
    public static void next(Person person) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("email", person.email());
        claims.put("email_verified", person.emailVerified());
        claims.put("name", person.name());
        SERVER.enqueueCallback(
                new DefaultOAuth2TokenCallback(ISSUER, person.subject(), "JWT", List.of(CLIENT), claims, 3600));
    }
}
