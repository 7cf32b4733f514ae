package dev.quayside.stripe.payment;

import dev.quayside.stripe.card.PaymentMethods;
import dev.quayside.stripe.customer.Customers;
import dev.quayside.stripe.event.Events;
import dev.quayside.stripe.money.Amounts;
import dev.quayside.stripe.store.Document;
import dev.quayside.stripe.store.Documents;
import dev.quayside.stripe.store.Store;
import dev.quayside.stripe.wire.ApiError;
import dev.quayside.stripe.wire.Params;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes, changes and finds PaymentIntents; what moves money is in {@link Confirmation} and {@link Settlement}. */
public final class PaymentIntents {
    private static final String KIND = "payment_intent";

    private final Store store;
    private final Documents documents;
    private final Customers customers;
    private final PaymentMethods methods;
    private final Events events;

    public PaymentIntents(Store store, Customers customers, PaymentMethods methods, Events events) {
        this.store = store;
        this.documents = store.documents(KIND, "pi", "customer");
        this.customers = customers;
        this.methods = methods;
        this.events = events;
    }

    Documents documents() {
        return documents;
    }

    public Document get(String id) {
        return documents.find(id).orElseThrow(() -> ApiError.missing(KIND, id));
    }

    public Optional<Document> find(String id) {
        return documents.find(id);
    }

    /** In seconds since 1970, as objects are dated. */
    long now() {
        return store.clock().seconds();
    }

    Document save(Document intent) {
        return documents.save(intent);
    }

    /** Reads and checks all parameters first: what is refused here leaves no trace. */
    Document create(Params params) {
        IntentFields.check(params.only(IntentFields.CREATE));
        String currency = Amounts.currency(params);
        long amount = Amounts.chargeable(params, currency);
        String customer = customers.named(params);
        Document method = methods.from(params);
        Document intent = NewIntent.of(documents.create(), params);
        intent.put("amount", amount)
                .put("client_secret", intent.id() + "_secret_" + store.ids().random(25))
                .put("currency", currency)
                .put("customer", customer);
        IntentFields.apply(intent, params);
        use(intent, method);
        save(intent);
        events.record("payment_intent.created", intent);
        return intent;
    }

    /** Puts a payment method on an intent that waits for one; null leaves it as it is. */
    void use(Document intent, @Nullable Document method) {
        if (method != null) {
            intent.put("payment_method", method.id()).clear("next_action");
            IntentStatus.REQUIRES_CONFIRMATION.putOn(intent);
            intent.put("_authenticated", false);
        }
    }

    Document update(String id, Params params) {
        IntentFields.check(params.only(IntentFields.UPDATE));
        Document intent = get(id);
        for (String field : List.of("amount", "currency", "customer", "payment_method", "payment_method_data")) {
            if (params.has(field) && !IntentStatus.of(intent).isOpen()) {
                throw WrongState.update(intent, field);
            }
        }
        String currency = params.has("currency") ? Amounts.currency(params) : intent.word("currency");
        if (params.has("amount")) {
            intent.put("amount", Amounts.chargeable(params, currency));
        }
        if (params.has("customer")) {
            intent.put("customer", customers.named(params));
        }
        use(intent, methods.from(params));
        IntentFields.apply(intent.put("currency", currency), params);
        return save(intent);
    }

    Document method(Document intent) {
        return methods.use(intent.word("payment_method"), "payment_method");
    }

    /** The payment method that the parameters bring, or null. */
    @Nullable
    Document methodFrom(Params params) {
        return methods.from(params);
    }

    /** Saves the card for later if the intent says so and has a customer. */
    void keepMethod(Document intent) {
        if (intent.has("setup_future_usage") && intent.has("customer")) {
            methods.attach(method(intent), intent.word("customer"));
        }
    }
}
