package dev.quayside.payment.death;

import java.util.UUID;

/**
 * What a step is about.
 *
 * @param owner the order, the customer, or the run
 * @param subject the step's own subject, often the same
 */
record Matter(UUID owner, UUID subject) {
    static Matter of(UUID owner) {
        return new Matter(owner, owner);
    }
}
