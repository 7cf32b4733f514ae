package dev.quayside.catalog.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** How to reach a store that speaks S3. */
@ConfigMapping(prefix = "quayside.media.s3")
interface S3Settings {
    /** With it files are kept there, without it on the disk. */
    Optional<String> bucket();

    /** Where the store is; without it, Amazon's of the region. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /** Without it, what the AWS SDK finds by itself: environment, profile, the machine's role. */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** Whether the bucket is part of the path rather than of the host's name; most stores but Amazon's want it. */
    @WithDefault("true")
    boolean pathStyle();
}
