package dev.quayside.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what a request can end in, expected or not, into a problem body. 4xx is logged at debug, 5xx once at error. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response known(ProblemException problem, UriInfo uri) {
        LOG.debugf("%s: %s", problem.code().code(), problem.getMessage());
        return ProblemResponses.of(problem, uri);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException unreadable, UriInfo uri) {
        return ProblemResponses.of(BodyFaults.of(unreadable), uri);
    }

    /** Named beside its superclass because Quarkus has a mapper of its own for it, which would come first. */
    @ServerExceptionMapper
    Response mismatch(MismatchedInputException unreadable, UriInfo uri) {
        return json(unreadable, uri);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException fault, UriInfo uri) {
        if (fault.getCause() instanceof JsonProcessingException unreadable) {
            return json(unreadable, uri);
        }
        if (fault.getCause() instanceof ProblemException problem) {
            return known(problem, uri);
        }
        return switch (fault.getResponse().getStatus()) {
            case 400 -> ProblemResponses.of(CommonProblem.MALFORMED_REQUEST, "the request could not be read", uri);
            case 401 -> unauthenticated(uri, "send a valid bearer token");
            case 403 -> ProblemResponses.of(CommonProblem.FORBIDDEN, "the token does not allow this", uri);
            case 404 -> ProblemResponses.of(CommonProblem.NOT_FOUND, "no resource has this path", uri);
            case 405 ->
                ProblemResponses.of(CommonProblem.METHOD_NOT_ALLOWED, "the path exists, the method does not", uri);
            case 406 -> ProblemResponses.of(CommonProblem.NOT_ACCEPTABLE, "only application/json is given here", uri);
            case 413 -> ProblemResponses.of(CommonProblem.BODY_TOO_LARGE, "send a smaller body", uri);
            case 415 ->
                ProblemResponses.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "send the body as application/json", uri);
            default -> unexpected(fault, uri);
        };
    }

    @ServerExceptionMapper
    Response noToken(UnauthorizedException missing, UriInfo uri) {
        return unauthenticated(uri, "send a valid bearer token");
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException refused, UriInfo uri) {
        return unauthenticated(uri, "the token is expired, forged or meant for something else");
    }

    @ServerExceptionMapper
    Response scopeMissing(ForbiddenException refused, UriInfo uri, ResourceInfo resource) {
        RolesAllowed needed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        String detail = needed == null
                ? "the token does not allow this"
                : "the token lacks the scope " + String.join(" or ", needed.value());
        return ProblemResponses.of(CommonProblem.FORBIDDEN, detail, uri);
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault, UriInfo uri) {
        if (DatabaseFaults.isUnavailable(fault)) {
            LOG.errorf("the database did not answer: %s", fault);
            return ProblemResponses.of(
                    new ProblemException(
                                    CommonProblem.BUSY,
                                    "send the request again, with the same Idempotency-Key if it had one")
                            .withHeader(HttpHeaders.RETRY_AFTER, "2"),
                    uri);
        }
        LOG.error("request failed", fault);
        return ProblemResponses.of(
                CommonProblem.INTERNAL_ERROR, "nothing is wrong with the request; try again later", uri);
    }

    private static Response unauthenticated(UriInfo uri, String detail) {
        return ProblemResponses.of(
                new ProblemException(CommonProblem.UNAUTHENTICATED, detail)
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"),
                uri);
    }
}
