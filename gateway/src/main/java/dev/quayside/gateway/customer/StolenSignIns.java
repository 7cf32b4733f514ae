package dev.quayside.gateway.customer;

import dev.quayside.gateway.alarm.SecurityEvents;
import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.session.Subject;
import dev.quayside.gateway.session.TokenReused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Tells the owner of a sign-in, and whoever looks into it, that a used token of it came again. */
@ApplicationScoped
class StolenSignIns {
    private final CustomerRepository customers;
    private final Mails mails;
    private final SecurityEvents events;

    StolenSignIns(CustomerRepository customers, Mails mails, SecurityEvents events) {
        this.customers = customers;
        this.mails = mails;
        this.events = events;
    }

    /** In the transaction that ends the sign-in. */
    void tell(@Observes TokenReused reuse) {
        events.note("refresh_token.reused", reuse.subject().id(), "sign-in " + reuse.sessionId() + " was ended");
        Optional.of(reuse.subject())
                .filter(subject -> subject.kind() == Subject.Kind.CUSTOMER)
                .flatMap(subject -> customers.findOpen(subject.id()))
                .ifPresent(customer -> mails.send(MailKind.SIGN_IN_STOLEN, customer.email(), customer.id()));
    }
}
