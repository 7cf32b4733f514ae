package dev.quayside.catalog.review;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a customer says about a product. Plain text: nothing in it is markup.
 *
 * @param rating stars, 1 to 5
 * @param author the name to show, which the customer chooses for this review; an address is refused
 */
public record ReviewRequest(
        @NotNull @Min(1) @Max(5) Integer rating,

        @Nullable @Size(max = 120) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String title,

        @Nullable @Size(max = 5000) @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String text,

        @NotNull
        @Size(min = 1, max = 60)
        @Pattern(
                regexp = "(?s)(?!.*[@\uFF20\u2028\u2029])(?=.*[\\p{L}\\p{N}])" + Formats.WORDS,
                message = "must be a name on one line, and not an address")
        String author) {

    /** The same without white space around its texts; a text of nothing else is none. */
    ReviewRequest trimmed() {
        return new ReviewRequest(rating, trimmed(title), trimmed(text), author);
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
