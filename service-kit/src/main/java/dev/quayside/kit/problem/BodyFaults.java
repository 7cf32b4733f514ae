package dev.quayside.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What is wrong with a body, in the same words whether it is a request's or one line of a stream. */
public final class BodyFaults {
    private BodyFaults() {}

    /** A body that is not the JSON that is expected: {@code malformed_request}. */
    public static ProblemException of(JsonProcessingException unreadable) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST, JsonFaults.describe(unreadable));
    }

    /** Bean Validation's findings: {@code validation_failed} with each field at fault. */
    public static ProblemException of(Collection<? extends ConstraintViolation<?>> found) {
        List<Problem.FieldError> errors = found.stream()
                .map(BodyFaults::fieldError)
                .sorted(Comparator.comparing(Problem.FieldError::field).thenComparing(Problem.FieldError::code))
                .toList();
        String detail = errors.isEmpty()
                ? "the request is not valid"
                : errors.get(0).field() + " " + errors.get(0).message();
        return new ProblemException(CommonProblem.VALIDATION_FAILED, detail, errors);
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
        return new Problem.FieldError(field(violation.getPropertyPath()), constraint, violation.getMessage());
    }

    /** The path in the body, without the method and the parameter that hold it. */
    private static String field(Path path) {
        StringJoiner names = new StringJoiner(".");
        String parameter = "";
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() == ElementKind.PROPERTY) {
                if (node.getKey() != null) {
                    names.add(String.valueOf(node.getKey()));
                }
                names.add((node.getIndex() == null ? "" : "[" + node.getIndex() + "].") + node.getName());
            } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT && node.getKey() != null) {
                names.add(String.valueOf(node.getKey()));
            }
        }
        return names.length() == 0 ? parameter : names.toString().replace(".[", "[");
    }
}
