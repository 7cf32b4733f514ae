package dev.quayside.catalog.category;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A category with where it stands.
 *
 * @param breadcrumbs from the top down to itself
 * @param children those directly below it, in their order
 */
public record CategoryPage(@JsonUnwrapped CategoryView category, List<Crumb> breadcrumbs, List<CategoryView> children) {
    /** One step of the way down. */
    public record Crumb(String slug, String name) {}
}
