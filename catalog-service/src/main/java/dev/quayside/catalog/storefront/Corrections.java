package dev.quayside.catalog.storefront;

import dev.quayside.catalog.language.Language;
import dev.quayside.kit.money.Currency;
import dev.quayside.kit.page.ListSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what was meant by words that no product has: for each, the word most like it of titles, brands, tags and skus. */
@ApplicationScoped
class Corrections {
    /** What is like a word is found by an index and then compared; a bound on the latter, for words that are like half a catalogue. */
    private static final String NEAREST = """
            select w.word, coalesce(c.token, w.word) as meant
            from unnest(cast(:words as text[])) with ordinality as w(word, place)
            left join lateral (
                select t.token
                from (
                    select s.search from storefront_products s
                    where s.currency = :currency and s.locale = :locale and fold(w.word) <% s.search limit 2000) s
                cross join lateral string_to_table(s.search, ' ') as t(token)
                -- At most one letter of three is wrong, or two of seven, or three.
                where length(w.word) > 2 and levenshtein(left(t.token, 200), left(fold(w.word), 200))
                    <= case when length(w.word) < 4 then 1 when length(w.word) < 8 then 2 else 3 end
                order by levenshtein(left(t.token, 200), left(fold(w.word), 200)), similarity(t.token, fold(w.word)) desc, t.token limit 1) c on true
            order by w.place""";

    private final EntityManager database;

    Corrections(EntityManager database) {
        this.database = database;
    }

    /** What the words mean, if it is anything else than what they say. */
    Optional<String> of(List<String> words, Currency currency, Language language) {
        Query query = database.createNativeQuery(NEAREST, Tuple.class)
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("currency", currency.code())
                .setParameter("locale", language.key());
        List<Tuple> rows = ListSql.tuples(query);
        boolean same = rows.stream()
                .allMatch(row -> Terms.fold(row.get("word", String.class)).equals(row.get("meant", String.class)));
        return same
                ? Optional.empty()
                : Optional.of(
                        rows.stream().map(row -> row.get("meant", String.class)).collect(Collectors.joining(" ")));
    }
}
