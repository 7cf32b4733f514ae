package dev.quayside.catalog.product;

import dev.quayside.catalog.product.ProductEdits.Chosen;
import dev.quayside.kit.page.Cursor;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Walks over the products that a filter finds, the oldest first: by what no edit changes, so that each is met once. */
@ApplicationScoped
class ProductWalk {
    private static final int MOST_PRODUCTS = 200;
    /** A product may have ten thousand prices. */
    private static final int MOST_PRICES = 2_000;

    private static final String SORT = "createdAt";
    private static final String FROM = "from products p";
    private static final String PRICES = """
            (select count(*) from variants v join prices r on r.variant_id = v.id where v.product_id = p.id) as prices""";

    /** A product of the walk in the version that the filter found, and where to go on behind it. */
    record Step(UUID product, long version, Cursor place) {}

    private final EntityManager database;

    ProductWalk(EntityManager database) {
        this.database = database;
    }

    /** How many products the whole walk meets. */
    long count(Chosen chosen) {
        return list(chosen, new ListQuery(1, 1, null, SORT, Map.of())).total(database, FROM);
    }

    /** The next products behind a place, as many as one transaction may change; none at the end. */
    List<Step> next(Chosen chosen, @Nullable Cursor behind) {
        ListSql list = list(chosen, new ListQuery(MOST_PRODUCTS, null, behind, SORT, Map.of()));
        List<Step> steps = new ArrayList<>();
        long prices = 0;
        for (Tuple row : list.rows(database, "p.version, " + PRICES, FROM)) {
            if (steps.size() == MOST_PRODUCTS || prices >= MOST_PRICES) {
                return steps;
            }
            steps.add(new Step(
                    row.get("row_id", UUID.class), ((Number) row.get("version")).longValue(), list.cursor(row)));
            prices += ((Number) row.get("prices")).longValue();
        }
        return steps;
    }

    /** Refuses a filter whose values are not valid, as the list does. */
    static void check(Chosen chosen) {
        list(chosen, new ListQuery(1, null, null, SORT, Map.of()));
    }

    private static ListSql list(Chosen chosen, ListQuery query) {
        ListSql list = new ListSql(query, Map.of(SORT, new Column("p.created_at", Kind.TIME)), "p.id");
        new ProductFilters(chosen.filters()).addTo(list);
        if (!chosen.ids().isEmpty()) {
            list.where("p.id = any(:ids)", "ids", chosen.ids().toArray(UUID[]::new));
        }
        if (!chosen.slugs().isEmpty()) {
            list.where("p.slug = any(:slugs)", "slugs", chosen.slugs().toArray(String[]::new));
        }
        return list.where("p.created_at <= :begun", "begun", chosen.until());
    }
}
