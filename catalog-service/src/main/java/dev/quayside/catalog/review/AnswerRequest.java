package dev.quayside.catalog.review;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What the shop answers to a review; plain text. */
public record AnswerRequest(
        @NotBlank @Size(max = 2000) @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String text) {}
