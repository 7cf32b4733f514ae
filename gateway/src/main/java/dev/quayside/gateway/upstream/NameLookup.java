package dev.quayside.gateway.upstream;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Looks the services' names up again and again: one may stand for several instances, which come and go. */
@Singleton
class NameLookup {
    private static final Logger LOG = Logger.getLogger(NameLookup.class);

    /** Says which addresses a name stands for. */
    interface Directory {
        List<String> addresses(String name) throws UnknownHostException;
    }

    private final Upstreams upstreams;
    private final Directory directory;

    @Inject
    NameLookup(Upstreams upstreams) {
        this(upstreams, NameLookup::ofTheSystem);
    }

    NameLookup(Upstreams upstreams, Directory directory) {
        this.upstreams = upstreams;
        this.directory = directory;
    }

    /** For how long the JDK itself remembers an answer is {@code sun.net.inetaddr.ttl}, 30 s unless it is set. */
    private static List<String> ofTheSystem(String name) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(name))
                .map(InetAddress::getHostAddress)
                .toList();
    }

    void start(@Observes StartupEvent started, Vertx vertx, UpstreamSettings settings) {
        boolean names = upstreams.all().stream()
                .flatMap(service -> service.urls().stream())
                .anyMatch(ServiceUrl::isLookedUp);
        if (names) {
            lookUp(vertx);
            vertx.setPeriodic(settings.resolveEvery().toMillis(), timer -> lookUp(vertx));
        }
    }

    private void lookUp(Vertx vertx) {
        var unused = vertx.executeBlocking(
                () -> {
                    lookUpAll();
                    return true;
                },
                false);
    }

    /** A name that cannot be looked up keeps what it last stood for. Blocks. */
    void lookUpAll() {
        for (Upstream service : upstreams.all()) {
            service.urls().stream().filter(ServiceUrl::isLookedUp).forEach(url -> lookUp(service, url));
        }
    }

    private void lookUp(Upstream service, ServiceUrl url) {
        try {
            List<String> found = directory.addresses(url.host());
            if (!found.isEmpty()) {
                service.found(url, found);
            }
        } catch (UnknownHostException away) {
            LOG.debugf("%s is not known: %s", url.host(), away.getMessage());
        }
    }
}
