package dev.quayside.catalog.price;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/**
 * Keeps what was asked, and when the clock alone will change it. It is called for products whose rows are locked, with the same moment
 * that their storefront rows are computed for: whoever computed last has also said when they have to be computed again.
 */
@ApplicationScoped
public class PriceBook {
    private static final String RECORD = """
            with asked as (
                select v.id as variant_id, r.currency,
                    effective_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, :now) as amount
                from products p
                join variants v on v.product_id = p.id
                join prices r on r.variant_id = v.id
                where p.id = any(:products) and is_public(p.status, p.publish_at, :now)),
            known as (
                select distinct on (h.variant_id, h.currency) h.variant_id, h.currency, h.amount, h.since
                from variants v join price_history h on h.variant_id = v.id
                where v.product_id = any(:products)
                order by h.variant_id, h.currency, h.since desc)
            insert into price_history (variant_id, currency, amount, since)
            -- Clocks of two instances differ: what was computed later is never written before what is known.
            select variant_id, currency, a.amount, greatest(cast(:now as timestamptz), k.since)
            from asked a full join known k using (variant_id, currency)
            where a.amount is distinct from k.amount
            on conflict on constraint price_history_pk do update set amount = excluded.amount""";

    private static final String NEXT = """
            update products p set next_flip_at = f.at
            from (
                select o.id, case when o.status = 'active' then least(
                    case when o.publish_at > :now then o.publish_at end,
                    (select min(m.at) from variants v
                        join prices r on r.variant_id = v.id and r.sale_amount is not null
                        cross join lateral (values (r.sale_starts_at), (r.sale_ends_at)) as m(at)
                        where v.product_id = o.id and m.at > :now),
                    -- From when on a pre-order is a backorder.
                    (select min(s.available_at) from variants v join stock_levels s on s.sku = v.sku
                        where v.product_id = o.id and s.available_at > :now),
                    -- A price that ended leaves the 30 days that the lowest one is looked for in.
                    (select min(h.until) + interval '30 days' from variants v
                        cross join lateral (
                            select lead(x.since) over (partition by x.currency order by x.since) as until
                            from price_history x where x.variant_id = v.id) h
                        where v.product_id = o.id and h.until + interval '30 days' > :now)) end as at
                from products o where o.id = any(:products)) f
            where f.id = p.id and p.next_flip_at is distinct from f.at""";

    private final EntityManager database;

    PriceBook(EntityManager database) {
        this.database = database;
    }

    /** Records the prices that the public is asked for these products from now on, and when they next change by themselves. */
    @Transactional(TxType.MANDATORY)
    public void settle(UUID[] products, Instant now) {
        for (String statement : new String[] {RECORD, NEXT}) {
            database.createNativeQuery(statement)
                    .setParameter("products", products)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }
}
