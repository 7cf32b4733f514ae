package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** All products, as the requests that make them what they are, with their stock: a snapshot, read as it is taken. */
@ApplicationScoped
public class ProductExport {
    private static final int FETCHED_AT_ONCE = 200;
    private static final TypeReference<Map<String, Long>> UNITS = new TypeReference<>() {};

    /**
     * What a table of all products needs columns for.
     *
     * @param currencies that there are prices in, in order
     * @param languages that there are translations in, in order
     * @param options the most that one variant has
     */
    public record Shape(List<String> currencies, List<String> languages, int options) {}

    private final EntityManager database;
    private final ProductViews views;
    private final ObjectMapper json;

    ProductExport(EntityManager database, ProductViews views, ObjectMapper json) {
        this.database = database;
        this.views = views;
        this.json = json;
    }

    /** Begins a snapshot: what is read in the caller's transaction from now on is of one moment. */
    @Transactional(TxType.MANDATORY)
    public void begin() {
        database.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate();
    }

    /** The shape of the snapshot. */
    @Transactional(TxType.MANDATORY)
    public Shape shape() {
        List<?> currencies = database.createNativeQuery(
                        "select currency from prices group by currency order by currency collate \"C\"")
                .getResultList();
        Number options = (Number) database.createNativeQuery("""
                        select coalesce(max((select count(*) from jsonb_object_keys(v.options))), 0) from variants v""").getSingleResult();
        List<?> languages = database.createNativeQuery("""
                        select distinct k.tag collate "C" from products p cross join jsonb_object_keys(p.translations) as k(tag)
                        where p.translations <> '{}' order by 1""").getResultList();
        return new Shape(texts(currencies), texts(languages), options.intValue());
    }

    private static List<String> texts(List<?> rows) {
        return rows.stream().map(String.class::cast).toList();
    }

    /** The products of the snapshot by slug; to be closed. */
    @Transactional(TxType.MANDATORY)
    public Stream<ProductRequest> products() {
        Stream<?> rows = database.createNativeQuery("select cast(" + ProductViews.BODY + """
                 as text), (
                    select cast(json_object_agg(s.sku, greatest(s.on_hand, 0)) as text)
                    from variants v join stock_levels s on s.sku = v.sku where v.product_id = p.id)
                -- Sorted before the rest is looked up, so that the first is there at once.
                from (select * from products order by slug collate "C" offset 0) p""", Object[].class)
                .setHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .getResultStream();
        return rows.map(row -> request((Object[]) row));
    }

    private ProductRequest request(Object[] row) {
        try {
            Map<String, Long> stock = row[1] == null ? Map.of() : json.readValue((String) row[1], UNITS);
            return ProductRequest.of(views.read((String) row[0]), stock);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }
}
