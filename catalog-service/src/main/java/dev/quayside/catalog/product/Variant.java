package dev.quayside.catalog.product;

import dev.quayside.catalog.price.Price;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;

/** What is sold: a sku with its options and its price in each currency. The sku is its key for good. */
@Entity
@Table(name = "variants")
class Variant {
    @Id
    private UUID id;

    @Column
    private String sku;

    @Column
    private @Nullable String barcode;

    @Column(name = "weight_grams")
    private @Nullable Long weightGrams;

    @Column
    @Convert(converter = OptionsConverter.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private SortedMap<String, String> options;

    @Column
    private int position;

    @ElementCollection
    @CollectionTable(name = "prices", joinColumns = @JoinColumn(name = "variant_id"))
    @MapKeyColumn(name = "currency")
    private Map<String, PriceColumns> prices;

    protected Variant() {}

    Variant(UUID id, String sku) {
        this.id = id;
        this.sku = sku;
        this.options = new TreeMap<>();
        this.prices = new TreeMap<>();
    }

    int position() {
        return position;
    }

    String sku() {
        return sku;
    }

    void define(VariantDefinition definition, int newPosition) {
        options = new TreeMap<>(definition.options());
        barcode = definition.barcode();
        weightGrams = definition.weightGrams();
        position = newPosition;
        prices.keySet().retainAll(definition.prices().keySet());
        definition.prices().forEach((currency, price) -> prices.put(currency, new PriceColumns(price)));
    }

    VariantDefinition definition() {
        return new VariantDefinition(sku, barcode, weightGrams, new TreeMap<>(options), prices());
    }

    VariantView view() {
        return new VariantView(id, sku, barcode, weightGrams, new TreeMap<>(options), List.copyOf(prices().values()));
    }

    private SortedMap<String, Price> prices() {
        SortedMap<String, Price> inOrder = new TreeMap<>();
        prices.forEach((currency, price) -> inOrder.put(currency, price.price(currency)));
        return inOrder;
    }
}
