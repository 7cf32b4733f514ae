package dev.quayside.gateway.password;

import dev.quayside.gateway.mode.DeploymentMode;

/**
 * What an Argon2id hash costs whoever makes one.
 *
 * @param memory KiB
 * @param iterations passes over the memory
 * @param lanes parallelism
 */
record Argon2Cost(int memory, int iterations, int lanes) {
    /** OWASP's first choice: 19 MiB, two passes, one lane. */
    static final Argon2Cost RECOMMENDED = new Argon2Cost(19_456, 2, 1);

    /** This cost; production takes none that is below what is recommended. */
    Argon2Cost allowedIn(DeploymentMode mode) {
        boolean cheap = memory < RECOMMENDED.memory || iterations < RECOMMENDED.iterations;
        if (mode == DeploymentMode.PRODUCTION && cheap) {
            throw new IllegalStateException("quayside.passwords.memory must be " + RECOMMENDED.memory
                    + " or more and quayside.passwords.iterations " + RECOMMENDED.iterations
                    + " or more in production");
        }
        return this;
    }
}
