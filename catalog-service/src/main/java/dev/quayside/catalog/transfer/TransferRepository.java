package dev.quayside.catalog.transfer;

import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of transfers. */
@ApplicationScoped
class TransferRepository {
    static final ListQuery.Allowed ALLOWED =
            new ListQuery.Allowed(List.of("-createdAt", "createdAt"), Set.of("sku", "location"));

    private static final Map<String, ListSql.Column> SORTS =
            Map.of("createdAt", new ListSql.Column("t.created_at", ListSql.Kind.TIME));
    private static final String FROM = "from stock_transfers t";
    private static final String COLUMNS = """
            t.id, t.from_location, t.to_location, t.reason, t.created_at, (
                select cast(json_agg(json_build_object('sku', m.sku, 'quantity', m.delta) order by m.sku) as text)
                from stock_movements m where m.transfer_id = t.id and m.delta > 0) as lines""";

    private final EntityManager database;

    TransferRepository(EntityManager database) {
        this.database = database;
    }

    void insert(UUID id, TransferRequest transfer, Instant now) {
        database.createNativeQuery("""
                        insert into stock_transfers (id, from_location, to_location, reason, created_at)
                        values (:id, :from, :to, :reason, :now)""")
                .setParameter("id", id)
                .setParameter("from", transfer.from())
                .setParameter("to", transfer.to())
                .setParameter("reason", transfer.reason())
                .setParameter("now", now)
                .executeUpdate();
    }

    Optional<TransferView> find(UUID id) {
        return ListSql.tuples(
                        database.createNativeQuery("select " + COLUMNS + " " + FROM + " where t.id = :id", Tuple.class)
                                .setParameter("id", id))
                .stream()
                .findFirst()
                .map(TransferView::of);
    }

    Page<TransferView> list(ListQuery query, UriInfo uri) {
        ListSql list = new ListSql(query, SORTS, "t.id");
        query.filters().forEach((name, text) -> {
            if (name.equals("sku")) {
                list.where("t.id in (select m.transfer_id from stock_movements m where m.sku = :sku)", "sku", text);
            } else {
                list.where(":location in (t.from_location, t.to_location)", "location", text);
            }
        });
        List<Tuple> rows = list.rows(database, COLUMNS, FROM);
        Page<Tuple> page = query.page(rows, list.total(database, FROM), list::cursor, uri);
        return new Page<>(page.data().stream().map(TransferView::of).toList(), page.page());
    }
}
