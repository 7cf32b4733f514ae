package dev.quayside.catalog.category;

import dev.quayside.catalog.Shape;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The categories' keys, for products. */
@ApplicationScoped
public class Categories {
    private final CategoryRepository categories;
    private final Shape shape;

    Categories(CategoryRepository categories, Shape shape) {
        this.categories = categories;
        this.shape = shape;
    }

    /** The id of each slug that exists; those categories cannot be deleted until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Map<String, UUID> idsOf(Collection<String> slugs) {
        // Before any category's row, as those do who change the tree.
        shape.use();
        return slugs.isEmpty()
                ? Map.of()
                : rows(categories.idsOf(slugs)).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    }

    /** The slug of each id. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, String> slugsOf(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : rows(categories.slugsOf(ids));
    }

    private static Map<UUID, String> rows(List<Tuple> rows) {
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("slug", String.class)));
    }
}
