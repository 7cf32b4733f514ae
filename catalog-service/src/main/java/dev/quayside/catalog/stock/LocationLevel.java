package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quayside.catalog.CatalogProblem;
import dev.quayside.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The units of one sku at one location.
 *
 * @param location its code
 * @param onHand units that are there; at main below 0 what is owed
 * @param reserved of these, units held for orders that are not paid yet
 */
public record LocationLevel(String location, long onHand, long reserved) {
    /** Units that can still be sold from there. */
    @JsonProperty
    public long available() {
        return onHand - reserved;
    }

    /** Units that somebody can count there. */
    long shelf() {
        return Math.max(0, onHand);
    }

    /** As many units more or fewer. */
    LocationLevel with(long units) {
        return new LocationLevel(location, onHand + units, reserved);
    }

    /** What somebody thought to be there is: 409 {@code stock_changed}; null is anything. */
    void requireExpected(String sku, @Nullable Long expected) {
        if (expected != null && expected != onHand) {
            throw new ProblemException(
                            CatalogProblem.STOCK_CHANGED,
                            "%s: %d on hand at %s, not %d".formatted(sku, onHand, location, expected))
                    .with("onHand", onHand)
                    .with("reserved", reserved);
        }
    }

    /** What is on the shelf while units are owed is a delivery, which an adjustment serves what is owed from: 409 {@code stock_owed}. */
    void requireNothingOwed(String sku) {
        if (onHand < 0) {
            throw new ProblemException(
                            CatalogProblem.STOCK_OWED,
                            "%s: %d units are owed to orders that are paid; add what has come in by an adjustment"
                                    .formatted(sku, -onHand))
                    .with("onHand", onHand)
                    .with("reserved", reserved);
        }
    }
}
