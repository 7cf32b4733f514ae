package dev.quayside.catalog.quote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what is for sale, and its price at this moment, in one statement. */
@ApplicationScoped
public class Offers {
    private static final TypeReference<Map<String, String>> OPTIONS = new TypeReference<>() {};

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Offers(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** The offer of each sku that is for sale; the others are not in it. */
    @Transactional
    public Map<String, Offer> of(Collection<String> skus, Currency currency) {
        Query query = database.createNativeQuery("""
                        select v.sku, p.id as product_id, v.id as variant_id, p.title, cast(v.options as text) as options,
                            effective_price(r.amount, r.sale_amount, r.sale_starts_at, r.sale_ends_at, :now) as amount,
                            greatest(s.on_hand - s.reserved + s.backorder_limit, 0) as available
                        from variants v
                        join products p on p.id = v.product_id and is_public(p.status, p.publish_at, :now)
                        join stock_levels s on s.sku = v.sku
                        left join prices r on r.variant_id = v.id and r.currency = :currency
                        where v.sku = any(:skus)""", Tuple.class)
                .setParameter("currency", currency.code())
                .setParameter("now", clock.instant())
                .setParameter("skus", skus.toArray(String[]::new));
        return ListSql.tuples(query).stream()
                .map(this::offer)
                .collect(Collectors.toMap(Offer::sku, Function.identity()));
    }

    private Offer offer(Tuple row) {
        Number amount = (Number) row.get("amount");
        return new Offer(
                row.get("sku", String.class),
                row.get("product_id", UUID.class),
                row.get("variant_id", UUID.class),
                row.get("title", String.class),
                options(row.get("options", String.class)),
                amount == null ? null : amount.longValue(),
                ((Number) row.get("available")).longValue());
    }

    private Map<String, String> options(String text) {
        try {
            return json.readValue(text, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options are stored as an object of texts", e);
        }
    }
}
