package dev.quayside.gateway.recovery;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.customer.Accounts;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.kit.runtime.Ids;
import dev.quayside.kit.step.DurableSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes wishes for a new password, all alike, and looks afterwards whose they are. */
@ApplicationScoped
class ForgottenPasswords {
    private final ForgottenRepository wishes;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Mails mails;
    private final DurableSteps steps;
    private final Clock clock;

    ForgottenPasswords(
            ForgottenRepository wishes,
            Accounts accounts,
            AccountChanges changes,
            Mails mails,
            DurableSteps steps,
            Clock clock) {
        this.wishes = wishes;
        this.accounts = accounts;
        this.changes = changes;
        this.mails = mails;
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional
    void take(String email) {
        Forgotten wish = new Forgotten(Ids.next(), email, clock.instant());
        wishes.persist(wish);
        steps.schedule(AnswerForgotten.NAME, wish.id());
    }

    /** Whose account a wish is for; empty when it is nobody's, or was answered. */
    @Transactional
    Optional<UUID> owner(UUID wish) {
        return wishes.findByIdOptional(wish).flatMap(found -> accounts.ownerOf(found.email()));
    }

    /** Mails the owner a link, unless the wish was answered or the address has become another's. */
    @Transactional
    void mail(UUID wish, UUID owner) {
        changes.lock(owner)
                .ifPresent(customer -> wishes.findByIdOptional(wish)
                        .filter(found -> found.email().equals(customer.email()))
                        .ifPresent(found -> mails.send(MailKind.RESET_PASSWORD, customer.email(), owner)));
        forget(wish);
    }

    @Transactional
    void forget(UUID wish) {
        wishes.delete("id", wish);
    }
}
