package dev.quayside.catalog.media;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** The ids of all of a product's images, in their new order. */
public record OrderRequest(
        @NotNull UUID product,
        @NotNull @Size(max = MediaService.MOST) List<@NotNull UUID> ids) {}
