package dev.quayside.gateway.mail;

import java.util.UUID;

/** A mail as it is sent. */
record Letter(UUID id, MailKind kind, String recipient, String subject, String text) {

    /** Without the text, which may hold a token, and without the address: it must not end up in a log. */
    @Override
    public String toString() {
        return "Letter[" + id + ", " + kind + "]";
    }
}
