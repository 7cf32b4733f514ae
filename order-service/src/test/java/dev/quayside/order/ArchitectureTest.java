package dev.quayside.order;

import dev.quayside.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void wallsStand() {
        ArchitectureRules.check("dev.quayside.order");
    }
}
