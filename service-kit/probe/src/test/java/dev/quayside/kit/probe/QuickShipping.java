package dev.quayside.kit.probe;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Ships entries of the audit log, and soon: it is the kit that does that. Not in its properties, which the services' tests read too. */
public class QuickShipping implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("quayside.audit-log.ship-after", "PT0.2S");
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
