package dev.quayside.payment.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.quayside.kit.testing.Together;
import dev.quayside.payment.gateway.CardReading;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Wallet;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What readings do to the rows, in whatever order they come back. */
@PaymentServiceTest
class CardsIT {
    private final Wallet wallet = Wallet.ofSomebody();
    private final String marker = UUID.randomUUID().toString().substring(0, 8);

    @Inject
    Cards cards;

    @Inject
    DataSource database;

    @Test
    void aReadingThatBeganEarlierDoesNotUndoALaterOne() {
        long early = cards.beginReading(wallet.customer());
        long late = cards.beginReading(wallet.customer());
        cards.apply(wallet.customer(), late, List.of(card(2), card(1)));
        cards.apply(wallet.customer(), early, List.of(card(1)));
        cards.apply(wallet.customer(), late, List.of());
        assertThat(wallet.methods()).containsExactly(id(2), id(1));
        assertThat(wallet.preferred()).isEqualTo(id(1));
    }

    @Test
    void whatABankChangesIsShown() {
        apply(List.of(card(1)));
        CardReading renewed = new CardReading(id(1), "visa", "4242", 1, 2040, "f1", card(1).created());
        apply(List.of(renewed));
        assertThat(wallet.list().getInt("data[0].card.expYear")).isEqualTo(2040);
    }

    @Test
    void whatIsGoneDoesNotComeBack() {
        apply(List.of(card(2), card(1)));
        apply(List.of(card(1)));
        apply(List.of(card(2), card(1)));
        assertThat(wallet.methods()).containsExactly(id(1));
    }

    @Test
    void moreThanTwentyAreNotKept() {
        List<CardReading> many = IntStream.rangeClosed(1, 23)
                .map(i -> 24 - i)
                .mapToObj(this::card)
                .toList();
        apply(many);
        assertThat(wallet.methods()).hasSize(20).doesNotContain(id(21), id(22), id(23));
        // They are detached; that Stripe has never heard of them is as good.
        await().until(() -> rows().count(
                                "select count(*) from payment_operations where kind = 'DETACH_CARD' and state = 'SUCCEEDED'"
                                        + " and params like ?",
                                "%" + marker + "%")
                == 3);
        apply(many);
        assertThat(wallet.methods()).hasSize(20);
    }

    @Test
    void manyReadingsAtOnceEndAsTheLastOne() {
        Together.times(8, () -> {
            apply(List.of(card(3), card(2), card(1)));
            return true;
        });
        assertThat(wallet.methods()).containsExactly(id(3), id(2), id(1));
        assertThat(wallet.preferred()).isEqualTo(id(1));
    }

    private void apply(List<CardReading> newestFirst) {
        cards.apply(wallet.customer(), cards.beginReading(wallet.customer()), newestFirst);
    }

    private CardReading card(int number) {
        Instant made = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
        return new CardReading(id(number), "visa", "4242", 12, 2034, "f" + number, made);
    }

    private String id(int number) {
        return "pm_" + marker + number;
    }

    private Rows rows() {
        return new Rows(database);
    }
}
