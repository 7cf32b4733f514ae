package dev.quayside.catalog.review;

import dev.quayside.catalog.Formats;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** Why a review is not shown; its author reads it. */
public record RejectRequest(
        @NotBlank @Size(max = 500) @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String reason) {}
