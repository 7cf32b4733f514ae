package dev.quayside.gateway.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quayside.gateway.address.AddressBook;
import dev.quayside.gateway.customer.Accounts;
import dev.quayside.gateway.customer.CustomerView;
import dev.quayside.gateway.identity.Identities;
import dev.quayside.gateway.limit.AccountLimits;
import dev.quayside.gateway.people.People;
import dev.quayside.gateway.session.OwnSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Collects what the shop keeps about a customer. */
@ApplicationScoped
class Exports {
    private static final int SESSIONS = 100;

    private final Accounts accounts;
    private final AddressBook addresses;
    private final OwnSessions sessions;
    private final Identities identities;
    private final People people;
    private final AccountLimits limits;
    private final Clock clock;

    Exports(
            Accounts accounts,
            AddressBook addresses,
            OwnSessions sessions,
            Identities identities,
            People people,
            AccountLimits limits,
            Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.sessions = sessions;
        this.identities = identities;
        this.people = people;
        this.limits = limits;
        this.clock = clock;
    }

    ExportView of(UUID id, Optional<UUID> session) {
        CustomerView customer = accounts.get(id);
        limits.beforeExport(id);
        List<JsonNode> entries = people.exportOrders(id);
        return new ExportView(
                clock.instant(),
                customer,
                addresses.list(id),
                sessions.newest(id, session, SESSIONS),
                identities.list(id),
                only(entries, "order"),
                only(entries, "cart"),
                people.exportPaymentMethods(id),
                people.exportReviews(id),
                people.exportVotes(id));
    }

    private static List<JsonNode> only(List<JsonNode> entries, String what) {
        return entries.stream()
                .filter(entry -> entry.hasNonNull(what))
                .map(entry -> entry.get(what))
                .toList();
    }
}
