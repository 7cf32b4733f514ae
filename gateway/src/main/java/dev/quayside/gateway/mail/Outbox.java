package dev.quayside.gateway.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The transactions before and after a mail is sent. */
@ApplicationScoped
class Outbox {
    private static final Logger LOG = Logger.getLogger(Outbox.class);

    private final MailRepository mails;
    private final MailTokenRepository tokens;
    private final Letters letters;
    private final Clock clock;

    Outbox(MailRepository mails, MailTokenRepository tokens, Letters letters, Clock clock) {
        this.mails = mails;
        this.tokens = tokens;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * The letter to send; empty when the mail was sent, called back, or could not be sent for a day. Each try has a token of its own: which
     * of the tries arrived is not known, so the links of all of them are good.
     */
    @Transactional
    Optional<Letter> prepare(UUID id) {
        Instant now = clock.instant();
        Optional<Mail> found = mails.locked(id);
        if (found.isPresent() && found.get().isTooLate(now)) {
            LOG.errorf(
                    "mail %s (%s) could not be sent for a day and is given up",
                    id, found.get().kind());
            mails.delete(found.get());
            return Optional.empty();
        }
        return found.map(mail ->
                mail.kind().link().map(link -> withToken(mail, link, now)).orElseGet(() -> letters.write(mail)));
    }

    @Transactional
    void sent(UUID id) {
        mails.deleteSent(id);
    }

    private Letter withToken(Mail mail, MailKind.Link link, Instant now) {
        MailSecret secret = MailSecret.generate();
        tokens.persist(new MailToken(secret, mail, now, link.life()));
        return letters.write(mail, link, secret);
    }
}
