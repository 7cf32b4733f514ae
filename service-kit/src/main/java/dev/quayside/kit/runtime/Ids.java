package dev.quayside.kit.runtime;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Ids made in the application: PostgreSQL before 18 has no {@code uuidv7()}. */
public final class Ids {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    /** A UUIDv7: sorts by the time it was made. Not a secret. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
