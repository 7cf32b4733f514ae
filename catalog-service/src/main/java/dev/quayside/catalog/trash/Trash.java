package dev.quayside.catalog.trash;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Deletes products, keeps them for 30 days, and puts them back. */
@ApplicationScoped
public class Trash {
    public static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(List.of("-deletedAt", "deletedAt"), Set.of());

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String FROM = "from deleted_products d";
    private static final Map<String, Column> SORTS = Map.of("deletedAt", new Column("d.deleted_at", Kind.TIME));

    private final EntityManager database;
    private final Snapshot snapshot;
    private final Clock clock;

    Trash(EntityManager database, Snapshot snapshot, Clock clock) {
        this.database = database;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /** The skus of a product, and what was kept of their policies. */
    public record Restored(List<String> skus, String policies) {}

    /**
     * Deletes a locked product; foreign keys take its other rows along.
     *
     * @param policies of its skus' stock, which stays: a JSON object that is there again when it is restored
     */
    @Transactional(TxType.MANDATORY)
    public void delete(UUID product, String policies) {
        database.createNativeQuery("""
                        insert into deleted_products (product_id, slug, title, skus, content, policies, deleted_at)
                        select p.id, p.slug, p.title, array(select v.sku from variants v where v.product_id = p.id order by v.position),
                            cast(:content as jsonb), cast(:policies as jsonb), :now
                        from products p where p.id = :product""")
                .setParameter("product", product)
                .setParameter("content", snapshot.take(product))
                .setParameter("policies", policies)
                .setParameter("now", now())
                .executeUpdate();
        database.createNativeQuery("delete from products where id = :product")
                .setParameter("product", product)
                .executeUpdate();
    }

    /** The skus of a deleted product; none if it is not here. */
    @Transactional(TxType.MANDATORY)
    public List<String> skus(UUID product) {
        List<Tuple> found = ListSql.tuples(
                database.createNativeQuery("select skus from deleted_products where product_id = :product", Tuple.class)
                        .setParameter("product", product));
        return found.isEmpty() ? List.of() : List.of(found.get(0).get("skus", String[].class));
    }

    /**
     * Puts a product back as it was, one version later; empty if it is not here. Two who try: the second finds it gone. The policies of its
     * skus are the caller's to give them.
     */
    @Transactional(TxType.MANDATORY)
    public Optional<Restored> restore(UUID product) {
        List<Tuple> taken =
                ListSql.tuples(database.createNativeQuery("""
                        delete from deleted_products where product_id = :product
                        returning cast(content as text) as content, cast(policies as text) as policies, skus, deleted_at""", Tuple.class).setParameter("product", product));
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        snapshot.putBack(taken.get(0).get("content", String.class));
        settle(product, taken.get(0).get("deleted_at", Instant.class));
        return Optional.of(new Restored(
                List.of(taken.get(0).get("skus", String[].class)), taken.get(0).get("policies", String.class)));
    }

    private void settle(UUID product, Instant deletedAt) {
        database.createNativeQuery("update products set version = version + 1, updated_at = :now where id = :product")
                .setParameter("product", product)
                .setParameter("now", now())
                .executeUpdate();
        // Its categories are counted from 0 without a gap, though some may be gone.
        database.createNativeQuery("""
                        with them as (delete from product_categories where product_id = :product returning category_id, position)
                        insert into product_categories (product_id, position, category_id)
                        select :product, row_number() over (order by position) - 1, category_id from them""").setParameter("product", product).executeUpdate();
        // While it was deleted nothing was asked for it.
        database.createNativeQuery("""
                        insert into price_history (variant_id, currency, amount, since)
                        select distinct h.variant_id, h.currency, cast(null as bigint), cast(:deleted as timestamptz)
                        from variants v join price_history h on h.variant_id = v.id where v.product_id = :product
                        on conflict do nothing""")
                .setParameter("product", product)
                .setParameter("deleted", deletedAt)
                .executeUpdate();
    }

    /**
     * Overwrites fields of a customer's rows of a table, as JSON; of all deleted products. Rows are told by their {@code customer_id}.
     */
    @Transactional(TxType.MANDATORY)
    public void overwrite(String table, UUID customer, String fields) {
        database.createNativeQuery("""
                        update deleted_products d set content = (
                            select jsonb_agg(case when t.part ->> 'table' = :table
                                then jsonb_set(t.part, cast('{rows}' as text[]), (
                                    select jsonb_agg(case when r.line ->> 'customer_id' = :customer
                                        then r.line || cast(:fields as jsonb) else r.line end order by r.place)
                                    from jsonb_array_elements(t.part -> 'rows') with ordinality as r(line, place)))
                                else t.part end order by t.place)
                            from jsonb_array_elements(d.content) with ordinality as t(part, place))
                        where d.content @> jsonb_build_array(jsonb_build_object(
                            'table', cast(:table as text),
                            'rows', jsonb_build_array(jsonb_build_object('customer_id', cast(:customer as text)))))""")
                .setParameter("table", table)
                .setParameter("customer", customer.toString())
                .setParameter("fields", fields)
                .executeUpdate();
    }

    /** A page of those that can be restored. */
    @Transactional(TxType.MANDATORY)
    public Page<DeletedProduct> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "d.product_id");
        List<Tuple> rows = list.rows(database, "d.slug, d.title, d.skus, d.deleted_at", FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(Trash::deleted).toList(), page.page());
    }

    /** Forgets some of those whose time is over; how many. */
    @Transactional
    public int forget(int most) {
        return database.createNativeQuery("""
                        delete from deleted_products where product_id in (
                            select product_id from deleted_products where deleted_at < :before
                            order by deleted_at limit :most for update skip locked)""")
                .setParameter("before", now().minus(KEPT))
                .setParameter("most", most)
                .executeUpdate();
    }

    private Instant now() {
        return clock.instant();
    }

    private static DeletedProduct deleted(Tuple row) {
        Instant deletedAt = row.get("deleted_at", Instant.class);
        return new DeletedProduct(
                row.get("row_id", UUID.class),
                row.get("slug", String.class),
                row.get("title", String.class),
                List.of(row.get("skus", String[].class)),
                deletedAt,
                deletedAt.plus(KEPT));
    }
}
