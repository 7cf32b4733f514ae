package dev.quayside.gateway.mail;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What mails there are. The words of each are in {@code mails/} among the resources, its subject in the first line. */
public enum MailKind {
    /** Asks whoever opened an account whether the address is theirs. */
    VERIFY_EMAIL("/verify-email", Duration.ofDays(3)),
    /** Asks the same of a new address. */
    CHANGE_EMAIL("/verify-email", Duration.ofDays(1)),
    /** Tells the old address that a new one was given. */
    EMAIL_CHANGE_ASKED("", Duration.ZERO),
    RESET_PASSWORD("/reset-password", Duration.ofHours(1)),
    PASSWORD_CHANGED("", Duration.ZERO),
    /** A refresh token was used twice: the sign-in was ended. */
    SIGN_IN_STOLEN("", Duration.ZERO),
    ACCOUNT_DELETED("", Duration.ZERO),
    /** Whoever reads at the address has shown it by another provider; what a stranger may have left was removed. */
    ACCOUNT_CLAIMED("", Duration.ZERO),
    IDENTITY_LINKED("", Duration.ZERO),
    IDENTITY_REMOVED("", Duration.ZERO);

    /**
     * A link with a token.
     *
     * @param path of the storefront's page
     * @param life how long the token is good for
     */
    record Link(String path, Duration life) {}

    /** Empty in a mail that only tells something. */
    private final String path;

    private final Duration life;

    MailKind(String path, Duration life) {
        this.path = path;
        this.life = life;
    }

    Optional<Link> link() {
        return path.isEmpty() ? Optional.empty() : Optional.of(new Link(path, life));
    }

    /** The kinds whose link acts for somebody. */
    public static Set<MailKind> withLink() {
        return Arrays.stream(values()).filter(kind -> !kind.path.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** The kind's name in files: {@code verify-email}. */
    String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
