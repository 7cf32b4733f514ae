package dev.quayside.catalog.sheet;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem.FieldError;
import dev.quayside.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the cells of one product. */
final class Faults {
    private final List<FieldError> errors = new ArrayList<>();

    void add(Row row, String column, String code, String message) {
        errors.add(new FieldError(column, code, message + " (line " + row.line() + ")"));
    }

    Optional<ProblemException> problem() {
        return errors.stream()
                .findFirst()
                .map(first -> new ProblemException(
                        CommonProblem.VALIDATION_FAILED, first.field() + " " + first.message(), errors));
    }
}
