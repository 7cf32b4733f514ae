package dev.quayside.catalog.sheet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.bulk.NdjsonLines;
import dev.quayside.catalog.bulk.ProductLines;
import dev.quayside.kit.money.Currency;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Opens files of products, whatever they are. */
@ApplicationScoped
public class ProductFiles {
    private final ObjectMapper json;
    private final Currency shopCurrency;

    ProductFiles(ObjectMapper json, @ConfigProperty(name = "quayside.shop.currency") String shopCurrency) {
        this.json = json;
        this.shopCurrency = Currency.of(shopCurrency);
    }

    /**
     * Begins to read a file; one that cannot be read at all is a {@code malformed_request}.
     *
     * @param settings with the encoding known
     */
    public ProductLines open(InputStream bytes, FileSettings settings) throws IOException {
        Opening file = new Opening(bytes, settings);
        if (file.isNdjson()) {
            return new NdjsonLines(file.lines(), json);
        }
        Table table = file.table();
        boolean shopify = settings.format() == FileFormat.SHOPIFY
                || (settings.format() == null
                        && ShopifyColumns.isMeant(table.columns().keySet()));
        if (shopify) {
            ShopifyColumns.name(table);
        }
        Set<String> columns = table.columns().keySet();
        Layout layout = shopify
                ? new ShopifyColumns(currency(settings), json)
                : new ShopColumns(new PriceColumns(columns, settings.currency()), TextColumns.of(columns), json);
        layout.check(columns);
        return new SheetLines(table, layout, json);
    }

    private Currency currency(FileSettings settings) {
        return settings.currency() == null ? shopCurrency : settings.currency();
    }
}
