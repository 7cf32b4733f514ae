package dev.quayside.gateway.token;

import dev.quayside.gateway.mode.DeploymentMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * The keys that sign and verify, as the directory has them: a change is seen within seconds, on every instance. Nobody is signed out by
 * a key that comes, nor by one that goes when its time is over.
 */
@Startup
@ApplicationScoped
class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private record Loaded(List<KeyDirectory.Entry> entries, KeySchedule keys, Instant at) {}

    private final KeyDirectory directory;
    private final Clock clock;
    private volatile Loaded loaded;

    @Inject
    SigningKeys(
            @ConfigProperty(name = "quayside.signing-keys.dir") Path path,
            @ConfigProperty(name = "quayside.mode") DeploymentMode mode,
            Clock clock) {
        this(new KeyDirectory(path, SigningKey::generate), mode, clock);
    }

    SigningKeys(KeyDirectory directory, DeploymentMode mode, Clock clock) {
        this.directory = directory;
        this.clock = clock;
        if (directory.list().isEmpty()) {
            switch (mode) {
                case DEVELOPMENT -> directory.createFirstKey(clock.instant());
                case PRODUCTION ->
                    throw new IllegalStateException(
                            "QUAYSIDE_SIGNING_KEYS_DIR has no signing key: put a PKCS#8 RSA key of 2048 bits or more there, as a .pem file");
            }
        }
        this.loaded = load(directory.list());
    }

    /** The key that signs now. */
    SigningKey signer() {
        return current().signer(clock.instant()).key();
    }

    Optional<SigningKey> find(String id) {
        return current().find(id).map(KeyFile::key);
    }

    /** All public halves as a JWKS document (RFC 7517). */
    String published() {
        return new JsonWebKeySet(current().files().stream()
                        .map(file -> file.key().published())
                        .toList())
                .toJson();
    }

    /** The keys as the directory has them at this moment. */
    KeySchedule lookNow() {
        List<KeyDirectory.Entry> entries = directory.list();
        if (!entries.isEmpty()) {
            loaded = load(entries);
        }
        return loaded.keys();
    }

    KeyDirectory directory() {
        return directory;
    }

    private KeySchedule current() {
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
        return new Loaded(entries, KeyDirectory.read(entries), clock.instant());
    }
}
