package dev.quayside.order.purchase;

/** Whether it was bought. */
record PurchaseView(boolean bought) {}
