package dev.quayside.catalog.storefront;

import java.util.Map;

/** Marks what was found in a product's texts. The text around the marks is escaped, so that it can be put into a page as it is. */
final class Highlight {
    /** No text has these: control characters are refused where it is written. */
    private static final String START = "\u0002";

    private static final String END = "\u0003";

    private static final Map<Character, String> ESCAPED =
            Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;");

    private Highlight() {}

    /** The columns of the marked texts of a row, {@code marked_title} and {@code marked_description}. */
    static String columns(Search search) {
        String headline = ", ts_headline(cast(:language as regconfig), s.body ->> '%s', " + search.expressionOnce()
                + ", '" + "StartSel=" + START + ", StopSel=" + END + ", %s') as marked_%s";
        return headline.formatted("title", "HighlightAll=true", "title")
                + headline.formatted("description", "MaxFragments=2, MaxWords=16, MinWords=6", "description");
    }

    static String html(String marked) {
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < marked.length(); i++) {
            html.append(ESCAPED.getOrDefault(marked.charAt(i), marked.substring(i, i + 1)));
        }
        return html.toString().replace(START, "<mark>").replace(END, "</mark>");
    }
}
