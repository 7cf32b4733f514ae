package dev.quayside.catalog;

import dev.quayside.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class CatalogArchitectureTest {
    @Test
    void featuresKeepTheWalls() {
        ArchitectureRules.check("dev.quayside.catalog");
    }
}
