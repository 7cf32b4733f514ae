package dev.quayside.catalog.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.reservation.ReservationView.HeldLine;
import dev.quayside.catalog.stock.Allocation;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of reservations. A status changes by a guarded UPDATE, under the row's lock. */
@ApplicationScoped
class ReservationRepository {
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};
    private static final TypeReference<SortedMap<String, Long>> UNITS = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;

    ReservationRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Inserts a reservation, or waits for whoever is inserting it and answers false. */
    boolean insert(UUID id, ReservationStatus status, @Nullable Currency currency, Instant now) {
        return database.createNativeQuery("""
                        insert into reservations (id, status, currency, created_at, updated_at)
                        values (:id, :status, cast(:currency as text), :now, :now)
                        on conflict on constraint reservations_pk do nothing""")
                        .setParameter("id", id)
                        .setParameter("status", status.text())
                        .setParameter("currency", currency == null ? null : currency.code())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Locks a reservation's row until the transaction ends, and reads it with its lines. */
    Optional<ReservationView> lock(UUID id) {
        Query query = database.createNativeQuery(
                "select id, status, currency from reservations where id = :id for update", Tuple.class);
        return ListSql.tuples(query.setParameter("id", id)).stream().findFirst().map(row -> view(id, row));
    }

    Optional<ReservationView> find(UUID id) {
        Query query =
                database.createNativeQuery("select id, status, currency from reservations where id = :id", Tuple.class);
        return ListSql.tuples(query.setParameter("id", id)).stream().findFirst().map(row -> view(id, row));
    }

    /** Moves a locked reservation on; false if it was not in the status from which it goes on. */
    boolean advance(UUID id, Verb verb, Instant now) {
        return database.createNativeQuery("""
                        update reservations set status = :to, updated_at = :now where id = :id and status = :from""")
                        .setParameter("to", verb.to().text())
                        .setParameter("now", now)
                        .setParameter("id", id)
                        .setParameter("from", verb.from().text())
                        .executeUpdate()
                == 1;
    }

    void insertLines(ReservationView held) {
        List<HeldLine> lines = held.lines();
        database.createNativeQuery("""
                        insert into reservation_lines (reservation_id, position, sku, product_id, variant_id, title,
                            options, quantity, unit_price, locations)
                        select :id, l.position, l.sku, l.product_id, l.variant_id, l.title, cast(l.options as jsonb),
                            l.quantity, l.unit_price, cast(l.locations as jsonb)
                        from unnest(cast(:positions as int[]), cast(:skus as text[]), cast(:products as uuid[]),
                            cast(:variants as uuid[]), cast(:titles as text[]), cast(:options as text[]),
                            cast(:quantities as bigint[]), cast(:prices as bigint[]), cast(:locations as text[]))
                            as l(position, sku, product_id, variant_id, title, options, quantity, unit_price, locations)""")
                .setParameter("id", held.id())
                .setParameter(
                        "positions", IntStream.range(0, lines.size()).boxed().toArray(Integer[]::new))
                .setParameter("skus", column(lines, HeldLine::sku).toArray(String[]::new))
                .setParameter("products", column(lines, HeldLine::productId).toArray(UUID[]::new))
                .setParameter("variants", column(lines, HeldLine::variantId).toArray(UUID[]::new))
                .setParameter("titles", column(lines, HeldLine::title).toArray(String[]::new))
                .setParameter(
                        "options", column(lines, line -> write(line.options())).toArray(String[]::new))
                .setParameter(
                        "locations",
                        lines.stream()
                                .map(line -> locations(Objects.requireNonNull(
                                        held.allocations().get(line.sku()))))
                                .toArray(String[]::new))
                .setParameter("quantities", column(lines, HeldLine::quantity).toArray(Long[]::new))
                .setParameter(
                        "prices",
                        column(lines, line -> line.unitPrice().amount()).toArray(Long[]::new))
                .executeUpdate();
    }

    private static <T> List<T> column(List<HeldLine> lines, Function<HeldLine, T> value) {
        return lines.stream().map(value).toList();
    }

    private ReservationView view(UUID id, Tuple row) {
        String code = row.get("currency", String.class);
        Currency currency = code == null ? null : Currency.of(code);
        List<HeldLine> lines = new ArrayList<>();
        Map<String, Allocation> allocations = new TreeMap<>();
        if (currency != null) {
            for (Tuple line : lines(id)) {
                lines.add(line(line, currency));
                allocations.put(line.get("sku", String.class), allocation(line));
            }
        }
        return new ReservationView(
                id, ReservationStatus.of(row.get("status", String.class)), currency, List.copyOf(lines), allocations);
    }

    private List<Tuple> lines(UUID id) {
        Query query = database.createNativeQuery("""
                select sku, product_id, variant_id, title, cast(options as text) as options, quantity, unit_price,
                    cast(locations as text) as locations
                from reservation_lines where reservation_id = :id order by position""", Tuple.class);
        return ListSql.tuples(query.setParameter("id", id));
    }

    private HeldLine line(Tuple row, Currency currency) {
        return new HeldLine(
                row.get("sku", String.class),
                row.get("product_id", UUID.class),
                row.get("variant_id", UUID.class),
                row.get("title", String.class),
                read(row.get("options", String.class), OPTIONS),
                ((Number) row.get("quantity")).longValue(),
                new Money(((Number) row.get("unit_price")).longValue(), currency));
    }

    private Allocation allocation(Tuple row) {
        String locations = row.get("locations", String.class);
        return locations == null
                ? Allocation.atMain(((Number) row.get("quantity")).longValue())
                : new Allocation(read(locations, UNITS));
    }

    /** Nearly all lines are at main alone, which is not written. */
    private @Nullable String locations(Allocation allocation) {
        return allocation.isAtMain() ? null : write(allocation.units());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can always be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options and locations are stored as objects", e);
        }
    }
}
