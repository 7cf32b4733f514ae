package dev.quayside.catalog.product;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quayside.catalog.stock.StockPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a deleted product said of its stock, as JSON by sku: of those alone that do not have the usual policy. */
@ApplicationScoped
class KeptPolicies {
    private static final TypeReference<Map<String, StockPolicy>> POLICIES = new TypeReference<>() {};

    private final ObjectMapper json;

    KeptPolicies(ObjectMapper json) {
        this.json = json;
    }

    String write(ProductView product) {
        SortedMap<String, StockPolicy> policies = new TreeMap<>();
        product.variants().forEach(variant -> policies.put(variant.sku(), variant.policy()));
        policies.values().removeIf(StockPolicy.USUAL::equals);
        try {
            return json.writeValueAsString(policies);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policies can always be written", e);
        }
    }

    /** The policy of each sku. */
    SortedMap<String, StockPolicy> read(String kept, Collection<String> skus) {
        try {
            Map<String, StockPolicy> others = json.readValue(kept, POLICIES);
            SortedMap<String, StockPolicy> policies = new TreeMap<>();
            skus.forEach(sku -> policies.put(sku, others.getOrDefault(sku, StockPolicy.USUAL)));
            return policies;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("policies are stored as an object", e);
        }
    }
}
