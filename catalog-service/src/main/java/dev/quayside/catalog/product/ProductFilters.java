package dev.quayside.catalog.product;

import dev.quayside.catalog.Formats;
import dev.quayside.kit.page.ListQuery;
import dev.quayside.kit.page.ListSql;
import dev.quayside.kit.page.ListTime;
import dev.quayside.kit.problem.CommonProblem;
import dev.quayside.kit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What narrows the staff's list of products: status (several by comma), category, sku, barcode, brand, tag, q, createdAt[gte] and createdAt[lt]. */
record ProductFilters(Map<String, String> given) {
    static final ListQuery.Allowed ALLOWED = new ListQuery.Allowed(
            List.of("-createdAt", "createdAt", "-updatedAt", "updatedAt", "title", "-title", "slug", "-slug"),
            Set.of("status", "category", "sku", "barcode", "brand", "tag", "q", "createdAt[gte]", "createdAt[lt]"));

    void addTo(ListSql list) {
        given.forEach((name, text) -> add(list, name, text));
    }

    private static void add(ListSql list, String name, String text) {
        switch (name) {
            case "status" -> list.where("p.status = any(:status)", "status", statuses(text));
            case "category" -> list.where("""
                        exists (select 1 from product_categories pc join categories c on c.id = pc.category_id
                        where pc.product_id = p.id and c.slug = :category)""", "category", line(name, text));
            case "sku" ->
                list.where(
                        "exists (select 1 from variants v where v.product_id = p.id and v.sku = :sku)",
                        "sku",
                        line(name, text));
            case "barcode" ->
                list.where(
                        "exists (select 1 from variants v where v.product_id = p.id and v.barcode = :barcode)",
                        "barcode",
                        line(name, text));
            case "brand" -> list.where("p.brand = :brand", "brand", line(name, text));
            case "tag" -> list.where("p.tags @> cast(array[:tag] as text[])", "tag", line(name, text));
            case "q" -> list.where("""
                        (strpos(fold(p.title), fold(:text)) > 0 or exists (select 1 from variants v
                        where v.product_id = p.id and strpos(fold(v.sku), fold(:text)) > 0))""", "text", line(name, text));
            case "createdAt[gte]" -> list.where("p.created_at >= :from", "from", ListTime.filter(name, text));
            case "createdAt[lt]" -> list.where("p.created_at < :until", "until", ListTime.filter(name, text));
            default -> throw new IllegalArgumentException("no condition for the filter " + name);
        }
    }

    private static String[] statuses(String text) {
        String[] statuses = text.split(",", -1);
        for (String status : statuses) {
            if (!status.matches(ProductStatus.KNOWN)) {
                throw invalid("status: must be draft, active or archived, or several of them joined by commas");
            }
        }
        return statuses;
    }

    private static String line(String name, String text) {
        if (text.isBlank() || text.length() > Formats.SLUG_LENGTH || !text.matches(Formats.LINE)) {
            throw invalid(name + ": must be one line of 1 to " + Formats.SLUG_LENGTH + " characters");
        }
        return text;
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(CommonProblem.INVALID_PARAMETER, detail);
    }
}
