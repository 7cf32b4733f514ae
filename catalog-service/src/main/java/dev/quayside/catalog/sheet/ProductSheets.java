package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.product.ProductExport.Shape;
import dev.quayside.catalog.product.ProductRequest;
import dev.quayside.kit.money.Currency;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes files of products in each format. */
@ApplicationScoped
public class ProductSheets {
    private final ObjectMapper json;
    private final Currency shopCurrency;

    ProductSheets(ObjectMapper json, @ConfigProperty(name = "quayside.shop.currency") String shopCurrency) {
        this.json = json;
        this.shopCurrency = Currency.of(shopCurrency);
    }

    /**
     * Writes products as they come.
     *
     * @param shape what a table needs columns for
     * @param currency of Shopify's prices; null for the shop's
     */
    public void write(
            FileFormat format,
            Shape shape,
            @Nullable Currency currency,
            Iterator<ProductRequest> products,
            OutputStream out)
            throws IOException {
        switch (format) {
            case NDJSON -> lines(products, out);
            case CSV -> rows(new ShopRows(shape, json), products, out);
            case SHOPIFY -> rows(new ShopifyRows(currency == null ? shopCurrency : currency), products, out);
        }
    }

    private void lines(Iterator<ProductRequest> products, OutputStream out) throws IOException {
        while (products.hasNext()) {
            out.write(json.writeValueAsBytes(products.next()));
            out.write('\n');
        }
    }

    private static void rows(SheetWriter layout, Iterator<ProductRequest> products, OutputStream out)
            throws IOException {
        try (CsvRows csv = new CsvRows(out)) {
            csv.write(layout.header());
            while (products.hasNext()) {
                layout.rows(products.next()).forEach(csv::write);
            }
        }
    }
}
