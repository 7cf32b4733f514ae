package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff write it.
 *
 * @param slug its key, lower-case words joined by hyphens; in an upsert the path has it
 * @param description left out it is empty
 * @param categories slugs of categories that exist
 * @param status draft, active or archived; left out it is active, and in an upsert stays what it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProductRequest(
        @Nullable
        @Size(max = Formats.SLUG_LENGTH)
        @Pattern(regexp = Formats.SLUG, message = "must be lower-case words joined by single hyphens")
        String slug,

        @NotBlank @Size(max = 200) @Pattern(regexp = Formats.LINE, message = "must be one line of text")
        String title,

        @Nullable
        @Size(max = 20_000)
        @Pattern(regexp = Formats.TEXT, message = "must be text without control characters")
        String description,

        @Nullable @Size(max = 20) List<@NotNull @Size(max = Formats.SLUG_LENGTH) String> categories,

        @Nullable @Pattern(regexp = ProductStatus.KNOWN, message = "must be draft, active or archived")
        String status,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid Variant> variants) {

    /**
     * One variant.
     *
     * @param options what tells it from the product's other variants, such as {@code {"size":"M"}}; at most ten
     * @param prices one for each currency that it is sold in
     * @param stock units on hand when the variant is new; ignored for one that exists, whose stock is adjusted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Variant(
            @NotNull
            @Pattern(regexp = Formats.SKU, message = "must be 1 to 64 letters, digits, dots, underscores or hyphens")
            String sku,

            @Nullable @Size(max = 10)
            Map<
                            @Size(min = 1, max = 50)
                            @Pattern(regexp = Formats.LINE, message = "must be one line of text") String,
                            @NotNull @Size(min = 1, max = 200)
                            @Pattern(regexp = Formats.LINE, message = "must be one line of text") String>
                    options,

            @NotEmpty @Size(max = 100) List<@NotNull @Valid Price> prices,

            @Nullable @Min(0) @Max(1_000_000_000) Long stock) {}

    /**
     * A price.
     *
     * @param amount minor units, at most twelve digits: the most that Stripe takes in any currency
     * @param currency an ISO 4217 code that can be charged in
     */
    public record Price(
            @NotNull @Min(0) @Max(999_999_999_999L) Long amount,
            @NotNull String currency) {}

    /** The request that makes a product what it is, for a patch to be merged into. */
    static ProductRequest of(ProductView product) {
        List<Variant> variants = product.variants().stream()
                .map(variant -> new Variant(
                        variant.sku(),
                        variant.options(),
                        variant.prices().stream()
                                .map(price -> new Price(
                                        price.amount(), price.currency().code()))
                                .toList(),
                        null))
                .toList();
        return new ProductRequest(
                product.slug(),
                product.title(),
                product.description(),
                product.categories(),
                product.status().text(),
                variants);
    }
}
