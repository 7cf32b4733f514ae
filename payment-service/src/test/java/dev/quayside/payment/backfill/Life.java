package dev.quayside.payment.backfill;

import com.stripe.exception.StripeException;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What happens to one payment, step by step, and what the books must say of it in the end, whoever was told of what. */
final class Life {
    /** One thing that happens. */
    interface Act {
        void run() throws StripeException;
    }

    /** How the money is taken, or let go of. */
    private enum Taking {
        AT_ONCE,
        CAPTURED_HERE,
        CAPTURED_ELSEWHERE,
        CANCELED_HERE,
        CANCELED_ELSEWHERE;

        boolean isCapture() {
            return switch (this) {
                case AT_ONCE, CAPTURED_HERE, CAPTURED_ELSEWHERE -> true;
                case CANCELED_HERE, CANCELED_ELSEWHERE -> false;
            };
        }
    }

    private enum Ending {
        NONE,
        WON,
        LOST,
        INQUIRY
    }

    final UUID order;
    final String intent;
    final List<Act> acts = new ArrayList<>();
    private final List<String> book = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private final long amount;
    private final long captured;
    private final Taking taking;
    private final Ending ending;
    private long refunded;
    private String dispute = "";

    /** The number sees to it that each way of taking the money is among a few lives. */
    Life(int number, Random random) {
        order = UUID.randomUUID();
        amount = 1000L + random.nextInt(9000);
        taking = Taking.values()[number % Taking.values().length];
        intent = taking == Taking.AT_ONCE
                ? Service.opened(order, amount)
                : Service.openManual(order, amount).path("data.paymentIntentId");
        captured = taking == Taking.AT_ONCE || random.nextBoolean() ? amount : amount - random.nextInt(100);
        ending = taking.isCapture() ? Ending.values()[random.nextInt(Ending.values().length)] : Ending.NONE;
        book("authorised", amount);
        act("paid", () -> Stripe.pay(intent, "pm_card_visa"));
        take();
        if (!taking.isCapture()) {
            return;
        }
        book("captured", captured);
        // Stripe's price: 2.9 % and 30.
        book("fee", (captured * 29 + 500) / 1000 + 30);
        if (captured < amount) {
            book("released", amount - captured);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            refund(1L + random.nextInt(300), random.nextBoolean());
        }
        dispute();
        if (ending == Ending.WON || ending == Ending.INQUIRY) {
            refund(1L + random.nextInt(50), false);
        }
    }

    /** The ledger, as {@link Service#book} shows it. */
    List<String> book() {
        return book.stream().sorted().toList();
    }

    /** What the payment's row says in the end. */
    String state() {
        return (taking.isCapture() ? "CAPTURED " : "CANCELED ") + refunded + " " + disputeStatus();
    }

    boolean isCaptured() {
        return taking.isCapture();
    }

    private String disputeStatus() {
        return switch (ending) {
            case NONE -> "none";
            case WON, INQUIRY -> "won";
            case LOST -> "lost";
        };
    }

    @Override
    public String toString() {
        return amount + story.toString();
    }

    private void take() {
        switch (taking) {
            case AT_ONCE -> {}
            case CAPTURED_HERE ->
                act("captured here " + captured, () -> {
                    Service.knowsAuthorized(order, intent);
                    Service.capture(order, captured).then().statusCode(200);
                });
            case CAPTURED_ELSEWHERE ->
                act("captured elsewhere " + captured, () -> Stripe.captureElsewhere(intent, captured));
            case CANCELED_HERE -> {
                book("canceled", amount);
                book("released", amount);
                // The shop can cancel what it does not know to be paid.
                act("canceled here", () -> Service.cancel(order).then().statusCode(200));
            }
            case CANCELED_ELSEWHERE -> {
                book("canceled", amount);
                book("released", amount);
                act("canceled elsewhere", () -> Stripe.cancelElsewhere(intent));
            }
        }
    }

    private void refund(long part, boolean here) {
        refunded += part;
        book("refunded", part);
        if (here) {
            book("refund_requested", part);
            act("refunded here " + part, () -> {
                // The shop can only refund what it knows to be paid.
                Service.knowsPaid(order, intent);
                Service.refund(order, UUID.randomUUID(), part).then().statusCode(200);
            });
        } else {
            act("refunded elsewhere " + part, () -> Stripe.refundElsewhere(intent, part));
        }
    }

    private void dispute() {
        if (ending == Ending.NONE) {
            return;
        }
        boolean inquiry = ending == Ending.INQUIRY;
        long disputed = captured - refunded;
        book("dispute_opened", disputed);
        act(inquiry ? "inquiry" : "disputed", () -> dispute = Stripe.dispute(intent, inquiry));
        if (!inquiry) {
            book("funds_withdrawn", disputed);
        }
        if (ending == Ending.LOST) {
            book("dispute_lost", disputed);
            act("lost", () -> Stripe.end(dispute, "lose"));
        } else {
            book("dispute_won", disputed);
            act(inquiry ? "closed" : "won", () -> {
                if (inquiry) {
                    Stripe.giveUp(dispute);
                } else {
                    Stripe.end(dispute, "win");
                }
            });
        }
        if (ending == Ending.WON) {
            book("funds_reinstated", disputed);
        }
    }

    private void book(String kind, long of) {
        book.add(kind + " " + of);
    }

    private void act(String words, Act act) {
        story.append(", ").append(words);
        acts.add(act);
    }
}
