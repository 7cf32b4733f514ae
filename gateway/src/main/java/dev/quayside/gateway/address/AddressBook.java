package dev.quayside.gateway.address;

import dev.quayside.gateway.customer.AccountChanges;
import dev.quayside.gateway.problem.GatewayProblem;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import dev.quayside.kit.runtime.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Reads and writes customers' addresses, one transaction each. */
@ApplicationScoped
public class AddressBook {
    /** More than a person has, and few enough to be shown at once. */
    static final int MOST = 50;

    private final AddressRepository addresses;
    private final AccountChanges accounts;
    private final Clock clock;

    AddressBook(AddressRepository addresses, AccountChanges accounts, Clock clock) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** All of a customer's, the oldest first. */
    @Transactional
    public List<AddressView> list(UUID customer) {
        return addresses.of(customer).stream().map(CustomerAddress::view).toList();
    }

    @Transactional
    AddressView read(UUID customer, UUID id) {
        return addresses.find(customer, id).map(CustomerAddress::view).orElseThrow(() -> notFound(id));
    }

    @Transactional
    AddressView add(UUID customer, AddressRequest given) {
        accounts.require(customer);
        if (addresses.count("customerId", customer) >= MOST) {
            throw new ProblemException(
                    GatewayProblem.ADDRESS_BOOK_FULL, MOST + " addresses are kept at most; delete one first");
        }
        makeRoom(customer, given);
        CustomerAddress address = new CustomerAddress(Ids.next(), customer, given, now());
        addresses.persist(address);
        return address.view();
    }

    @Transactional
    AddressView replace(UUID customer, UUID id, AddressRequest given) {
        accounts.require(customer);
        makeRoom(customer, given);
        CustomerAddress address = addresses.find(customer, id).orElseThrow(() -> notFound(id));
        address.change(given, now());
        return address.view();
    }

    @Transactional
    void delete(UUID customer, UUID id) {
        accounts.require(customer);
        if (!addresses.delete(customer, id)) {
            throw notFound(id);
        }
    }

    private void makeRoom(UUID customer, AddressRequest given) {
        if (given.isDefault()) {
            addresses.clearDefault(customer);
        }
    }

    private Instant now() {
        return clock.instant();
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(CommonProblem.NOT_FOUND, "no address of yours has the id " + id);
    }
}
