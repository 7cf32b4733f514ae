package dev.quayside.catalog.cache;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Names in Redis. Only instances share them that answer alike: those of one database, one version and the same settings. */
@ApplicationScoped
class Namespace {
    /** Changes with the form of what is stored, and of the answers. */
    private static final int FORM = 1;

    private final String prefix;

    Namespace(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String database,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "quayside.shop.currency") String currency,
            @ConfigProperty(name = "quayside.storefront.low-stock") String lowStock,
            @ConfigProperty(name = "quayside.shop.languages") String languages) {
        String settings = String.join("\n", database, version, currency, lowStock, languages);
        this.prefix = "quayside:answer:" + FORM + ":" + hash(settings).substring(0, 16) + ":";
    }

    /** Addresses are of any length; their hashes are not. */
    String of(String address) {
        return prefix + hash(address);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
