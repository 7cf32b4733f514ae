package dev.quayside.kit.auditlog;

import dev.quayside.kit.auditlog.Outbox.Waiting;
import dev.quayside.kit.step.DurableStep;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Ships an entry to the gateway, and with it others that wait; it runs a moment after the change, so that a script's many writes are few
 * calls. Killed between the call and the acknowledgement it sends them again, and the gateway knows them by their ids.
 */
@ApplicationScoped
@IfBuildProperty(name = "quayside.audit-log.outbox", stringValue = "true", enableIfMissing = true)
class ShipEntriesStep implements DurableStep {
    static final String NAME = "ship-audit-entry";

    private static final Duration ANOTHER_IS_SHIPPING = Duration.ofSeconds(1);
    private static final int MOST_BATCHES = 20;

    private final Outbox outbox;
    private final AuditLogClient gateway;
    /** One at a time: a gateway that is slow must not keep all the threads that business steps need. */
    private final ReentrantLock shipping = new ReentrantLock();

    ShipEntriesStep(Outbox outbox, @RestClient AuditLogClient gateway) {
        this.outbox = outbox;
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID entry) {
        if (!outbox.has(entry)) {
            return Outcome.DONE;
        }
        if (!shipping.tryLock()) {
            return Outcome.again(ANOTHER_IS_SHIPPING);
        }
        try {
            List<Waiting> batch = outbox.batch(entry);
            for (int n = 0; n < MOST_BATCHES && !batch.isEmpty(); n++) {
                ship(batch);
                batch = outbox.batch(entry);
            }
            return Outcome.DONE;
        } finally {
            shipping.unlock();
        }
    }

    private void ship(List<Waiting> batch) {
        try {
            gateway.append(batch.stream().map(Waiting::json).collect(Collectors.joining(",", "{\"entries\":[", "]}")));
        } catch (WebApplicationException refused) {
            if (batch.size() == 1 || !isAboutTheBody(refused.getResponse().getStatus())) {
                throw refused;
            }
            // One entry that is not taken keeps only itself waiting.
            ship(batch.subList(0, 1));
            return;
        }
        outbox.acknowledged(batch);
    }

    private static boolean isAboutTheBody(int status) {
        return status == 400 || status == 413 || status == 422;
    }
}
