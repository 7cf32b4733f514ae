package dev.quayside.gateway.mail;

import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;

/** Takes mails in the transaction of the change that they tell of; they are sent once it is committed. */
@ApplicationScoped
public class Mails {
    private final MailRepository mails;
    private final DurableSteps steps;
    private final Clock clock;

    Mails(MailRepository mails, DurableSteps steps, Clock clock) {
        this.mails = mails;
        this.steps = steps;
        this.clock = clock;
    }

    /**
     * Has a mail sent.
     *
     * @param subject whose account it is about: a token in its link acts for them
     */
    @Transactional(TxType.MANDATORY)
    public void send(MailKind kind, String recipient, UUID subject) {
        Mail mail = new Mail(Ids.next(), kind, recipient, subject, clock.instant());
        mails.persist(mail);
        steps.schedule(SendMail.NAME, mail.id());
    }
}
