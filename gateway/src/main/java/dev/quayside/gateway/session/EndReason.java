package dev.quayside.gateway.session;

/** Why a sign-in ended before its tokens did. */
public enum EndReason {
    SIGNED_OUT,
    /** A used token came again. */
    REUSED,
    /** Its owner ended it from another one. */
    ENDED_BY_OWNER,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    ACCOUNT_CLOSED,
    ACCOUNT_DISABLED,
    /** Somebody else had opened the account with the address of who has it now. */
    ACCOUNT_CLAIMED,
    IDENTITY_REMOVED
}
