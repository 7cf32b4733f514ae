package dev.quayside.catalog.storefront;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A product as the storefront shows it, ready made: a JSON object. */
record ListedProduct(@JsonValue @JsonRawValue String body) {
    /** The product with one more member, whose value is JSON already. */
    ListedProduct with(String name, String json) {
        return new ListedProduct(body.substring(0, body.length() - 1) + ",\"" + name + "\":" + json + "}");
    }
}
