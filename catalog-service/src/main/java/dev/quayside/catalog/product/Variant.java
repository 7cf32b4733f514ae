package dev.quayside.catalog.product;

import dev.quayside.kit.money.Money;
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

/** What is sold: a sku with its options and its price in each currency. The sku is its key for good. */
@Entity
@Table(name = "variants")
class Variant {
    @Id
    private UUID id;

    @Column
    private String sku;

    @Column
    @Convert(converter = OptionsConverter.class)
    @ColumnTransformer(write = "cast(? as jsonb)")
    private SortedMap<String, String> options;

    @Column
    private int position;

    @ElementCollection
    @CollectionTable(name = "prices", joinColumns = @JoinColumn(name = "variant_id"))
    @MapKeyColumn(name = "currency")
    @Column(name = "amount")
    private Map<String, Long> prices;

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
        position = newPosition;
        prices.keySet().retainAll(definition.prices().keySet());
        prices.putAll(definition.prices());
    }

    VariantDefinition definition() {
        return new VariantDefinition(sku, new TreeMap<>(options), new TreeMap<>(prices));
    }

    VariantView view() {
        List<Money> inOrder = new TreeMap<>(prices)
                .entrySet().stream()
                        .map(price -> Money.of(price.getValue(), price.getKey()))
                        .toList();
        return new VariantView(id, sku, new TreeMap<>(options), inOrder);
    }
}
