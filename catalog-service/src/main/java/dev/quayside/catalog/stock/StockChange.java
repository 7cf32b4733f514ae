package dev.quayside.catalog.stock;

/** By how many units the two numbers of a sku at a location change. */
record StockChange(String sku, String location, long onHand, long reserved) {}
