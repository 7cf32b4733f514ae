package dev.quayside.gateway.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * How a key is rotated.
 *
 * @param overlapSeconds how long the secrets that it has now stay good, up to 30 days; 0 ends them at once
 */
record RotateRequest(@NotNull @Min(0) @Max(2_592_000) Long overlapSeconds) {}
