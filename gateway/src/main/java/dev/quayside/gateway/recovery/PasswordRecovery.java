package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.PasswordCheck;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.MailTokens;
import dev.quayside.gateway.password.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes and resets passwords. They are hashed between transactions, never inside one, and only for those who may. */
@ApplicationScoped
class PasswordRecovery {
    static final Set<MailKind> KINDS = Set.of(MailKind.RESET_PASSWORD);

    private final ForgottenPasswords forgotten;
    private final NewPasswords newPasswords;
    private final MailTokens tokens;
    private final Passwords passwords;
    private final PasswordCheck check;

    PasswordRecovery(
            ForgottenPasswords forgotten,
            NewPasswords newPasswords,
            MailTokens tokens,
            Passwords passwords,
            PasswordCheck check) {
        this.forgotten = forgotten;
        this.newPasswords = newPasswords;
        this.tokens = tokens;
        this.passwords = passwords;
        this.check = check;
    }

    void forgot(String email) {
        forgotten.take(email);
    }

    void reset(String token, String password) {
        if (tokens.look(token, KINDS).isEmpty()) {
            throw EmailVerification.invalidLink();
        }
        newPasswords.reset(token, passwords.hash(password));
    }

    void change(UUID customer, Optional<UUID> session, PasswordRequest request) {
        var checked = check.check(customer, request.currentPassword());
        newPasswords.change(checked, passwords.hash(request.newPassword()), session);
    }
}
