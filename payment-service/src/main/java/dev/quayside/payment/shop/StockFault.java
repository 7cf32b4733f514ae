package dev.quayside.payment.shop;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A sku whose numbers disagree with each other, and how. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StockFault(String subject, String detail) {}
