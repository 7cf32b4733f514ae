package dev.quayside.stripe;

import dev.quayside.stripe.card.PaymentMethodResource;
import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.charge.BalanceTransactions;
import dev.quayside.stripe.charge.ChargeResource;
import dev.quayside.stripe.charge.Charges;
import dev.quayside.stripe.control.MachineControls;
import dev.quayside.stripe.control.PaymentControls;
import dev.quayside.stripe.control.WebhookControls;
import dev.quayside.stripe.customer.CustomerResource;
import dev.quayside.stripe.customer.Customers;
import dev.quayside.stripe.dispute.DisputeResource;
import dev.quayside.stripe.dispute.Disputes;
import dev.quayside.stripe.event.EventResource;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.fault.Faults;
import dev.quayside.stripe.idempotency.IdempotencyKeys;
import dev.quayside.stripe.payment.Confirmation;
import dev.quayside.stripe.payment.Copies;
import dev.quayside.stripe.payment.NextActions;
import dev.quayside.stripe.payment.PaymentIntentResource;
import dev.quayside.stripe.payment.PaymentIntents;
import dev.quayside.stripe.payment.Reviews;
import dev.quayside.stripe.payment.Settlement;
import dev.quayside.stripe.refund.RefundResource;
import dev.quayside.stripe.refund.Refunds;
import dev.quayside.stripe.server.ApiHandler;
import dev.quayside.stripe.server.Execution;
import dev.quayside.stripe.server.Journal;
import dev.quayside.stripe.setup.SetupIntentResource;
import dev.quayside.stripe.setup.SetupIntents;
import dev.quayside.stripe.store.Book;
import dev.quayside.stripe.store.Schedule;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.webhook.WebhookEndpointResource;
import dev.quayside.stripe.webhook.Webhooks;
import dev.quayside.stripe.wire.Resource;
import dev.quayside.stripe.wire.Routes;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.List;

/** Everything that a stand-in is made of, put together once. */
final class Parts {
    private final Settings settings;
    private final Store store;
    private final Book book;
    private final Schedule schedule;
    private final Webhooks webhooks;
    private final Faults faults = new Faults();
    private final Journal journal = new Journal();
    private final IdempotencyKeys keys;
    private final Routes routes = new Routes();
    private final ApiHandler apiHandler;
    private final PaymentControls paymentControls;
    private volatile String baseUrl = "";

    Parts(Vertx vertx, Settings settings) {
        this.settings = settings;
        store = new Store(settings.data());
        book = new Book(vertx, store);
        schedule = new Schedule(vertx, book, store);
        webhooks = new Webhooks(vertx, book, store, schedule, settings.webhookRetries(), settings.webhookTimeout());
        keys = new IdempotencyKeys(store);
        apiHandler = new ApiHandler(
                vertx, new Execution(book, store, keys), faults, journal, webhooks.courier(), store.ids());
        paymentControls = features(new Events(store, book, webhooks.announcer()));
    }

    private PaymentControls features(Events events) {
        Customers customers = new Customers(store);
        PaymentMethods methods = new PaymentMethods(store, events);
        BalanceTransactions balance = new BalanceTransactions(store);
        Charges charges = new Charges(store, balance, events, schedule, settings.settlementDelay());
        PaymentIntents intents = new PaymentIntents(store, customers, methods, events);
        Settlement settlement =
                new Settlement(intents, charges, new Reviews(store, events), events, schedule, settings.outcomeDelay());
        Confirmation confirmation =
                new Confirmation(intents, settlement, new NextActions(intents, events, () -> baseUrl));
        SetupIntents setups = new SetupIntents(store, methods, events, () -> baseUrl);
        Refunds refunds = new Refunds(store, charges, balance, events, schedule, settings.outcomeDelay());
        Disputes disputes = new Disputes(store, charges, balance, events, schedule, settings.outcomeDelay());
        schedule.register(Settlement.PROCESSED, confirmation::processed);
        schedule.register(Settlement.UNCAPTURED, settlement::expire);
        PaymentIntentResource intentResource = new PaymentIntentResource(intents, confirmation, settlement);
        RefundResource refundResource = new RefundResource(refunds, charges, intents);
        List<Resource> resources = List.of(
                intentResource,
                refundResource,
                new ChargeResource(charges, balance, events),
                new CustomerResource(customers, events, methods::detachAll),
                new PaymentMethodResource(methods, customers),
                new SetupIntentResource(store, setups, customers, methods, events),
                new DisputeResource(disputes, events),
                new EventResource(store, events),
                new WebhookEndpointResource(webhooks.endpoints()));
        resources.forEach(resource -> resource.addTo(routes));
        return new PaymentControls(
                book,
                confirmation,
                intentResource,
                setups,
                refundResource,
                refunds,
                disputes,
                new Copies(intents, charges));
    }

    void reachableAt(String url) {
        baseUrl = url;
    }

    /** Inside an act, once at start: goes on where the last process ended. */
    boolean wake() {
        configureEndpoint();
        keys.prune();
        webhooks.deliveries().resume();
        schedule.runDue();
        return true;
    }

    private void configureEndpoint() {
        URI url = settings.webhookUrl();
        String secret = settings.webhookSecret();
        if (url != null && secret != null) {
            webhooks.endpoints().configure(url, secret);
        }
    }

    Store store() {
        return store;
    }

    Book book() {
        return book;
    }

    Routes routes() {
        return routes;
    }

    ApiHandler apiHandler() {
        return apiHandler;
    }

    PaymentControls paymentControls() {
        return paymentControls;
    }

    WebhookControls webhookControls() {
        return new WebhookControls(book, webhooks);
    }

    MachineControls machineControls() {
        return new MachineControls(book, store, schedule, keys, faults, journal, webhooks, this::configureEndpoint);
    }
}
