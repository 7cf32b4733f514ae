package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.product.ProductEdits.Chosen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which products: the filters of the staff's list, with the same names and values, and keys. All that is said has to be so.
 *
 * @param status draft, active or archived, or several joined by commas
 * @param q a part of the title or of a sku
 * @param createdFrom a time or a day
 * @param createdUntil a time or a day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditFilter(
        @Nullable String status,
        @Nullable String category,
        @Nullable String sku,
        @Nullable String barcode,
        @Nullable String brand,
        @Nullable String tag,
        @Nullable String q,
        @JsonProperty("createdAt[gte]") @Nullable String createdFrom,
        @JsonProperty("createdAt[lt]") @Nullable String createdUntil,
        @Nullable @Size(min = 1, max = 1_000) List<@NotNull UUID> ids,
        @Nullable @Size(min = 1, max = 1_000) List<@NotNull @Size(max = Formats.SLUG_LENGTH) String> slugs) {
    /** What it finds of the products that there are at a time. */
    Chosen at(Instant time) {
        return new Chosen(
                named(),
                Objects.requireNonNullElse(ids, List.of()),
                Objects.requireNonNullElse(slugs, List.of()),
                time);
    }

    /** Whether it says nothing: then it would find everything. */
    boolean saysNothing() {
        return named().isEmpty() && ids == null && slugs == null;
    }

    private Map<String, String> named() {
        Map<String, String> named = new HashMap<>();
        put(named, "status", status);
        put(named, "category", category);
        put(named, "sku", sku);
        put(named, "barcode", barcode);
        put(named, "brand", brand);
        put(named, "tag", tag);
        put(named, "q", q);
        put(named, "createdAt[gte]", createdFrom);
        put(named, "createdAt[lt]", createdUntil);
        return named;
    }

    private static void put(Map<String, String> named, String name, @Nullable String value) {
        if (value != null) {
            named.put(name, value);
        }
    }
}
