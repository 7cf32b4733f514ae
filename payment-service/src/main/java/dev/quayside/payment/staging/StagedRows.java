package dev.quayside.payment.staging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of runs. A page that is put down twice, after a crash, is the same rows. */
@ApplicationScoped
public class StagedRows {
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager database;
    private final FactsJson json;

    StagedRows(EntityManager database, FactsJson json) {
        this.database = database;
        this.json = json;
    }

    /** Puts a page down, in the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void put(UUID runId, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.createNativeQuery("""
                        insert into reconciliation_rows (run_id, order_id, side, object_id, facts)
                        select :run, r.order_id, r.side, r.object_id, r.facts
                        from unnest(cast(:orders as uuid[]), cast(:sides as text[]), cast(:objects as text[]),
                            cast(:facts as text[])) as r(order_id, side, object_id, facts)
                        on conflict on constraint reconciliation_rows_pk do nothing""")
                .setParameter("run", runId)
                .setParameter("orders", rows.stream().map(Row::orderId).toArray(UUID[]::new))
                .setParameter("sides", texts(rows, row -> row.side().name()))
                .setParameter("objects", texts(rows, Row::objectId))
                .setParameter("facts", texts(rows, row -> json.write(row.facts())))
                .executeUpdate();
    }

    /** The next orders of which something was put down, by ascending id. */
    @Transactional
    public List<UUID> orders(UUID runId, @Nullable UUID after, int limit) {
        return ids("""
                select distinct order_id from reconciliation_rows
                where run_id = :run and order_id > :after order by order_id limit :most""", runId, after, limit);
    }

    /** The next suspects, by ascending id. */
    @Transactional
    public List<UUID> suspects(UUID runId, @Nullable UUID after, int limit) {
        return ids("""
                select distinct order_id from reconciliation_rows
                where run_id = :run and side = 'SUSPECT' and order_id > :after order by order_id limit :most""", runId, after, limit);
    }

    /** The next orders whose ledger was told, in a span, of a refund or dispute that no list of Stripe's has shown. */
    @Transactional
    public List<UUID> unseenAtStripe(UUID runId, Instant from, Instant to, @Nullable UUID after, int limit) {
        List<?> found = database.createNativeQuery("""
                        select distinct t.order_id from payment_transactions t
                        where t.kind in ('REFUNDED', 'DISPUTE_OPENED') and t.recorded_at >= :from and t.recorded_at < :to
                            and t.order_id > :after
                            and not exists (select 1 from reconciliation_rows r where r.run_id = :run
                                and r.side in ('REFUND', 'DISPUTE') and r.object_id = t.object_id)
                        order by t.order_id limit :most""")
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("run", runId)
                .setParameter("most", limit)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** What was put down of these orders. */
    @Transactional
    public Map<UUID, Staged> of(UUID runId, Collection<UUID> orderIds) {
        Map<UUID, Staged> staged = new TreeMap<>();
        orderIds.forEach(id -> staged.put(id, new Staged()));
        List<?> rows = database.createNativeQuery("""
                        select order_id, side, facts from reconciliation_rows
                        where run_id = :run and order_id = any(cast(:orders as uuid[]))""")
                .setParameter("run", runId)
                .setParameter("orders", orderIds.toArray(UUID[]::new))
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            Staged of = staged.get((UUID) columns[0]);
            if (of != null) {
                of.add(Side.valueOf((String) columns[1]), (String) columns[2], json);
            }
        }
        return staged;
    }

    /** Deletes some rows of a run; how many those were. */
    @Transactional(TxType.MANDATORY)
    public int delete(UUID runId, int limit) {
        return database.createNativeQuery("""
                        delete from reconciliation_rows where ctid = any(array(
                            select ctid from reconciliation_rows where run_id = :run limit :most))""")
                .setParameter("run", runId)
                .setParameter("most", limit)
                .executeUpdate();
    }

    /** Deletes some rows of runs that have ended without tidying up; how many those were. */
    @Transactional
    public int deleteOfEndedRuns(int limit) {
        return database.createNativeQuery("""
                        delete from reconciliation_rows where (run_id, order_id, side, object_id) in (
                            select r.run_id, r.order_id, r.side, r.object_id from reconciliation_rows r
                            join reconciliation_runs n on n.id = r.run_id and n.status <> 'RUNNING' limit :most)""").setParameter("most", limit).executeUpdate();
    }

    private List<UUID> ids(String sql, UUID runId, @Nullable UUID after, int limit) {
        List<?> found = database.createNativeQuery(sql)
                .setParameter("run", runId)
                .setParameter("after", after == null ? BEFORE_ALL : after)
                .setParameter("most", limit)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    private static String[] texts(List<Row> rows, Function<Row, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
