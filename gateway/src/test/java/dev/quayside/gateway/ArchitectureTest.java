package dev.quayside.gateway;

import dev.quayside.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theWallsBetweenFeaturesStand() {
        ArchitectureRules.check("dev.quayside.gateway");
    }
}
