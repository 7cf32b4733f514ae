package dev.quayside.catalog.stocktake;

import dev.quayside.catalog.bulk.SeenKeys;
import dev.quayside.kit.problem.BodyFaults;
import dev.quayside.kit.problem.ProblemException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Set;

/** What can be said of a line without the database: its fields are valid, and no other line has its sku and location. */
final class CountChecks {
    private final Validator validator;
    private final SeenKeys keys = new SeenKeys();

    CountChecks(Validator validator) {
        this.validator = validator;
    }

    CountLine check(CountLine line) {
        CountedUnits units = line.units();
        if (units == null) {
            return line;
        }
        Set<ConstraintViolation<CountedUnits>> found = validator.validate(units);
        if (!found.isEmpty()) {
            return line.failed(BodyFaults.of(found));
        }
        long first = keys.first(units.sku() + " " + units.place(), line.number());
        return first == 0
                ? line
                : line.failed(
                        ProblemException.invalidField("sku", "duplicate_in_file", "is on line " + first + " already"));
    }
}
