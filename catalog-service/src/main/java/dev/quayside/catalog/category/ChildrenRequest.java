package dev.quayside.catalog.category;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The order of siblings.
 *
 * @param children the slugs of all of them, the first one first
 */
public record ChildrenRequest(
        @NotNull @Size(max = CategoryTree.MOST_CHILDREN)
        List<@NotNull @Size(max = Formats.SLUG_LENGTH) String> children) {}
