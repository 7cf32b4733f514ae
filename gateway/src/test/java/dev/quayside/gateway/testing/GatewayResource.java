package dev.quayside.gateway.testing;

import dev.quayside.kit.testing.SignInServer;
import dev.quayside.local.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The gateway's keys and settings, and the start of the services behind it. */
public class GatewayResource implements QuarkusTestResourceLifecycleManager {
    /** The administrator's key of all tests. */
    public static final String ADMIN_KEY = "sk_test_0123456789abcdefghijklmnopqrstuv";
    /** The secret of order-service and of payment-service. */
    public static final String CLIENT_SECRET = "a+secret with/signs:4711";
    /** The web page that may call. */
    public static final String ORIGIN = "https://shop.example.com";
    /** The address of a proxy that is believed. */
    public static final String PROXY = "127.0.0.9";
    /** How long the gateway waits for a service. */
    public static final int ANSWER_TIMEOUT_MILLIS = 5_000;

    private static final int PORT = Ports.another();
    private static final int INTERNAL_PORT = Ports.another();
    private static final int TLS_PORT = Ports.another();
    private static final int SMTP_PORT = Ports.another();
    private static final SignInServer ACME = new SignInServer("http://127.0.0.1:" + Ports.another() + "/acme");
    private static final Path KEYS = directory("quayside-signing-keys", "keys");
    private static final Path TLS = directory("quayside-certificate", "");
    private static final Path MAILS = directory("quayside-mails", "mail");

    /** The port of the internal listener. */
    public static int internalPort() {
        return INTERNAL_PORT;
    }

    /** The port of the public listener over TLS. */
    public static int tlsPort() {
        return TLS_PORT;
    }

    /** Its certificate, a PEM file. */
    public static Path certificate() {
        return TLS.resolve("certificate.pem");
    }

    /** The certificate's key, a PEM file. */
    public static Path certificateKey() {
        return TLS.resolve("key.pem");
    }

    /** Where the mail server would be. */
    public static int smtpPort() {
        return SMTP_PORT;
    }

    /** The provider {@code acme}, which starts when it is first needed. */
    public static SignInServer acme() {
        return ACME;
    }

    /** Where the signing keys are. */
    public static Path keys() {
        return KEYS;
    }

    /** Where mails are written. */
    public static Path mails() {
        return MAILS;
    }

    @Override
    public Map<String, String> start() {
        Services.start();
        Certificates.write(certificate(), certificateKey());
        String talker = Talker.start();
        return Map.ofEntries(
                Map.entry("quarkus.http.test-port", Integer.toString(PORT)),
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("QUAYSIDE_MODE", "development"),
                Map.entry("QUAYSIDE_INTERNAL_PORT", Integer.toString(INTERNAL_PORT)),
                Map.entry("QUAYSIDE_TLS_CERTIFICATE", certificate().toString()),
                Map.entry("QUAYSIDE_TLS_KEY", certificateKey().toString()),
                Map.entry("QUAYSIDE_TLS_PORT", Integer.toString(TLS_PORT)),
                Map.entry("quayside.tls.reload-every", "PT1H"),
                // What a hash must cost is PasswordsTest's; here hundreds are made.
                Map.entry("quayside.passwords.memory", "256"),
                Map.entry("quayside.passwords.iterations", "1"),
                // A machine with much to do is not a Redis that is away.
                Map.entry("quarkus.redis.timeout", "10S"),
                Map.entry("QUAYSIDE_SIGNING_KEYS_DIR", KEYS.toString()),
                Map.entry("QUAYSIDE_ADMIN_API_KEY", ADMIN_KEY),
                Map.entry("QUAYSIDE_MAIL_DIR", MAILS.toString()),
                Map.entry("QUAYSIDE_STOREFRONT_URL", ORIGIN + "/"),
                // Used by the test of SMTP alone: without a host mails are written to files.
                Map.entry("QUAYSIDE_SMTP_PORT", Integer.toString(SMTP_PORT)),
                Map.entry("QUAYSIDE_SMTP_STARTTLS", "DISABLED"),
                Map.entry("QUAYSIDE_ORDER_CLIENT_SECRET", CLIENT_SECRET),
                Map.entry("QUAYSIDE_PAYMENT_CLIENT_SECRET", CLIENT_SECRET),
                Map.entry("QUAYSIDE_CATALOG_URL", Services.catalog().baseUrl()),
                Map.entry("QUAYSIDE_ORDER_URL", Services.order().baseUrl()),
                Map.entry("QUAYSIDE_PAYMENT_URL", Services.payment().baseUrl()),
                Map.entry("quayside.upstream.answer-timeout", "PT5S"),
                Map.entry("quayside.upstream.connect-timeout", "PT1S"),
                Map.entry("quayside.slow-clients.head", "PT4S"),
                Map.entry("quayside.slow-clients.body", "PT3S"),
                Map.entry("QUAYSIDE_CORS_ORIGINS", ORIGIN),
                Map.entry("QUAYSIDE_EXTENSIONS", "open,members,office"),
                Map.entry("quayside.extensions.open.url", talker),
                Map.entry("quayside.extensions.open.access", "public"),
                Map.entry("quayside.extensions.members.url", talker),
                Map.entry("quayside.extensions.office.url", talker),
                Map.entry("quayside.extensions.office.access", "staff"),
                Map.entry("QUAYSIDE_PUBLIC_URL", "http://127.0.0.1:8080"),
                Map.entry("QUAYSIDE_OIDC_PROVIDERS", "acme,forge,github"),
                Map.entry("quayside.oidc.acme.issuer", ACME.issuer()),
                Map.entry("quayside.oidc.acme.client-id", SignInServer.CLIENT),
                Map.entry("quayside.oidc.acme.client-secret", SignInServer.SECRET),
                Map.entry("quayside.oidc.forge.issuer", Forge.issuer()),
                Map.entry("quayside.oidc.forge.client-id", SignInServer.CLIENT),
                Map.entry("quayside.oidc.forge.client-secret", SignInServer.SECRET),
                Map.entry("quayside.oidc.github.url", Forge.address() + "/github"),
                Map.entry("quayside.oidc.github.api-url", Forge.address() + "/github-api"),
                Map.entry("quayside.oidc.github.client-id", SignInServer.CLIENT),
                Map.entry("quayside.oidc.github.client-secret", SignInServer.SECRET),
                // All tests call from one address; those of limits say from where with a trusted proxy's word.
                Map.entry("QUAYSIDE_LIMITS_FACTOR", "1000"),
                Map.entry("QUAYSIDE_TRUSTED_PROXIES", PROXY));
    }

    @Override
    public void stop() {
        Services.stop();
    }

    private static Path directory(String parent, String name) {
        try {
            return Files.createTempDirectory(parent).resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
