package dev.quayside.order.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A quantity of a sku. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record LineRequest(String sku, int quantity) {}
