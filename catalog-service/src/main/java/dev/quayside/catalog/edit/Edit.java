package dev.quayside.catalog.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.quayside.catalog.Formats;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.catalog.product.ProductRequest.Price;
import dev.quayside.catalog.product.ProductRequest.Variant;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is done to each product. What is left out stays as it is; prices are changed in this order: price, compareAt, sale.
 *
 * @param brand the new one
 * @param status draft, active or archived
 * @param publishAt a time
 * @param clear {@code brand} and {@code publishAt}: what is taken away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Edit(
        @Nullable @Valid LabelChange tags,
        @Nullable @Valid LabelChange categories,

        @Nullable
        @Size(min = 1, max = 100)
        @Pattern(regexp = Formats.WORDS, message = "must be one line of text that neither starts nor ends with a space")
        String brand,

        @Nullable @Pattern(regexp = "draft|active|archived", message = "must be draft, active or archived")
        String status,

        @Nullable String publishAt,

        @Nullable @Size(min = 1, max = 2)
        Set<@NotNull @Pattern(regexp = "brand|publishAt", message = "must be brand or publishAt") String> clear,

        @Nullable @Valid PriceChange price,
        @Nullable @Valid CompareAtChange compareAt,
        @Nullable @Valid SaleChange sale) {
    boolean clears(String field) {
        return clear != null && clear.contains(field);
    }

    /** The product as it is to be; a price out of bounds is thrown as a 422. */
    ProductRequest apply(ProductRequest product) {
        return new ProductRequest(
                product.slug(),
                product.title(),
                product.description(),
                product.translations(),
                clears("brand") ? null : brand == null ? product.brand() : brand,
                labels(tags, product.tags(), tag -> tag.toLowerCase(Locale.ROOT)),
                product.attributes(),
                clears("publishAt") ? null : publishAt == null ? product.publishAt() : publishAt,
                labels(categories, product.categories(), Function.identity()),
                status == null ? product.status() : status,
                variants(product.variants()));
    }

    private static List<String> labels(
            @Nullable LabelChange change, @Nullable List<String> current, Function<String, String> key) {
        List<String> labels = Objects.requireNonNullElse(current, List.of());
        return change == null ? labels : change.apply(labels, key);
    }

    private List<Variant> variants(List<Variant> variants) {
        if (price == null && compareAt == null && sale == null) {
            return variants;
        }
        List<Variant> changed = new ArrayList<>();
        for (int i = 0; i < variants.size(); i++) {
            Variant one = variants.get(i);
            changed.add(new Variant(
                    one.sku(),
                    one.barcode(),
                    one.weightGrams(),
                    one.options(),
                    prices("variants[" + i + "].prices", one.prices()),
                    one.stock(),
                    one.stockPolicy(),
                    one.backorderLimit(),
                    one.availableAt(),
                    one.lowStock()));
        }
        return changed;
    }

    private List<Price> prices(String path, List<Price> prices) {
        List<Price> changed = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            changed.add(price(path + "[" + i + "]", prices.get(i)));
        }
        return changed;
    }

    private Price price(String path, Price was) {
        long amount = price == null ? was.amount() : price.apply(path + ".amount", was);
        Long compared = compareAt == null ? was.compareAt() : compareAt.apply(was);
        ProductRequest.Sale lowered = sale == null ? was.sale() : sale.apply(path + ".sale.amount", was, amount);
        return new Price(amount, was.currency(), compared, lowered);
    }
}
