package dev.quayside.catalog.search;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Phrases that mean the same to a search, as staff write them.
 *
 * @param phrases 2 to 20, each of one to three words
 */
public record SynonymRequest(
        @NotNull @Size(min = 2, max = 20)
        List<@NotBlank @Size(max = 50) @Pattern(regexp = Formats.LINE, message = "must be one line of text") String>
                phrases) {}
