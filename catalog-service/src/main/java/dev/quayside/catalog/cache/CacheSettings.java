package dev.quayside.catalog.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is kept, where and for how long. */
@ConfigMapping(prefix = "quayside.cache")
interface CacheSettings {
    /** Whether answers are kept at all. */
    @WithDefault("true")
    boolean enabled();

    /** Whether instances share answers by Redis. */
    @WithDefault("true")
    boolean redis();

    /** Bytes of answers in the process. */
    @WithDefault("33554432")
    long bytes();

    /** Bytes of an answer that is kept; a larger one is made each time. */
    @WithDefault("262144")
    int largest();

    /** How long an answer is kept that nothing changes. */
    @WithDefault("PT60S")
    Duration life();
}
