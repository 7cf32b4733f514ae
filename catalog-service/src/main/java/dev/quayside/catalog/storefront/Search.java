package dev.quayside.catalog.storefront;

import dev.quayside.catalog.language.Language;
import dev.quayside.catalog.search.SearchWords;
import dev.quayside.kit.page.ListSql.Column;
import dev.quayside.kit.page.ListSql.Kind;
import java.util.HashMap;
import java.util.Map;

/**
 * A search as SQL over the storefront's row {@code s}. The best come first: a sku or barcode to the letter, then a title to the letter,
 * then one that begins so, then by the weights of the words found: title 1, brand and tags ½, options, attributes and categories ⅕,
 * description 1/20.
 *
 * @param text what is looked for, in one piece
 * @param all whether every word must be found, or any
 * @param language of the rows, and of the words
 */
record Search(String text, SearchWords words, boolean all, Language language) {
    private static final String SCORE = """
            (case when s.terms @> array[storefront_term(:code)] then 1000000000 else 0 end
            + case when s.title_key = left(fold(:text), 200) then 200000000
                when s.title_key ^@ left(fold(:text), 200) then 100000000 else 0 end
            + cast(1000000 * ts_rank(cast(array[0.05, 0.2, 0.5, 1] as real[]), s.lexemes, %s) as bigint))""";

    Condition condition() {
        Map<String, Object> parameters = new HashMap<>(words.sql(all).parameters());
        if (!parameters.isEmpty()) {
            parameters.put("language", language.words());
        }
        parameters.put("code", Terms.CODE.prefix() + text);
        return new Condition(
                "q", "(s.lexemes @@ " + expression() + " or s.terms @> array[storefront_term(:code)])", parameters);
    }

    /** What is sorted by: ascending, the best first. Takes {@code :text} beside the condition's parameters. */
    Column relevance() {
        return new Column("-" + SCORE.formatted(expressionOnce()), Kind.NUMBER);
    }

    /** The tsquery, for a condition: the planner can tell how many rows it finds. */
    private String expression() {
        return words.sql(all).expression();
    }

    /** The same for what is computed of each row that was found: a SELECT of its own, which is made once and not for each of them. */
    String expressionOnce() {
        return "(select " + expression() + ")";
    }

    Search any() {
        return new Search(text, words, false, language);
    }
}
