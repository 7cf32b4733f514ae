package dev.quayside.catalog.category;

import dev.quayside.catalog.Formats;
import dev.quayside.catalog.language.Languages;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What narrows the list of categories: parent (a slug, or root), within (a slug: it and all below it), maxDepth. */
record CategoryFilters(Map<String, String> given) {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("name", "-name", "createdAt", "-createdAt", "slug", "-slug", "tree"),
            Set.of("parent", "within", "maxDepth"));
    /** A shopper's list is in a language; that narrows nothing. */
    static final ListQuery.Allowed SHOWN =
            new ListQuery.Allowed(ALLOWED.sorts(), Set.of("parent", "within", "maxDepth", Languages.PARAMETER));

    void addTo(ListSql list) {
        given.forEach((name, text) -> {
            if (!name.equals(Languages.PARAMETER)) {
                add(list, name, text);
            }
        });
    }

    private static void add(ListSql list, String name, String text) {
        switch (name) {
            case "parent" -> {
                if (text.equals(SiblingOrder.ROOT)) {
                    list.where("cardinality(c.path) = :top", "top", 1);
                } else {
                    list.where(
                            "c.parent_id = (select p.id from categories p where p.slug = :parent)",
                            "parent",
                            slug(name, text));
                }
            }
            case "within" -> list.where("c.path @> cast(array[:within] as text[])", "within", slug(name, text));
            case "maxDepth" -> list.where("cardinality(c.path) <= :maxDepth", "maxDepth", depth(text));
            default -> throw new IllegalArgumentException("no condition for the filter " + name);
        }
    }

    private static String slug(String name, String text) {
        if (!Formats.isSlug(text)) {
            throw invalid(name + ": must be a category's slug, such as blue-mugs");
        }
        return text;
    }

    private static int depth(String text) {
        if (!text.matches("[1-" + CategoryTree.DEEPEST + "]")) {
            throw invalid("maxDepth: must be a whole number from 1 to " + CategoryTree.DEEPEST);
        }
        return Integer.parseInt(text);
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
