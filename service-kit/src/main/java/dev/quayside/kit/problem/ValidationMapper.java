package dev.quayside.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.StringJoiner;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bean Validation's findings as a 422 that lists each field at fault. */
class ValidationMapper {

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException found, UriInfo uri) {
        List<Problem.FieldError> errors = found.getConstraintViolations().stream()
                .map(ValidationMapper::fieldError)
                .sorted(Comparator.comparing(Problem.FieldError::field).thenComparing(Problem.FieldError::code))
                .toList();
        String detail = errors.isEmpty()
                ? "the request is not valid"
                : errors.get(0).field() + " " + errors.get(0).message();
        return ProblemResponses.of(new ProblemException(CommonProblem.VALIDATION_FAILED, detail, errors), uri);
    }

    private static Problem.FieldError fieldError(ConstraintViolation<?> violation) {
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName()
                .replaceAll("(?<=[a-z])([A-Z])", "_$1")
                .toLowerCase(java.util.Locale.ROOT);
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
                names.add((node.getIndex() == null ? "" : "[" + node.getIndex() + "].") + node.getName());
            } else if (node.getKind() == ElementKind.CONTAINER_ELEMENT && node.getKey() != null) {
                names.add(String.valueOf(node.getKey()));
            }
        }
        return names.length() == 0 ? parameter : names.toString().replace(".[", "[");
    }
}
