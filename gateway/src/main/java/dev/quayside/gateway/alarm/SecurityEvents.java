package dev.quayside.gateway.alarm;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where security events are written down. */
@ApplicationScoped
public class SecurityEvents {
    private static final Logger LOG = Logger.getLogger(SecurityEvents.class);

    /**
     * Notes an event, in the transaction of what it tells of when there is one.
     *
     * @param event what happened, such as {@code refresh_token.reused}
     * @param customer whose account it happened to
     * @param detail the thing that it happened to, without any secret
     */
    public void note(String event, UUID customer, String detail) {
        LOG.warnf("security event %s: customer %s, %s", event, customer, detail);
    }
}
