package dev.quayside.order.purchase;

import dev.quayside.order.order.CustomerOrders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Looks a customer's orders through. */
@ApplicationScoped
class PurchaseService {
    private final CustomerOrders orders;

    PurchaseService(CustomerOrders orders) {
        this.orders = orders;
    }

    @Transactional
    PurchaseView answer(PurchaseQuestion question) {
        return new PurchaseView(orders.hasBought(question.customerId(), question.productId(), question.skus()));
    }
}
