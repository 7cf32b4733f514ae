package dev.quayside.gateway.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Hands letters to the SMTP server of the settings. */
@ApplicationScoped
class SmtpPostman {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final Vertx vertx;

    SmtpPostman(ReactiveMailer mailer, Vertx vertx) {
        this.mailer = mailer;
        this.vertx = vertx;
    }

    void deliver(Letter letter) {
        Mail mail = Mail.withText(letter.recipient(), letter.subject(), letter.text());
        Context loop = vertx.getOrCreateContext();
        try {
            // All of it on one event loop: the mail client loses the greeting of a server that is quicker than another
            // thread, and then waits for it.
            Uni.createFrom()
                    .deferred(() -> mailer.send(mail))
                    .runSubscriptionOn(sending -> loop.runOnContext(go -> sending.run()))
                    .await()
                    .atMost(LONGEST);
        } catch (RuntimeException e) {
            throw new NotSent(letter, e);
        }
    }
}
