package dev.quayside.gateway.door;

import dev.quayside.gateway.route.Route;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Bounds bodies of the gateway's own endpoints that did not say their length: the framework's own 413 has no problem body. */
@Provider
public class OwnBodies implements ReaderInterceptor {
    private final OwnBodyWatch watch;

    OwnBodies(OwnBodyWatch watch) {
        this.watch = watch;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reading) throws IOException {
        watch.reading();
        int most = (int) Route.OWN_BODY;
        byte[] body = reading.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new ProblemException(CommonProblem.BODY_TOO_LARGE, "at most " + most + " bytes are taken here");
        }
        reading.setInputStream(new ByteArrayInputStream(body));
        return reading.proceed();
    }
}
