package dev.quayside.payment.gateway;

/** How long a call may wait for the processor: a shopper is waiting (5 s), or nobody is (20 s). */
public enum Patience {
    SHOPPER,
    WORKER
}
