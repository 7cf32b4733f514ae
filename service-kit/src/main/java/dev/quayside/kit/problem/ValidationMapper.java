package dev.quayside.kit.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bean Validation's findings as a 422 that lists each field at fault. */
class ValidationMapper {

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException found, UriInfo uri) {
        return ProblemResponses.of(BodyFaults.of(found.getConstraintViolations()), uri);
    }
}
