package dev.quayside.kit.testing;

import dev.quayside.local.LocalRedis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Redis of the test's own. */
public class RedisResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable LocalRedis server;

    @Override
    public Map<String, String> start() {
        LocalRedis started = LocalRedis.start(0);
        server = started;
        return Map.of("QUAYSIDE_REDIS_URL", started.url());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
