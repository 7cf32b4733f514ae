package dev.quayside.kit.auditlog;

import dev.quayside.kit.idempotency.StoredAnswer;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.Problem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Finds admin writes that succeeded and told the audit trail nothing. In tests such a request fails, so that none can be forgotten; in a
 * running shop, where the change is made, it is an error in the log.
 */
class UnrecordedWrites {
    private static final Logger LOG = Logger.getLogger(UnrecordedWrites.class);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final AuditedRequest request;
    private final boolean strict;

    UnrecordedWrites(AuditedRequest request, @ConfigProperty(name = "quayside.audit-log.strict") boolean strict) {
        this.request = request;
        this.strict = strict;
    }

    @ServerResponseFilter
    void check(ContainerRequestContext asked, ContainerResponseContext answer, ResourceInfo resource) {
        if (isAdminWrite(asked) && succeeded(answer) && !isReplay(answer) && !request.isAccounted()) {
            // The method's name, not the path: what is in a path may be nobody else's business.
            String write = resource.getResourceClass().getSimpleName() + "."
                    + resource.getResourceMethod().getName();
            LOG.errorf("%s changed something that is not in the audit log", write);
            if (strict) {
                fail(answer, write);
            }
        }
    }

    private static boolean isAdminWrite(ContainerRequestContext asked) {
        return WRITES.contains(asked.getMethod())
                && asked.getUriInfo().getPath().startsWith("/v1/admin/");
    }

    private static boolean succeeded(ContainerResponseContext answer) {
        return Response.Status.Family.familyOf(answer.getStatus()) == Response.Status.Family.SUCCESSFUL;
    }

    private static boolean isReplay(ContainerResponseContext answer) {
        return answer.getHeaders().containsKey(StoredAnswer.REPLAYED_HEADER);
    }

    private static void fail(ContainerResponseContext answer, String write) {
        ProblemException forgotten =
                new ProblemException(CommonProblem.INTERNAL_ERROR, write + " has to call AuditTrail.record");
        answer.setStatus(forgotten.code().status());
        answer.setEntity(
                Problem.of(forgotten, null, null),
                new java.lang.annotation.Annotation[0],
                MediaType.valueOf(Problem.MEDIA_TYPE));
    }
}
