package dev.quayside.order.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The orders of one customer as a whole. Set-based: each statement locks the rows that it changes and counts their versions on. */
@ApplicationScoped
public class CustomerOrders {
    /** Stands where the person was; {@code .invalid} is nobody's for ever (RFC 2606). */
    private static final String NOBODY = "erased";

    private static final String NOBODYS_EMAIL = "erased@erased.invalid";
    private static final Set<OrderStatus> IN_PROGRESS =
            Set.of(OrderStatus.PLACING, OrderStatus.AWAITING_PAYMENT, OrderStatus.CANCELLING);

    private final OrderRepository orders;
    private final Clock clock;

    CustomerOrders(OrderRepository orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    /** Gives a customer the orders that an address has placed and that belong to nobody; how many. */
    @Transactional(TxType.MANDATORY)
    public int join(UUID customer, String email) {
        return orders.getEntityManager()
                .createNativeQuery("""
                        update orders set customer_id = :customer, version = version + 1, updated_at = :now
                        where customer_id is null and lower(email) = :email and erased_at is null""")
                .setParameter("customer", customer)
                .setParameter("email", email.strip().toLowerCase(Locale.ROOT))
                .setParameter("now", now())
                .executeUpdate();
    }

    /** The carts that a customer's orders were placed from. */
    @Transactional(TxType.MANDATORY)
    public List<UUID> carts(UUID customer) {
        return orders.getEntityManager()
                .createQuery(
                        "select distinct o.cartId from " + Order.class.getName() + " o where o.customerId = :customer",
                        UUID.class)
                .setParameter("customer", customer)
                .getResultList();
    }

    /** Locks all of a customer's orders, in the order of their ids, so that none goes on until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public void lockAll(UUID customer) {
        orders.getEntityManager()
                .createNativeQuery("select id from orders where customer_id = :customer order by id for update")
                .setParameter("customer", customer)
                .getResultList();
    }

    /** How many of a customer's orders can still be paid or are being cancelled. */
    @Transactional(TxType.MANDATORY)
    public long inProgress(UUID customer) {
        return orders.count("customerId = ?1 and status in ?2", customer, IN_PROGRESS);
    }

    /**
     * Takes the person out of a customer's orders: name, address, email, saved card, and whose it was. The answers that were kept for
     * retries of their checkouts hold the same and go too. How many orders that were.
     */
    @Transactional(TxType.MANDATORY)
    public int erase(UUID customer) {
        orders.getEntityManager()
                .createNativeQuery("""
                        delete from idempotency_keys
                        where subject in (select id from orders where customer_id = :customer)""")
                .setParameter("customer", customer)
                .executeUpdate();
        return orders.getEntityManager()
                .createNativeQuery("""
                        update orders set email = :email, ship_name = :nobody, ship_line1 = :nobody, ship_line2 = null,
                            ship_city = :nobody, ship_postal_code = :nobody, ship_region = null,
                            payment_method_id = null, save_payment_method = false, customer_id = null,
                            erased_at = :now, updated_at = :now, version = version + 1
                        where customer_id = :customer""")
                .setParameter("email", NOBODYS_EMAIL)
                .setParameter("nobody", NOBODY)
                .setParameter("now", now())
                .setParameter("customer", customer)
                .executeUpdate();
    }

    /** Up to so many of a customer's orders after an id, by id; those that came to nothing too. */
    @Transactional(TxType.MANDATORY)
    public List<OrderView> after(UUID customer, UUID id, int limit) {
        return orders.find("customerId = ?1 and id > ?2 order by id", customer, id).page(0, limit).stream()
                .map(OrderView::of)
                .toList();
    }

    /** Whether one of a customer's orders that were paid, and not cancelled, has a product, by its id or one of its skus. */
    @Transactional(TxType.MANDATORY)
    public boolean hasBought(UUID customer, UUID product, Collection<String> skus) {
        return (Boolean) orders.getEntityManager()
                .createNativeQuery("""
                        select exists (
                            select 1 from orders o join order_lines l on l.order_id = o.id
                            where o.customer_id = :customer and o.status in ('confirmed', 'completed') and o.captured > 0
                                and (l.product_id = :product or l.sku = any(:skus)))""")
                .setParameter("customer", customer)
                .setParameter("product", product)
                .setParameter("skus", skus.toArray(String[]::new))
                .getSingleResult();
    }

    private Instant now() {
        return clock.instant();
    }
}
