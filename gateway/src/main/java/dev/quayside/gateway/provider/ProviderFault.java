package dev.quayside.gateway.provider;

/** Why a provider's answer leads to nobody. The message is for the log and holds nothing secret. */
public final class ProviderFault extends Exception {
    private static final long serialVersionUID = 1L;

    /** What the storefront is told. */
    public enum Kind {
        /** It did not answer in time, or with a failure of its own. */
        UNAVAILABLE("provider_unavailable"),
        /** It answered, with something that proves nothing: forged, expired, for somebody else, or broken. */
        INVALID("invalid_response");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The value of {@code error} in the storefront's address. */
        public String code() {
            return code;
        }
    }

    private final Kind kind;

    private ProviderFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static ProviderFault unavailable(String message) {
        return new ProviderFault(Kind.UNAVAILABLE, message);
    }

    static ProviderFault invalid(String message) {
        return new ProviderFault(Kind.INVALID, message);
    }

    public Kind kind() {
        return kind;
    }
}
