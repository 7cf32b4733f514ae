package dev.quayside.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quayside.gateway.testing.Database;
import dev.quayside.gateway.testing.GatewayTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Mails are put into the table by hand here, so that no step sends them meanwhile. */
@GatewayTest
class OutboxIT {
    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    MailTokens tokens;

    private final UUID subject = UUID.randomUUID();

    @Test
    void eachTryHasAGoodTokenAndOneOfThemIsTakenOnce() {
        UUID mail = mail("now()");
        String first = token(outbox.prepare(mail));
        String second = token(outbox.prepare(mail));
        assertThat(first).isNotEqualTo(second);
        assertThat(tokens.look(first, MailKind.withLink())).isPresent();
        assertThat(take(second)).isTrue();
        assertThat(take(second)).isFalse();
        outbox.sent(mail);
        assertThat(outbox.prepare(mail)).isEmpty();
    }

    @Test
    void whatCouldNotBeSentForADayIsGivenUp() {
        UUID mail = mail("now() - interval '25 hours'");
        assertThat(outbox.prepare(mail)).isEmpty();
        assertThat(Database.one(database, "select count(*) from mails where id = ?", mail))
                .isEqualTo("0");
    }

    @Test
    void aTokenIsGoodForWhatItWasMailedForAlone() {
        String token = token(outbox.prepare(mail("now()")));
        assertThat(tokens.look(token, EnumSet.of(MailKind.VERIFY_EMAIL, MailKind.CHANGE_EMAIL)))
                .isEmpty();
    }

    /** The mail is being prepared, not yet committed, while its links are revoked: its token must not survive that. */
    @Test
    void revokingWaitsForAMailThatIsBeingPrepared() throws Exception {
        UUID mail = mail("now()");
        CountDownLatch prepared = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<String> sending =
                threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                    String token = token(outbox.prepare(mail));
                    prepared.countDown();
                    goOn.await(30, TimeUnit.SECONDS);
                    return token;
                }));
        assertThat(prepared.await(5, TimeUnit.SECONDS)).isTrue();
        Future<?> revoking = threads.submit(
                () -> QuarkusTransaction.requiringNew().run(() -> tokens.revoke(subject, MailKind.withLink())));
        org.awaitility.Awaitility.await()
                .until(() -> Database.one(
                                database,
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and query ilike 'delete%mails%'")
                        .equals("1"));
        goOn.countDown();
        String token = sending.get(5, TimeUnit.SECONDS);
        revoking.get(5, TimeUnit.SECONDS);
        threads.shutdown();
        assertThat(tokens.look(token, MailKind.withLink())).isEmpty();
    }

    private UUID mail(String createdAt) {
        UUID id = UUID.randomUUID();
        Database.update(
                database,
                "insert into mails values (?, 'RESET_PASSWORD', 'ada@example.com', ?, " + createdAt + ")",
                id,
                subject);
        return id;
    }

    private boolean take(String token) {
        return QuarkusTransaction.requiringNew().call(() -> tokens.take(token));
    }

    private static String token(Optional<Letter> letter) {
        return letter.orElseThrow().text().replaceAll("(?s).*[?]token=([A-Za-z0-9_-]+).*", "$1");
    }
}
