package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.price.Price;
import dev.quayside.catalog.price.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes products, variants, prices and categories of products: one statement for each table, however many products there are. */
@ApplicationScoped
class ProductTables {
    private static final String PRODUCTS = """
            jsonb_to_recordset(cast(:rows as jsonb)) as r(id uuid, slug text, title text, description text, translations jsonb,
                brand text, tags text[], attributes jsonb, status text, "publishAt" timestamptz)""";
    private static final String VARIANTS = """
            jsonb_to_recordset(cast(:rows as jsonb)) as r(id uuid, product uuid, sku text, barcode text, "weightGrams" bigint,
                options jsonb, position int)""";
    private static final String PRICES = """
            jsonb_to_recordset(cast(:rows as jsonb)) as r(variant uuid, currency text, amount bigint, "compareAt" bigint,
                "saleAmount" bigint, "startsAt" timestamptz, "endsAt" timestamptz)""";

    private final EntityManager database;
    private final ObjectMapper json;

    /** Rows as they go into statements. */
    private record VariantRow(
            UUID id,
            UUID product,
            String sku,
            @Nullable String barcode,
            @Nullable Long weightGrams,
            Map<String, String> options,
            int position) {}

    private record PriceRow(
            UUID variant,
            String currency,
            long amount,
            @Nullable Long compareAt,
            @Nullable Long saleAmount,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    private record CategoryRow(UUID product, UUID category, int position) {}

    ProductTables(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Inserts new products in the order of their slugs, and returns how many have a slug that is free. */
    int insert(List<ProductView> products) {
        return rows(products, """
                insert into products (id, slug, title, description, translations, brand, tags, attributes, status, publish_at, version,
                    created_at, updated_at)
                select r.id, r.slug, r.title, r.description, coalesce(r.translations, '{}'), r.brand, r.tags, r.attributes, r.status, r."publishAt",
                    1, :now, :now
                from %s order by r.slug
                on conflict on constraint products_slug_unique do nothing""".formatted(PRODUCTS))
                .setParameter("now", products.get(0).createdAt())
                .executeUpdate();
    }

    /** Updates locked products. */
    void update(List<ProductView> products) {
        rows(products, """
                update products p set slug = r.slug, title = r.title, description = r.description,
                    translations = coalesce(r.translations, '{}'), brand = r.brand, tags = r.tags, attributes = r.attributes, status = r.status, publish_at = r."publishAt",
                    version = p.version + 1, updated_at = :now
                from %s where p.id = r.id""".formatted(PRODUCTS))
                .setParameter("now", products.get(0).updatedAt())
                .executeUpdate();
    }

    /** Deletes what products have that were there before and that they are no longer to have. */
    void deleteOthers(List<ProductView> products) {
        UUID[] ids = ids(products);
        database.createNativeQuery("delete from variants where product_id = any(:products) and id <> all(:kept)")
                .setParameter("products", ids)
                .setParameter(
                        "kept", variants(products).stream().map(VariantRow::id).toArray(UUID[]::new))
                .executeUpdate();
        rows(prices(products), """
                delete from prices o using variants v
                where v.product_id = any(:products) and o.variant_id = v.id and not exists (
                    select 1 from %s where r.variant = o.variant_id and r.currency = o.currency)""".formatted(PRICES))
                .setParameter("products", ids)
                .executeUpdate();
        database.createNativeQuery("delete from product_categories where product_id = any(:products)")
                .setParameter("products", ids)
                .executeUpdate();
    }

    /** Writes what products have, where it is not there yet. */
    void writeParts(List<ProductView> products, Map<String, UUID> categories) {
        rows(variants(products), """
                insert into variants as o (id, product_id, sku, barcode, weight_grams, options, position)
                select r.id, r.product, r.sku, r.barcode, r."weightGrams", r.options, r.position from %s order by r.sku
                on conflict on constraint variants_pk do update set barcode = excluded.barcode,
                    weight_grams = excluded.weight_grams, options = excluded.options, position = excluded.position
                where (o.barcode, o.weight_grams, o.options, o.position)
                    is distinct from (excluded.barcode, excluded.weight_grams, excluded.options, excluded.position)""".formatted(VARIANTS)).executeUpdate();
        rows(prices(products), """
                insert into prices as o (variant_id, currency, amount, compare_at, sale_amount, sale_starts_at, sale_ends_at)
                select r.variant, r.currency, r.amount, r."compareAt", r."saleAmount", r."startsAt", r."endsAt" from %s
                on conflict on constraint prices_pk do update set amount = excluded.amount, compare_at = excluded.compare_at,
                    sale_amount = excluded.sale_amount, sale_starts_at = excluded.sale_starts_at,
                    sale_ends_at = excluded.sale_ends_at
                where (o.amount, o.compare_at, o.sale_amount, o.sale_starts_at, o.sale_ends_at) is distinct from
                    (excluded.amount, excluded.compare_at, excluded.sale_amount, excluded.sale_starts_at,
                        excluded.sale_ends_at)""".formatted(PRICES)).executeUpdate();
        List<CategoryRow> rows = categories(products, categories);
        if (!rows.isEmpty()) {
            rows(rows, """
                    insert into product_categories (product_id, position, category_id)
                    select r.product, r.position, r.category
                    from jsonb_to_recordset(cast(:rows as jsonb)) as r(product uuid, category uuid, position int)""").executeUpdate();
        }
    }

    private static List<VariantRow> variants(List<ProductView> products) {
        List<VariantRow> rows = new ArrayList<>();
        for (ProductView product : products) {
            for (int position = 0; position < product.variants().size(); position++) {
                VariantView variant = product.variants().get(position);
                rows.add(new VariantRow(
                        variant.id(),
                        product.id(),
                        variant.sku(),
                        variant.barcode(),
                        variant.weightGrams(),
                        variant.options(),
                        position));
            }
        }
        return rows;
    }

    private static List<PriceRow> prices(List<ProductView> products) {
        return products.stream()
                .flatMap(product -> product.variants().stream())
                .flatMap(variant -> variant.prices().stream().map(price -> price(variant.id(), price)))
                .toList();
    }

    private static PriceRow price(UUID variant, Price price) {
        Sale sale = price.sale();
        return new PriceRow(
                variant,
                price.currency().code(),
                price.amount(),
                price.compareAt(),
                sale == null ? null : Long.valueOf(sale.amount()),
                sale == null ? null : sale.startsAt(),
                sale == null ? null : sale.endsAt());
    }

    private static List<CategoryRow> categories(List<ProductView> products, Map<String, UUID> ids) {
        List<CategoryRow> rows = new ArrayList<>();
        for (ProductView product : products) {
            for (int position = 0; position < product.categories().size(); position++) {
                UUID category =
                        Objects.requireNonNull(ids.get(product.categories().get(position)));
                rows.add(new CategoryRow(product.id(), category, position));
            }
        }
        return rows;
    }

    private Query rows(Collection<?> rows, String sql) {
        try {
            return database.createNativeQuery(sql).setParameter("rows", json.writeValueAsString(rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rows can always be written", e);
        }
    }

    private static UUID[] ids(List<ProductView> products) {
        return products.stream().map(ProductView::id).toArray(UUID[]::new);
    }
}
