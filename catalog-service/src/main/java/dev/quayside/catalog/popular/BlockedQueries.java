package dev.quayside.catalog.popular;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is never suggested.
 *
 * @param phrases at most 500; a query that has one of them, as whole words, is blocked
 */
record BlockedQueries(
        @NotNull @Size(max = 500)
        List<@NotBlank @Size(max = 60) @Pattern(regexp = Formats.LINE, message = "must be one line of text") String>
                phrases) {}
