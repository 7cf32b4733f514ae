package dev.quayside.gateway.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code, from the page that began.
 *
 * @param codeVerifier what the challenge was made of (RFC 7636, 4.1)
 */
record CodeRequest(
        @NotNull @Size(max = 100) @Pattern(regexp = CodeRequest.FORM, message = CodeRequest.MESSAGE)
        String code,

        @NotNull @Size(min = 43, max = 128) @Pattern(regexp = CodeRequest.FORM, message = CodeRequest.MESSAGE)
        String codeVerifier,

        @Pattern(regexp = "body|cookie", message = "must be body or cookie") @Nullable
        String refresh) {
    static final String FORM = "[A-Za-z0-9._~-]*";
    static final String MESSAGE = "must be letters, digits and -._~";

    /** Without both: a request may end up in a log. */
    @Override
    public String toString() {
        return "CodeRequest[]";
    }
}
