package dev.quayside.catalog.storefront;

import dev.quayside.catalog.language.Language;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.money.Money;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/** Finds what a search box offers while somebody types. */
@ApplicationScoped
class SuggestQueries {
    private static final String CATEGORIES = """
            select c.slug, c.name from (
                select k.slug, %s as name from categories k
                offset 0) c
            where fold(c.name) ^@ fold(:text) or strpos(' ' || fold(c.name), ' ' || fold(:text)) > 0
            order by fold(c.name) ^@ fold(:text) desc, length(c.name), c.name, c.slug limit :most""";

    private final EntityManager database;

    SuggestQueries(EntityManager database) {
        this.database = database;
    }

    /** The best products of a search. */
    List<Suggestions.Product> products(Search search, Currency currency, int most) {
        Condition condition = search.condition();
        Query query = database.createNativeQuery(
                        """
                        select p.product_id, p.slug, p.price, p.body ->> 'title' as title from (
                            select s.product_id, s.slug, s.price, s.body, %s as best from storefront_products s
                            where s.currency = :currency and s.locale = :locale and %s order by best, s.product_id limit :most) p
                        order by p.best, p.product_id""".formatted(search.relevance().sql(), condition.sql()), Tuple.class)
                .setParameter("currency", currency.code())
                .setParameter("locale", search.language().key())
                .setParameter("text", search.text())
                .setParameter("most", most);
        condition.parameters().forEach(query::setParameter);
        return ListSql.tuples(query).stream()
                .map(row -> new Suggestions.Product(
                        row.get("product_id", UUID.class),
                        row.get("slug", String.class),
                        row.get("title", String.class),
                        new Money(((Number) row.get("price")).longValue(), currency)))
                .toList();
    }

    /** Categories with a word that begins so. */
    List<Suggestions.Category> categories(String text, Language language, int most) {
        Query query = database.createNativeQuery(
                        CATEGORIES.formatted(language.text("k.translations", "name", "k.name")), Tuple.class)
                .setParameter("text", text)
                .setParameter("most", most);
        language.parameters().forEach(query::setParameter);
        return ListSql.tuples(query).stream()
                .map(row -> new Suggestions.Category(row.get("slug", String.class), row.get("name", String.class)))
                .toList();
    }
}
