package dev.quayside.gateway.customer;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Accounts that are open, by id or by normalised address. */
@ApplicationScoped
class CustomerRepository implements PanacheRepositoryBase<Customer, UUID> {
    static final String EMAIL_UNIQUE = "customers_email_unique";

    Optional<Customer> findOpen(UUID id) {
        return findByIdOptional(id).filter(Customer::isOpen);
    }

    Optional<Customer> findByEmail(String email) {
        return find("lower(email) = ?1", email).firstResultOptional().filter(Customer::isOpen);
    }

    /** An account for changing: others who want to change it, or to sign in, wait until this transaction ends. */
    Optional<Customer> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).filter(Customer::isOpen);
    }

    /** The account of an address for changing, open or not. */
    Optional<Customer> lockedByEmail(String email) {
        return find("lower(email) = ?1", email)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A page of accounts that are open. */
    Page<Customer> page(ListQuery query, UriInfo uri) {
        String from = "from customers c";
        ListSql list = new ListSql(query, CustomerFilters.SORTS, "c.id").where("c.closed_at is null", Map.of());
        CustomerFilters.add(query, list);
        List<Tuple> rows = list.rows(getEntityManager(), "c.version", from);
        Page<Tuple> page = query.page(rows, list.total(getEntityManager(), from), list::cursor, uri);
        List<UUID> ids =
                page.data().stream().map(row -> row.get("row_id", UUID.class)).toList();
        Map<UUID, Customer> found =
                list("id in ?1", ids).stream().collect(Collectors.toMap(Customer::id, Function.identity()));
        // One may have been deleted between the two looks.
        return new Page<>(
                ids.stream()
                        .filter(found::containsKey)
                        .map(id -> Objects.requireNonNull(found.get(id)))
                        .toList(),
                page.page());
    }

    static ProblemException gone() {
        return new ProblemException(CommonProblem.NOT_FOUND, "the account has been closed");
    }
}
