package dev.quayside.order;

import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.request.RequestId;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A row that others keep locked for too long is a 503 {@code busy}: nothing was done, and asking again is safe. */
class Contention {

    @ServerExceptionMapper({
        LockTimeoutException.class,
        PessimisticLockException.class,
        org.hibernate.exception.LockTimeoutException.class
    })
    Response busy(UriInfo uri) {
        ProblemException busy = new ProblemException(
                CommonProblem.BUSY, "others are changing the same thing; nothing was done, ask again in a second");
        return Response.status(busy.code().status())
                .type(Problem.MEDIA_TYPE)
                .header("Retry-After", "1")
                .entity(Problem.of(busy, uri.getRequestUri().getRawPath(), RequestId.current()))
                .build();
    }
}
