package dev.quayside.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a CDN before the shop is told about answers to shoppers. It is for whoever has it purged. */
@ConfigMapping(prefix = "quayside.cdn")
interface CdnSettings {
    /** How long it may keep an answer; none: it asks each time. */
    @WithDefault("PT0S")
    Duration maxAge();

    /** How long it may go on with an answer that is over, while it asks. */
    @WithDefault("PT0S")
    Duration stale();

    /** Whether answers name what they hang on. */
    @WithDefault("false")
    boolean keys();
}
