package dev.quayside.gateway.listener;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether and with what the public listener speaks TLS. */
@ConfigMapping(prefix = "quayside.tls")
interface TlsSettings {
    /** A PEM file with the certificate and those that it is signed with; without one there is no TLS. */
    Optional<Path> certificate();

    /** A PEM file with its private key. */
    Optional<Path> key();

    int port();

    /** How often the files are looked at. */
    Duration reloadEvery();
}
