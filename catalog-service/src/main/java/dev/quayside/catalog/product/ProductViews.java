package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Products with all that belongs to them: one statement, however many they are. */
@ApplicationScoped
class ProductViews {
    private static final String TIME = "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

    /** The JSON of a {@link ProductView} of the product p. */
    static final String BODY = """
            json_build_object(
                'id', p.id, 'slug', p.slug, 'title', p.title, 'description', p.description, 'translations', p.translations,
                'brand', p.brand, 'tags', p.tags, 'attributes', p.attributes, 'status', p.status, 'publishAt', %s, 'version', p.version,
                'createdAt', %s, 'updatedAt', %s,
                'categories', (
                    select coalesce(json_agg(c.slug order by pc.position), '[]')
                    from product_categories pc join categories c on c.id = pc.category_id where pc.product_id = p.id),
                'variants', (
                    select coalesce(json_agg(json_build_object(
                        'id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'weightGrams', v.weight_grams, 'options', v.options,
                        'prices', (
                            select json_agg(json_build_object(
                                'amount', r.amount, 'currency', r.currency, 'compareAt', r.compare_at,
                                'sale', case when r.sale_amount is not null then json_build_object(
                                    'amount', r.sale_amount, 'startsAt', %s, 'endsAt', %s) end)
                                order by r.currency collate "C")
                            from prices r where r.variant_id = v.id),
                        'stockPolicy', nullif(s.policy, 'deny'), 'backorderLimit', nullif(s.backorder_limit, 0),
                        'availableAt', %s, 'lowStock', s.low_stock)
                        order by v.position), '[]')
                    from variants v join stock_levels s on s.sku = v.sku where v.product_id = p.id))""".formatted(
                    time("p.publish_at"),
                    time("p.created_at"),
                    time("p.updated_at"),
                    time("r.sale_starts_at"),
                    time("r.sale_ends_at"),
                    time("s.available_at"));

    private static final String SELECT = "select cast(" + BODY + " as text) from products p where ";

    private final EntityManager database;
    private final ObjectMapper json;

    ProductViews(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Optional<ProductView> find(UUID id) {
        return of(List.of(id)).stream().findFirst();
    }

    /** The products of ids that exist, in no order. */
    List<ProductView> of(Collection<UUID> ids) {
        return read(
                database.createNativeQuery(SELECT + "p.id = any(:ids)").setParameter("ids", ids.toArray(UUID[]::new)));
    }

    /** The products of slugs that exist, in no order. */
    List<ProductView> ofSlugs(Collection<String> slugs) {
        return read(database.createNativeQuery(SELECT + "p.slug = any(:slugs)")
                .setParameter("slugs", slugs.toArray(String[]::new)));
    }

    private List<ProductView> read(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> read((String) row)).toList();
    }

    ProductView read(String body) {
        try {
            return json.readValue(body, ProductView.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }

    private static String time(String column) {
        return TIME.formatted(column);
    }
}
