package dev.quayside.kit.auditlog;

import dev.quayside.kit.auditlog.Outbox.Waiting;
import dev.quayside.kit.step.DurableStep;
import dev.quayside.kit.step.OneAtATime;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST_BATCHES = 20;

    private final Outbox outbox;
    private final AuditLogClient gateway;
    private final OneAtATime shipping = new OneAtATime(SOON);

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
        return outbox.has(entry) ? shipping.run(() -> shipUpTo(entry)) : Outcome.DONE;
    }

    /** The oldest first, so that an entry that is gone has taken all with it that were recorded together with it and before it. */
    private Outcome shipUpTo(UUID entry) {
        Map<UUID, WebApplicationException> refused = new HashMap<>();
        List<Waiting> batch = outbox.batch(null);
        for (int n = 0; n < MOST_BATCHES && !batch.isEmpty(); n++) {
            ship(batch, refused);
            batch = outbox.batch(batch.get(batch.size() - 1).id());
        }
        WebApplicationException own = refused.get(entry);
        if (own != null) {
            throw own;
        }
        return outbox.has(entry) ? Outcome.again(SOON) : Outcome.DONE;
    }

    /** One entry that is not taken keeps only itself waiting: it is found by halves. */
    private void ship(List<Waiting> batch, Map<UUID, WebApplicationException> refused) {
        try {
            gateway.append(batch.stream().map(Waiting::json).collect(Collectors.joining(",", "{\"entries\":[", "]}")));
            outbox.acknowledged(batch);
        } catch (WebApplicationException refusal) {
            if (!isAboutTheBody(refusal.getResponse().getStatus())) {
                throw refusal;
            }
            if (batch.size() == 1) {
                refused.put(batch.get(0).id(), refusal);
                return;
            }
            ship(batch.subList(0, batch.size() / 2), refused);
            ship(batch.subList(batch.size() / 2, batch.size()), refused);
        }
    }

    private static boolean isAboutTheBody(int status) {
        return status == 400 || status == 413 || status == 422;
    }
}
