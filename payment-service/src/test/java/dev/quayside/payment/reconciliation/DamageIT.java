package dev.quayside.payment.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.stripe.exception.StripeException;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.payment.testing.OtherServices;
import dev.quayside.payment.testing.PaymentServiceTest;
import dev.quayside.payment.testing.Reconciling;
import dev.quayside.payment.testing.Rows;
import dev.quayside.payment.testing.Service;
import dev.quayside.payment.testing.Stripe;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Damage that is done by hand to one side of an order: one run finds all of it, and nothing else; and mends what it says it can. */
@PaymentServiceTest
class DamageIT {
    private static final String NONE = "none";

    private final OtherServices others = new OtherServices();
    private final Instant start = Instant.now();
    /** What is to be found, by {@code code subject}, and the action that mends it. */
    private final Map<String, String> damage = new TreeMap<>();

    @Inject
    DataSource database;

    private Rows rows;
    private Scenes scenes;

    @BeforeEach
    void shop() {
        rows = new Rows(database);
        rows.run("delete from reconciliation_mismatches");
        scenes = new Scenes(others, rows);
    }

    @AfterEach
    void leave() {
        others.close();
    }

    @Test
    void eachDamageIsFoundByItsCodeAndMendedIfItCanBe() throws StripeException {
        Stripe.losesEvents();
        scenes.paid();
        scenes.unpaid();
        scenes.cancelled();
        damageTheLedger();
        damageOrders();
        damageStock();
        damageAtStripe();
        scenes.authorized();
        damageGrants();

        JsonPath run = Reconciling.since(start);
        assertThat(run.getString("status")).isEqualTo("finished");
        Map<String, String> found = Reconciling.found(run.getString("id"));
        assertThat(found.keySet()).containsExactlyElementsOf(damage.keySet());
        assertThat(run.getInt("mismatches.found")).isEqualTo(damage.size());
        // All repairs are asked for before the first is waited for.
        damage.forEach((what, action) -> mend(what, String.valueOf(found.get(what)), action));
        damage.forEach((what, action) -> mended(String.valueOf(found.get(what)), action));

        long unsolved = damage.values().stream().filter(NONE::equals).count();
        JsonPath after = Reconciling.run(run.getString("id"));
        assertThat(after.getLong("mismatches.open")).isEqualTo(unsolved);
        assertThat(after.getLong("mismatches.repaired")).isEqualTo(damage.size() - unsolved);
        // Another run finds what only a person can mend, and that the repairs have damaged nothing.
        assertThat(Reconciling.found(Reconciling.since(start).getString("id")).keySet())
                .containsExactlyElementsOf(damage.entrySet().stream()
                        .filter(one -> one.getValue().equals(NONE))
                        .map(Map.Entry::getKey)
                        .toList());
        assertThat(rows.count("select count(*) from reconciliation_rows")).isZero();
    }

    private void damageTheLedger() {
        // A refund that is booked twice.
        UUID doubled = scenes.paid();
        Service.refund(doubled, UUID.randomUUID(), 300).then().statusCode(200);
        String refund = Stripe.refundsOf(scenes.intentOf(doubled)).get(0).getId();
        await().until(() -> others.order(doubled, Scenes.TOTAL).isRefunded(300));
        scenes.book(doubled, "REFUNDED", refund + "_again", 300);
        found("refund_not_at_stripe", refund + "_again", NONE);
        // A payment that Stripe does not have.
        found("payment_missing_at_stripe", scenes.intentOf(scenes.paidHereOnly()), NONE);
        // A total that is not that of the refunds.
        UUID wrong = scenes.paid();
        rows.run("update payments set refunded = 1 where order_id = ?", wrong);
        found("amount_differs", scenes.intentOf(wrong), "read_payment");
        // A dispute that never was.
        UUID invented = scenes.paid();
        scenes.book(invented, "DISPUTE_OPENED", "dp_invented", 500);
        found("dispute_not_at_stripe", "dp_invented", NONE);
    }

    private void damageOrders() {
        // Paid, and the order was not told.
        UUID untold = scenes.paid();
        others.order(untold, Scenes.TOTAL).pays(0).becomes("awaiting_payment");
        others.reservation(untold, "held");
        found("order_not_told", untold.toString(), "publish_payment");
        // Confirmed without money.
        UUID unpaid = scenes.unpaid();
        others.order(unpaid, Scenes.TOTAL).paid("confirmed");
        others.reservation(unpaid, "committed");
        found("order_paid_without_money", unpaid.toString(), NONE);
        // Payments of orders that do not exist.
        UUID alone = Ids.next();
        Service.opened(alone, Scenes.TOTAL);
        found("payment_without_order", alone.toString(), "cancel_payment");
        found("payment_without_order", scenes.paidAlone().toString(), NONE);
        // An order of another amount.
        UUID other = scenes.paidAlone();
        others.order(other, 900).paid("confirmed");
        others.reservation(other, "committed");
        found("amount_differs", other.toString(), NONE);
    }

    private void damageStock() {
        UUID held = scenes.paid();
        others.reservation(held, "held");
        found("stock_not_committed", held.toString(), "repeat_stock_step");
        UUID kept = scenes.cancelled();
        others.reservation(kept, "held");
        found("stock_not_released", kept.toString(), "repeat_stock_step");
        UUID taken = scenes.cancelled();
        others.reservation(taken, "committed");
        found("stock_not_returned", taken.toString(), "repeat_stock_step");
        UUID owed = scenes.paid();
        others.order(owed, Scenes.TOTAL).restocks(1);
        found("stock_not_returned", owed.toString(), "repeat_stock_step");
        UUID gone = scenes.paid();
        others.reservation(gone, "released");
        found("reservation_missing", gone.toString(), NONE);
        UUID back = scenes.paid();
        others.reservation(back, "returned");
        found("stock_differs", back.toString(), NONE);
        UUID orphan = Ids.next();
        others.reservation(orphan, "held");
        found("reservation_without_order", orphan.toString(), "release_reservation");
        UUID lost = Ids.next();
        others.reservation(lost, "committed");
        found("reservation_without_order", lost.toString(), NONE);
        others.shelfIsOff("SKU-OFF", "on_hand 4, ledger 5");
        found("stock_off", "SKU-OFF", NONE);
    }

    private void damageAtStripe() throws StripeException {
        UUID refunded = scenes.paid();
        UUID disputed = scenes.paid();
        UUID missed = scenes.unpaid();
        UUID closed = scenes.unpaid();
        UUID twice = scenes.paid();
        UUID strange = scenes.unpaid();
        // A refund that was made in the Dashboard, and its event was lost.
        found(
                "refund_not_in_ledger",
                Stripe.refundElsewhere(scenes.intentOf(refunded), 200).getId(),
                "read_payment");
        // A dispute that nobody told of.
        found("dispute_not_in_ledger", Stripe.dispute(scenes.intentOf(disputed), false), "read_payment");
        // A payment whose event is missing.
        Stripe.pay(scenes.intentOf(missed), "pm_card_visa");
        found("capture_not_in_ledger", scenes.intentOf(missed), "read_payment");
        Stripe.control("/payment_intents/" + scenes.intentOf(closed) + "/cancel", Map.of());
        found("cancellation_not_in_ledger", scenes.intentOf(closed), "read_payment");
        // PaymentIntents that we do not know.
        found("stripe_payment_unknown", Scenes.anotherIntent(strange), "settle_intent");
        String second = Scenes.anotherIntent(twice);
        Stripe.pay(second, "pm_card_visa");
        found("two_payments_with_money", second, NONE);
        found("stripe_payment_unknown", Scenes.anotherIntent(Ids.next()), NONE);
        // Another shop's, on the same account.
        Stripe.foreignIntent(700);
    }

    private void damageGrants() throws StripeException {
        // Authorised, captured in part, and expired, and every event was lost.
        found("authorisation_not_in_ledger", scenes.intentOf(scenes.authorizedUnknown()), "read_payment");
        UUID captured = scenes.authorized();
        Stripe.captureElsewhere(scenes.intentOf(captured), 700);
        found("capture_not_in_ledger", scenes.intentOf(captured), "read_payment");
        UUID expired = scenes.authorized();
        Stripe.cancelElsewhere(scenes.intentOf(expired));
        found("cancellation_not_in_ledger", scenes.intentOf(expired), "read_payment");
        // Confirmed on a grant that never was; and over, with a grant that is still there.
        UUID without = scenes.unpaid();
        others.order(without, Scenes.TOTAL).authorized();
        others.reservation(without, "committed");
        found("order_paid_without_money", without.toString(), NONE);
        UUID over = scenes.authorized();
        others.order(over, Scenes.TOTAL).becomes("cancelled");
        others.reservation(over, "returned");
        found("money_not_returned", over.toString(), "cancel_payment");
    }

    private void mend(String what, String mismatch, String action) {
        JsonPath before = Reconciling.mismatch(mismatch);
        if (action.equals(NONE)) {
            assertThat(before.getString("status")).as(what).isEqualTo("not_repairable");
            assertThat(before.getString("advice")).as(what).isNotBlank();
            assertThat(before.<Object>get("repair")).as(what).isNull();
            Reconciling.repair(mismatch).then().statusCode(409).body("code", equalTo("mismatch_not_repairable"));
            return;
        }
        assertThat(before.getString("status")).as(what).isEqualTo("open");
        assertThat(before.getString("repair.action")).as(what).isEqualTo(action);
        assertThat(Reconciling.repair(mismatch).statusCode()).as(what).isIn(200, 202);
    }

    private void mended(String mismatch, String action) {
        if (action.equals(NONE)) {
            return;
        }
        Reconciling.awaitRepaired(mismatch);
        assertThat(Reconciling.mismatch(mismatch).getString("repairedAt")).isNotNull();
        Reconciling.repair(mismatch).then().statusCode(409).body("code", equalTo("mismatch_already_repaired"));
    }

    private void found(String code, String subject, String action) {
        damage.put(code + " " + subject, action);
    }
}
