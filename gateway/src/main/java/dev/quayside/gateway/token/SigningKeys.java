package dev.quayside.gateway.token;

import dev.quayside.gateway.mode.DeploymentMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The keys that sign and verify. Put a new file into the directory and it signs within seconds, on every instance; take an old one
 * away once its last token has ended, 10 minutes later. Nobody is signed out by either.
 */
@Startup
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private record Loaded(List<KeyDirectory.Entry> entries, List<SigningKey> keys, Instant at) {}

    private final KeyDirectory directory;
    private final Clock clock;
    private volatile Loaded loaded;

    SigningKeys(
            @ConfigProperty(name = "quayside.signing-keys.dir") Path path,
            @ConfigProperty(name = "quayside.mode") DeploymentMode mode,
            Clock clock) {
        this.directory = new KeyDirectory(path);
        this.clock = clock;
        if (directory.list().isEmpty()) {
            switch (mode) {
                case DEVELOPMENT -> directory.createFirstKey();
                case PRODUCTION ->
                    throw new IllegalStateException(
                            "QUAYSIDE_SIGNING_KEYS_DIR has no signing key: put a PKCS#8 RSA key of 2048 bits or more there, as a .pem file");
            }
        }
        this.loaded = load(directory.list());
    }

    /** The key that signs now. */
    SigningKey signer() {
        return current().get(0);
    }

    Optional<SigningKey> find(String id) {
        return current().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** All public halves as a JWKS document (RFC 7517). */
    String published() {
        return new JsonWebKeySet(current().stream().map(SigningKey::published).toList()).toJson();
    }

    private List<SigningKey> current() {
        Loaded known = loaded;
        if (clock.instant().isBefore(known.at().plus(LOOK_AGAIN))) {
            return known.keys();
        }
        loaded = lookAgain(known);
        return loaded.keys();
    }

    /** Keys that were good stay good when the directory cannot be read or a file in it is broken. */
    private Loaded lookAgain(Loaded known) {
        try {
            List<KeyDirectory.Entry> entries = directory.list();
            if (!entries.isEmpty() && !entries.equals(known.entries())) {
                LOG.infof("the signing keys have changed: %d", entries.size());
                return load(entries);
            }
        } catch (RuntimeException e) {
            LOG.error("the signing keys cannot be read again; those that are known stay", e);
        }
        return new Loaded(known.entries(), known.keys(), clock.instant());
    }

    private Loaded load(List<KeyDirectory.Entry> entries) {
        return new Loaded(entries, entries.stream().map(KeyDirectory::read).toList(), clock.instant());
    }
}
