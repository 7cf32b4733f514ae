package dev.quayside.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Where the services are and how much is asked of them. */
@ConfigMapping(prefix = "quayside.upstream")
public interface UpstreamSettings {
    /** One address for each instance, or names that stand for several. */
    List<URI> catalog();

    List<URI> order();

    List<URI> payment();

    /** Until there is a connection to an instance. */
    Duration connectTimeout();

    /** Until a service says something to a request that it has wholly got. A route may say otherwise. */
    Duration answerTimeout();

    /** Requests under way at one instance, for each listener. */
    int connections();

    /** Requests that wait for one of these connections. */
    int waiting();

    /** How long one waits at most. */
    Duration waitingTimeout();

    /** How often the instances of a service that has several are asked whether they are ready. */
    Duration probeEvery();

    /** How often names are looked up again. */
    Duration resolveEvery();
}
