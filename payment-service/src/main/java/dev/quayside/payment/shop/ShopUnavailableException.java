package dev.quayside.payment.shop;

/** A service gave no answer that counts. */
public class ShopUnavailableException extends RuntimeException {
    ShopUnavailableException(String what, Throwable cause) {
        super(what + " did not answer", cause);
    }
}
