package dev.quayside.gateway.mail;

/** A letter may not have gone out. The message is for a log: it names the mail's id and why, without the address. */
final class NotSent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotSent(Letter letter, Exception cause) {
        super("mail " + letter.id() + " was not sent: "
                + String.valueOf(cause).replace(letter.recipient(), "(its recipient)"));
    }
}
