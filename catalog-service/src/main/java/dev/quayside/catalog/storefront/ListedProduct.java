package dev.quayside.catalog.storefront;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A product as the storefront shows it, ready made. */
record ListedProduct(@JsonValue @JsonRawValue String body) {}
