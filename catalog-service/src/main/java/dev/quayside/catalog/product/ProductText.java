package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.language.Text;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A product's texts in another language than the shop's own; each may be left out, and an empty description is as if it were. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductText(
        @Nullable
        @Size(max = 200)
        @Pattern(regexp = Formats.FILLED_LINE, message = "must be one line of text that is not blank")
        String title,

        @Nullable
        @Size(max = 20_000)
        @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String description)
        implements Text<ProductText> {
    static final ProductText NONE = new ProductText(null, null);

    /** Characters. */
    int size() {
        return (title == null ? 0 : title.length()) + (description == null ? 0 : description.length());
    }

    @Override
    public @Nullable ProductText orNone() {
        String some = description == null || description.isEmpty() ? null : description;
        return title == null && some == null ? null : new ProductText(title, some);
    }
}
