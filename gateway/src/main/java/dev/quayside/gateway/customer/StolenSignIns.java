package dev.quayside.gateway.customer;

import dev.quayside.gateway.mail.MailKind;
import dev.quayside.gateway.mail.Mails;
import dev.quayside.gateway.session.Subject;
import dev.quayside.gateway.session.TokenReused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Tells the owner of a sign-in that a used token of it came again. */
@ApplicationScoped
class StolenSignIns {
    private final CustomerRepository customers;
    private final Mails mails;

    StolenSignIns(CustomerRepository customers, Mails mails) {
        this.customers = customers;
        this.mails = mails;
    }

    /** In the transaction that ends the sign-in. */
    void tell(@Observes TokenReused reuse) {
        Optional.of(reuse.subject())
                .filter(subject -> subject.kind() == Subject.Kind.CUSTOMER)
                .flatMap(subject -> customers.findOpen(subject.id()))
                .ifPresent(customer -> mails.send(MailKind.SIGN_IN_STOLEN, customer.email(), customer.id()));
    }
}
