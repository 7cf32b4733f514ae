package dev.quayside.payment.gateway;

/**
 * A line of the merchant's balance at the processor.
 *
 * @param id the processor's id
 * @param amount minor units, negative when it left the balance; before the fee
 * @param fee what the processor kept, in the same currency
 * @param currency of the balance, in capitals: not always the payment's own
 */
public record BalanceMovement(String id, long amount, long fee, String currency) {}
