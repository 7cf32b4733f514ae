package dev.quayside.gateway.customeradmin;

import dev.quayside.gateway.change.AdminChange;
import dev.quayside.gateway.customer.AdminAccounts;
import dev.quayside.gateway.customer.AdminAccounts.Versioned;
import dev.quayside.gateway.customer.AdminCustomerView;
import dev.quayside.gateway.password.ImportedHash;
import dev.quayside.gateway.people.GuestOrders;
import dev.quayside.gateway.profile.Deletion;
import dev.quayside.kit.http.EntityTags;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The transactions in which staff see, open, disable, enable and close customers' accounts. */
@ApplicationScoped
class CustomerAdmin {
    private final AdminAccounts accounts;
    private final GuestOrders guestOrders;
    private final WaysIn waysIn;
    private final Deletion deletion;
    private final Event<AdminChange> changes;

    CustomerAdmin(
            AdminAccounts accounts,
            GuestOrders guestOrders,
            WaysIn waysIn,
            Deletion deletion,
            Event<AdminChange> changes) {
        this.accounts = accounts;
        this.guestOrders = guestOrders;
        this.waysIn = waysIn;
        this.deletion = deletion;
        this.changes = changes;
    }

    @Transactional
    Page<AdminCustomerView> list(UriInfo uri) {
        return accounts.page(uri);
    }

    /** One customer; 404 {@code customer_not_found}. */
    @Transactional
    Versioned get(UUID id) {
        return accounts.get(id);
    }

    /** Opens an account, and mails nobody: what is moved here from another shop is no news. 409 {@code email_taken}. */
    @Transactional
    Versioned create(CreateCustomerRequest request) {
        String given = request.passwordHash();
        String hash = given == null ? null : ImportedHash.require("passwordHash", given);
        boolean verified = Boolean.TRUE.equals(request.emailVerified());
        Versioned opened = accounts.open(request.email(), request.name(), hash, verified);
        if (verified) {
            guestOrders.joinLater(opened.view().id());
        }
        return changed("customer.created", null, opened);
    }

    /** Ends a customer's sign-ins and lets nobody in to the account. {@code ifMatch} is checked when sent, here and below. */
    @Transactional
    Versioned disable(UUID id, @Nullable String ifMatch) {
        Versioned before = lock(id, ifMatch);
        Versioned after = accounts.disable(id);
        waysIn.close(id);
        return changed("customer.disabled", before, after);
    }

    /** Lets a disabled customer in again. */
    @Transactional
    Versioned enable(UUID id, @Nullable String ifMatch) {
        Versioned before = lock(id, ifMatch);
        return changed("customer.enabled", before, accounts.enable(id));
    }

    /** Closes an account, and has its person erased. Whether something stands in the way was asked before. */
    @Transactional
    void close(UUID id, @Nullable String ifMatch) {
        Versioned before = lock(id, ifMatch);
        deletion.begin(id);
        changes.fire(new AdminChange("customer.deleted", "customer", id.toString(), kept(before), null));
    }

    /** What the log of changes may keep: nothing that tells who it is. */
    record Kept(String status, boolean emailVerified, boolean hasPassword) {}

    private Versioned lock(UUID id, @Nullable String ifMatch) {
        Versioned now = accounts.lock(id);
        if (ifMatch != null) {
            EntityTags.requireMatch(ifMatch, now.version(), now.view());
        }
        return now;
    }

    private Versioned changed(String action, @Nullable Versioned before, Versioned after) {
        changes.fire(new AdminChange(
                action, "customer", after.view().id().toString(), before == null ? null : kept(before), kept(after)));
        return after;
    }

    private static Kept kept(Versioned customer) {
        AdminCustomerView view = customer.view();
        return new Kept(view.status(), view.emailVerified(), view.hasPassword());
    }
}
