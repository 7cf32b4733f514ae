package dev.quayside.gateway.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the words of mails. Nothing that a caller has written is in them: an account can be opened with anybody's address, and a mail
 * must not carry a stranger's words there.
 */
@ApplicationScoped
class Letters {
    private record Words(String subject, String text) {}

    private final Map<MailKind, Words> words = new EnumMap<>(MailKind.class);
    private final String storefront;

    Letters(@ConfigProperty(name = "quayside.storefront-url") String storefront) {
        this.storefront = storefront.replaceAll("/+$", "");
        for (MailKind kind : MailKind.values()) {
            words.put(kind, read(kind));
        }
    }

    /** The letter of a mail without a link. */
    Letter write(Mail mail) {
        return letter(mail, words(mail.kind()).text());
    }

    /** The letter of a mail with a link. */
    Letter write(Mail mail, MailKind.Link link, MailSecret secret) {
        return letter(
                mail,
                words(mail.kind())
                        .text()
                        .replace("{link}", storefront + link.path() + "?token=" + secret.text())
                        .replace("{life}", inWords(link.life())));
    }

    private Letter letter(Mail mail, String text) {
        return new Letter(
                mail.id(), mail.kind(), mail.recipient(), words(mail.kind()).subject(), text);
    }

    private Words words(MailKind kind) {
        return Objects.requireNonNull(words.get(kind));
    }

    private static Words read(MailKind kind) {
        String name = "/mails/" + kind.slug() + ".txt";
        try (InputStream file = Objects.requireNonNull(Letters.class.getResourceAsStream(name), name)) {
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n\n", 2);
            return new Words(parts[0].strip(), parts[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inWords(Duration life) {
        if (life.toHours() == 1) {
            return "one hour";
        }
        return life.toDays() > 1 ? life.toDays() + " days" : life.toHours() + " hours";
    }
}
