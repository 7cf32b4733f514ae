package dev.quayside.gateway.identity;

/** Somebody else was first with the same identity or address: what there is now has to be looked at again. */
final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRace(Throwable cause) {
        super(cause);
    }
}
