package dev.quayside.kit.probe;

import dev.quayside.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class KitArchitectureTest {
    @Test
    void kitKeepsTheWalls() {
        ArchitectureRules.check("dev.quayside.kit");
    }
}
