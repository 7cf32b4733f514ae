package dev.quayside.gateway.session;

/** Why a sign-in ended before its tokens did. */
public enum EndReason {
    SIGNED_OUT,
    /** A used token of it came again. */
    REUSED,
    PASSWORD_RESET,
    ACCOUNT_DISABLED
}
