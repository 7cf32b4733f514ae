package dev.quayside.catalog.stock;

/** By how many units a sku's two numbers change. */
record StockChange(String sku, long onHand, long reserved) {}
