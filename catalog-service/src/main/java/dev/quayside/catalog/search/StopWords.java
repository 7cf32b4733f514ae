package dev.quayside.catalog.search;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The words that say nothing to a search, beside those of its language.
 *
 * @param words at most 500
 */
public record StopWords(
        @NotNull @Size(max = 500)
        List<@NotBlank @Size(max = 50) @Pattern(regexp = Formats.LINE, message = "must be one line of text") String>
                words) {}
