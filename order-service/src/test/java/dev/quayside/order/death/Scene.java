package dev.quayside.order.death;

import dev.quayside.order.testing.Capturing;
import dev.quayside.order.testing.FakeShop;
import dev.quayside.order.testing.PlacedOrder;
import dev.quayside.order.testing.Refunding;
import dev.quayside.order.testing.Rows;
import dev.quayside.order.testing.Shopper;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** An order that is about to owe a step, and what makes it owe it. */
enum Scene {
    CHECKOUT_IS_PLACED("place-order", After.UNPLACED),
    CHECKOUT_IS_ABANDONED("place-order", After.UNPLACED_WITHOUT_STOCK),
    STOCK_IS_RELEASED("release-stock", After.UNPLACED_WITHOUT_STOCK) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            rows.schedule("place-order", order.id(), Duration.ZERO);
        }
    },
    PAYMENT_IS_OPENED("open-payment", After.UNOPENED),
    ORDER_EXPIRES("expire-order", After.PLACED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            rows.change("update orders set expires_at = now() - interval '1 s' where id = ?", order.id());
            super.begin(order, rows);
        }
    },
    STOCK_IS_TAKEN("commit-stock", After.PLACED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            order.pay();
        }
    },
    UNPAID_ORDER_IS_CANCELLED("cancel-order", After.PLACED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            order.cancel();
        }
    },
    PAID_ORDER_IS_CANCELLED("cancel-order", After.PAID) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            order.cancel();
        }
    },
    AUTHORISED_ORDER_IS_CANCELLED("cancel-order", After.AUTHORISED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            order.cancel();
        }
    },
    LATE_MONEY_GOES_BACK("refund-order", After.CANCELLED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            FakeShop.get().payments().captureLate(order.id(), order.total());
            order.tell();
        }
    },
    PART_IS_CAPTURED("capture-payment", After.AUTHORISED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            Capturing.capture(order, 700);
        }
    },
    CAPTURE_IS_REFUSED("capture-payment", After.AUTHORISED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            FakeShop.get().payments().grants(order.id(), 600);
            Capturing.capture(order, 700);
        }
    },
    REFUND_IS_PAID("pay-refund", After.PAID) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            Refunding.refund(order, returned(order));
        }
    },
    UNITS_COME_BACK("restock-refund", After.PAID) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            Refunding.refund(order, returned(order));
        }
    },
    BANK_SENDS_A_REFUND_BACK("follow-refunds", After.REFUNDED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            FakeShop.get().payments().refundReverses(order.id(), refund(order, rows));
            order.tell();
        }
    },
    STOCK_IS_REPAIRED("repair-stock", After.REFUNDED) {
        @Override
        void begin(PlacedOrder order, Rows rows) {
            FakeShop.get().catalog().forgetReturn(refund(order, rows));
            super.begin(order, rows);
        }
    };

    /** What has happened to an order, with nothing left to be done for it. */
    private enum After {
        PLACED,
        UNOPENED,
        UNPLACED,
        UNPLACED_WITHOUT_STOCK,
        PAID,
        AUTHORISED,
        REFUNDED,
        CANCELLED
    }

    private final String step;
    private final After after;

    Scene(String step, After after) {
        this.step = step;
        this.after = after;
    }

    /** The step that dies. */
    String step() {
        return step;
    }

    /** Makes the order owe the step: by what leads to it or, where that has been taken back, by the row alone. */
    void begin(PlacedOrder order, Rows rows) {
        rows.schedule(step, order.id(), Duration.ZERO);
    }

    /** Whether the shop has to be one that captures when it is asked to, while the order is made. */
    boolean isManual() {
        return after == After.AUTHORISED;
    }

    /** An order that is where the scene begins. */
    PlacedOrder order(Rows rows) {
        PlacedOrder order = PlacedOrder.by(Shopper.guest(), 1000, 2);
        rows.unschedule(order.id());
        switch (after) {
            case PLACED -> {}
            case UNOPENED -> close(order, rows);
            case UNPLACED -> unplace(order, rows);
            case UNPLACED_WITHOUT_STOCK -> {
                unplace(order, rows);
                FakeShop.get().catalog().stock(order.sku(), 1);
            }
            case PAID, AUTHORISED -> pay(order);
            case REFUNDED -> {
                pay(order);
                Refunding.refunded(order, returned(order));
                Awaitility.await()
                        .until(() ->
                                rows.count("select count(restocked_at) from refunds where order_id = ?", order.id())
                                        == 1);
            }
            case CANCELLED -> order.cancel().then().statusCode(200);
        }
        return order;
    }

    private static void close(PlacedOrder order, Rows rows) {
        FakeShop.get().payments().forget(order.id());
        rows.change(
                "update orders set payment_version = null, payment_state = null, secret_given_at = null where id = ?",
                order.id());
    }

    private static void unplace(PlacedOrder order, Rows rows) {
        close(order, rows);
        FakeShop.get().catalog().forget(order.id());
        rows.change("update orders set status = 'placing', number = null, expires_at = null where id = ?", order.id());
    }

    private static void pay(PlacedOrder order) {
        order.pay();
        Awaitility.await()
                .until(() -> FakeShop.get().catalog().reservation(order.id()).equals("committed"));
    }

    private static Map<String, Object> returned(PlacedOrder order) {
        return Refunding.with(Refunding.items(order.sku(), 1), "restock", true);
    }

    private static String refund(PlacedOrder order, Rows rows) {
        return rows.text("select id from refunds where order_id = ?", order.id());
    }
}
