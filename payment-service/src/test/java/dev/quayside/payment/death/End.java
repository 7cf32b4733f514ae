package dev.quayside.payment.death;

import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.SetupIntent;
import dev.quayside.payment.testing.Stripe;
import dev.quayside.payment.testing.Subscriber;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What has become of something everywhere: its rows, what its subscribers know, and what Stripe and the other services have. Not its fee:
 * Stripe names that a moment later, and a reading may be too early for it.
 */
record End(
        String payment,
        String news,
        String ledger,
        String operations,
        String refunds,
        String disputes,
        String events,
        String cards,
        String runs,
        String stock,
        List<String> atStripe) {
    private static final String PAYMENT = """
            select concat_ws(' ', status, amount, authorized, captured, refunded, refund_status, dispute_status, error_code,
                cancel_requested_at is not null, capture_asked, pi_id is not null, lease_owner is not null)
            from payments where order_id = ?""";
    private static final String LEDGER = """
            select string_agg(kind || ' ' || amount, ', ' order by kind, amount) from payment_transactions
            where order_id = ? and kind <> 'FEE'""";
    private static final String OPERATIONS = """
            select string_agg(kind || ' ' || state, ', ' order by kind, state) from payment_operations
            where order_id = ? or subject in (
                select cast(? as uuid) union all select id from card_setups where customer_id = ?
                union all select id from saved_cards where customer_id = ?)""";
    private static final String REFUNDS = """
            select string_agg(concat_ws(' ', amount, status, origin, failure_reason), ', ' order by amount, origin)
            from refunds where order_id = ?""";
    private static final String DISPUTES =
            "select string_agg(status || ' ' || funds_withdrawn, ', ') from disputes where order_id = ?";
    private static final String EVENTS = """
            select string_agg(e.type || ' ' || coalesce(e.result, 'waits'), ', ' order by e.type, e.event_id) from stripe_events e
            where e.type <> 'charge.updated' and (e.id = ? or e.pi_id = (select pi_id from payments where order_id = ?))""";
    private static final String CARDS = """
            select concat_ws(', ', (select stripe_customer_id is not null from stripe_customers where customer_id = ?),
                (select string_agg(status, ' ') from card_setups where customer_id = ?),
                (select string_agg(concat_ws(' ', 'card', removed_at is not null), ' ') from saved_cards where customer_id = ?),
                (select default_method_id is not null from card_holders where customer_id = ?))""";
    private static final String RUNS = """
            select concat_ws(', ', (select status from reconciliation_runs where id = ?),
                (select string_agg(code || ' ' || status, ' ' order by code, status) from reconciliation_mismatches where order_id = ?),
                (select count(*) from reconciliation_rows where run_id in (?, ?)),
                (select count(*) from reconciliation_runs where id = ?))""";

    static End of(Scene scene, Matter matter, Stage stage) {
        UUID owner = matter.owner();
        UUID subject = matter.subject();
        return new End(
                stage.rows().value(PAYMENT, owner),
                news(scene, owner, stage),
                stage.rows().value(LEDGER, owner),
                stage.rows().value(OPERATIONS, owner, owner, owner, owner),
                stage.rows().value(REFUNDS, owner),
                stage.rows().value(DISPUTES, owner),
                stage.rows().value(EVENTS, subject, owner),
                stage.rows().value(CARDS, owner, owner, owner, owner),
                stage.rows().value(RUNS, subject, owner, subject, owner, owner),
                stage.others().stockOf(owner),
                atStripe(owner));
    }

    /** The version, the published one, and the last that the subscribers were told. */
    private static String news(Scene scene, UUID order, Stage stage) {
        String version = stage.rows().value("select version from payments where order_id = ?", order);
        String news = version + " "
                + stage.rows().value("select published_version from payments where order_id = ?", order)
                + " "
                + Subscriber.told(order).stream()
                        .mapToLong(state -> state.getLong("version"))
                        .max()
                        .orElse(0);
        return scene.countsVersions() ? news : news.replace(version, "version");
    }

    private static List<String> atStripe(UUID owner) {
        Stream<String> intents = Stripe.intentsOf(owner).stream()
                .map(intent -> intent.getStatus() + " " + intent.getAmountReceived() + " " + refunds(intent));
        Stream<String> setups = Stripe.setupsOf(owner).stream().map(End::setup);
        Stream<String> customers = Stripe.customersOf(owner).stream().map(customer -> "customer");
        return Stream.of(intents, setups, customers)
                .flatMap(all -> all)
                .sorted()
                .toList();
    }

    private static List<String> refunds(PaymentIntent intent) {
        return intent.getAmountReceived() == 0
                ? List.of()
                : Stripe.refundsOf(intent.getId()).stream()
                        .map(End::refund)
                        .sorted()
                        .toList();
    }

    private static String refund(Refund refund) {
        return refund.getAmount() + " " + refund.getStatus();
    }

    private static String setup(SetupIntent setup) {
        String method = setup.getPaymentMethod();
        boolean held = method != null && Objects.nonNull(Stripe.method(method).getCustomer());
        return "setup " + setup.getStatus() + (held ? " with its card" : "");
    }
}
