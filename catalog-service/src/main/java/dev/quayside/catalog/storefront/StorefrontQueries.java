package dev.quayside.catalog.storefront;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import dev.quayside.kit.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a shopper's list: one SELECT, whatever its length, a second one for the facets, and one when a page was asked for by number. */
@ApplicationScoped
class StorefrontQueries {
    private final EntityManager database;
    private final FacetQueries facets;
    private final ObjectMapper json;

    StorefrontQueries(EntityManager database, FacetQueries facets, ObjectMapper json) {
        this.database = database;
        this.facets = facets;
        this.json = json;
    }

    /** One page. */
    Page<ListedProduct> list(Asked asked, Optional<Search> search, UriBuilder address) {
        ListSql list = new ListSql(asked.query(), sorts(search), "s.product_id");
        conditions(asked, search).forEach(condition -> list.where(condition.sql(), condition.parameters()));
        String from = asked.filters().from();
        long total = list.total(database, from);
        search.ifPresent(words -> list.with("language", words.language().words()));
        if (asked.query().sort().equals(Asked.RELEVANCE)) {
            search.ifPresent(words -> list.with("text", words.text()));
        }
        String marked = search.map(Highlight::columns).orElse("");
        List<Tuple> rows = list.rows(database, "cast(s.body as text) as body, s.rating, s.reviews" + marked, from);
        Page<Tuple> page = asked.query().page(rows, total, list::cursor, address);
        return new Page<>(
                page.data().stream()
                        .map(row -> product(row, search.isPresent()))
                        .toList(),
                page.page());
    }

    /** The facets of the whole list. */
    List<FacetView> facets(Asked asked, Optional<Search> search) {
        return facets.count(asked, conditions(asked, search));
    }

    private static List<Condition> conditions(Asked asked, Optional<Search> search) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new Condition(
                "currency",
                "s.currency = :currency and s.locale = :locale",
                Map.of(
                        "currency",
                        asked.filters().currency().code(),
                        "locale",
                        asked.language().key())));
        conditions.addAll(asked.filters().conditions());
        search.map(Search::condition).ifPresent(conditions::add);
        return conditions;
    }

    private static Map<String, Column> sorts(Optional<Search> search) {
        Map<String, Column> sorts = new HashMap<>(Map.of(
                "createdAt",
                new Column("s.created_at", Kind.TIME),
                "price",
                new Column("s.price", Kind.NUMBER),
                "title",
                new Column("s.title_key", Kind.TEXT),
                Filters.RATING,
                new Column("s.rating_rank", Kind.NUMBER),
                "bestselling",
                new Column("s.sold", Kind.NUMBER),
                Asked.POSITION,
                new Column("place.position", Kind.NUMBER)));
        search.ifPresent(words -> sorts.put(Asked.RELEVANCE, words.relevance()));
        return sorts;
    }

    private ListedProduct product(Tuple row, boolean marked) {
        ListedProduct product = new ListedProduct(row.get("body", String.class))
                .with("rating", Rating.of(row).json());
        return marked ? product.with("highlight", highlight(row)) : product;
    }

    private String highlight(Tuple row) {
        Map<String, String> marked = new TreeMap<>();
        for (String text : List.of("title", "description")) {
            marked.put(text, Highlight.html(row.get("marked_" + text, String.class)));
        }
        try {
            return json.writeValueAsString(marked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }
}
