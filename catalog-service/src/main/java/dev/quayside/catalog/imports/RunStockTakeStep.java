package dev.quayside.catalog.imports;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Runs a stock-take, as an import: by a name that instances do not know which would take its lines for products. */
@ApplicationScoped
class RunStockTakeStep implements DurableStep {
    static final String NAME = "run-stock-take";

    private final RunImportStep imports;

    RunStockTakeStep(RunImportStep imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID id) {
        return imports.run(id);
    }
}
