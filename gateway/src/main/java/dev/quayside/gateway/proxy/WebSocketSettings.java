package dev.quayside.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** How many WebSockets there may be, and for how long one may say nothing. */
@ConfigMapping(prefix = "quayside.websockets")
public interface WebSocketSettings {
    /** Open at once through this instance. */
    int most();

    /** Of one address. */
    int perAddress();

    /** Without a byte in either direction; a ping is a byte. */
    Duration idle();
}
