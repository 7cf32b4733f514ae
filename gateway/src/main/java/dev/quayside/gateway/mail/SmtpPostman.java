package dev.quayside.gateway.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands letters to the SMTP server of the settings. */
@ApplicationScoped
class SmtpPostman {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;

    SmtpPostman(ReactiveMailer mailer) {
        this.mailer = mailer;
    }

    void deliver(Letter letter) {
        try {
            mailer.send(Mail.withText(letter.recipient(), letter.subject(), letter.text()))
                    .await()
                    .atMost(LONGEST);
        } catch (RuntimeException e) {
            throw new NotSent(letter, e);
        }
    }
}
