package dev.quayside.gateway.mail;

import dev.quayside.kit.step.DurableStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sends a mail. After a crash it may be sent twice, never not at all. */
@ApplicationScoped
class SendMail implements DurableStep {
    static final String NAME = "send-mail";

    private final Outbox outbox;
    private final Postman postman;

    SendMail(Outbox outbox, Postman postman) {
        this.outbox = outbox;
        this.postman = postman;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Outcome run(UUID mail) {
        outbox.prepare(mail).ifPresent(letter -> {
            postman.deliver(letter);
            outbox.sent(mail);
        });
        return Outcome.DONE;
    }
}
