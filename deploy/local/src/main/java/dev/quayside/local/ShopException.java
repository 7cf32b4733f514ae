package dev.quayside.local;

/** Why the shop does not start or does not go on, in words for the person at the terminal; a cause may be with it. */
public final class ShopException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ShopException(String message) {
        super(message);
    }

    public ShopException(String message, Throwable cause) {
        super(message, cause);
    }
}
