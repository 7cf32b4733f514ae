package dev.quayside.order.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/** Who hears of an order, and where it goes. */
@Embeddable
record Delivery(
        @Column(name = "email") String email,
        @Embedded Address address,
        @Column(name = "shipping_method") String method) {}
