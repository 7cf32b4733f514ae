package dev.quayside.catalog.product;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.language.Languages;
import dev.quayside.catalog.stock.StockPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A product as staff write it.
 *
 * @param slug its key, lower-case words joined by hyphens; in an upsert the path has it
 * @param description left out it is empty
 * @param translations its texts in the shop's other languages, by their tags; a text left out is shown in the next best language. In an
 *     upsert they stay when all of it is left out
 * @param brand who makes it
 * @param tags words that it is found by; no two differ in case alone
 * @param attributes what there is to know about it; a name and value once
 * @param publishAt a time; an active product is public only from then on
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

        @Nullable @Size(max = 20)
        Map<@NotNull @Size(max = Languages.LONGEST_TAG) String, @NotNull @Valid ProductText> translations,

        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(regexp = Formats.WORDS, message = "must be one line of text that neither starts nor ends with a space")
        String brand,

        @Nullable @Size(max = 50)
        List<
                        @NotNull @Size(min = 1, max = 50)
                        @Pattern(
                                regexp = Formats.TAG,
                                message =
                                        "must be one line of text without commas that neither starts nor ends with a space")
                        String>
                tags,

        @Nullable @Size(max = 50) List<@NotNull @Valid Attribute> attributes,

        @Nullable String publishAt,

        @Nullable @Size(max = 20) List<@NotNull @Size(max = Formats.SLUG_LENGTH) String> categories,

        @Nullable @Pattern(regexp = ProductStatus.KNOWN, message = "must be draft, active or archived")
        String status,

        @NotEmpty @Size(max = 100) List<@NotNull @Valid Variant> variants) {

    /**
     * One variant.
     *
     * @param barcode such as its GTIN
     * @param weightGrams what it weighs for shipping
     * @param options what tells it from the product's other variants, such as {@code {"size":"M"}}; at most ten
     * @param prices one for each currency that it is sold in
     * @param stock units on hand at all locations when the variant is new; ignored for one that exists, whose stock is adjusted
     * @param stockPolicy what is done when there is nothing on hand: deny, backorder or preorder; left out it is deny
     * @param backorderLimit units that are sold beyond what is on hand; of a backorder or pre-order alone, which need it
     * @param availableAt when the units are to be there; of a pre-order alone, which needs it
     * @param lowStock from so many units down it is low; left out the shop's setting says
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Variant(
            @NotNull
            @Pattern(regexp = Formats.SKU, message = "must be 1 to 64 letters, digits, dots, underscores or hyphens")
            String sku,

            @Nullable @Pattern(regexp = Formats.BARCODE, message = "must be 1 to 32 letters, digits or hyphens")
            String barcode,

            @Nullable @Min(0) @Max(1_000_000_000) Long weightGrams,

            @Nullable @Size(max = 10)
            Map<
                            @Size(min = 1, max = 50)
                            @Pattern(regexp = Formats.LINE, message = "must be one line of text") String,
                            @NotNull @Size(min = 1, max = 200)
                            @Pattern(regexp = Formats.LINE, message = "must be one line of text") String>
                    options,

            @NotEmpty @Size(max = 100) List<@NotNull @Valid Price> prices,

            @Nullable @Min(0) @Max(1_000_000_000) Long stock,

            @Nullable @Pattern(regexp = StockPolicy.Kind.KNOWN, message = "must be deny, backorder or preorder")
            String stockPolicy,

            @Nullable @Min(1) @Max(1_000_000) Long backorderLimit,
            @Nullable String availableAt,
            @Nullable @Min(0) @Max(1_000_000_000) Long lowStock) {

        /** Whether it is sold ahead of its stock, within whatever limit. */
        public boolean sellsAhead() {
            return stockPolicy != null && !stockPolicy.equals(StockPolicy.Kind.DENY.text());
        }

        /** What this says of whether it is sold ahead, if it does; how, only if the other is not. */
        private Variant withPolicyOf(Variant other) {
            boolean same = stockPolicy == null || sellsAhead() == other.sellsAhead();
            return new Variant(
                    sku,
                    barcode,
                    weightGrams,
                    options,
                    prices,
                    stock,
                    same ? other.stockPolicy : stockPolicy,
                    same ? other.backorderLimit : backorderLimit,
                    same ? other.availableAt : availableAt,
                    other.lowStock);
        }
    }

    /**
     * A price.
     *
     * @param amount minor units, at most twelve digits: the most that Stripe takes in any currency
     * @param currency an ISO 4217 code that can be charged in
     * @param compareAt what it is compared to in print; not below the amount
     * @param sale a lower price for a time
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Price(
            @NotNull @Min(0) @Max(999_999_999_999L) Long amount,
            @NotNull String currency,
            @Nullable @Min(0) @Max(999_999_999_999L) Long compareAt,
            @Nullable @Valid Sale sale) {

        static Price of(dev.quayside.catalog.price.Price price) {
            return new Price(price.amount(), price.currency().code(), price.compareAt(), Sale.of(price.sale()));
        }
    }

    /**
     * A sale.
     *
     * @param amount minor units, below the price's
     * @param startsAt a time; left out it has always been on
     * @param endsAt a time, the first that is not of the sale; left out it has no end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sale(
            @NotNull @Min(0) @Max(999_999_999_999L) Long amount,
            @Nullable String startsAt,
            @Nullable String endsAt) {

        static @Nullable Sale of(dev.quayside.catalog.price.@Nullable Sale sale) {
            return sale == null ? null : new Sale(sale.amount(), text(sale.startsAt()), text(sale.endsAt()));
        }
    }

    /** The request that makes a product what it is, for a patch to be merged into. */
    static ProductRequest of(ProductView product) {
        return of(product, Map.of());
    }

    /** The same with the units on hand, for those who make it anew elsewhere. */
    static ProductRequest of(ProductView product, Map<String, Long> stock) {
        List<Variant> variants = product.variants().stream()
                .map(variant -> new Variant(
                        variant.sku(),
                        variant.barcode(),
                        variant.weightGrams(),
                        variant.options(),
                        variant.prices().stream().map(Price::of).toList(),
                        stock.get(variant.sku()),
                        variant.stockPolicy() == null
                                ? null
                                : variant.stockPolicy().text(),
                        variant.backorderLimit(),
                        text(variant.availableAt()),
                        variant.lowStock()))
                .toList();
        return new ProductRequest(
                product.slug(),
                product.title(),
                product.description(),
                product.translations(),
                product.brand(),
                product.tags(),
                product.attributes(),
                text(product.publishAt()),
                product.categories(),
                product.status().text(),
                variants);
    }

    /** The same, where each variant that a product has already says of its stock what that says, unless it says whether it is sold ahead. */
    ProductRequest withPoliciesOf(ProductView product) {
        return with(variantsWithPoliciesOf(product), translations);
    }

    /** The same, where texts in other languages are those that a product has, but for some, such as {@code title de}. */
    ProductRequest withOtherTextsOf(ProductView product, Set<String> own) {
        Map<String, ProductText> given = Objects.requireNonNullElse(translations, Map.of());
        Map<String, ProductText> texts = new TreeMap<>(product.translations());
        texts.putAll(given);
        texts.replaceAll((tag, any) -> {
            ProductText ours = given.getOrDefault(tag, ProductText.NONE);
            ProductText theirs = product.translations().getOrDefault(tag, ProductText.NONE);
            return new ProductText(
                    (own.contains("title " + tag) ? ours : theirs).title(),
                    (own.contains("description " + tag) ? ours : theirs).description());
        });
        return with(variants, texts);
    }

    /** The same, but without translations it says that there are none. */
    ProductRequest whole() {
        return translations == null ? with(variants, Map.of()) : this;
    }

    private List<Variant> variantsWithPoliciesOf(ProductView product) {
        Map<String, Variant> known =
                of(product).variants().stream().collect(Collectors.toMap(Variant::sku, Function.identity()));
        return variants.stream()
                .map(variant -> {
                    Variant before = known.get(variant.sku());
                    return before == null ? variant : variant.withPolicyOf(before);
                })
                .toList();
    }

    private ProductRequest with(List<Variant> variants, @Nullable Map<String, ProductText> translations) {
        return new ProductRequest(
                slug,
                title,
                description,
                translations,
                brand,
                tags,
                attributes,
                publishAt,
                categories,
                status,
                variants);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
