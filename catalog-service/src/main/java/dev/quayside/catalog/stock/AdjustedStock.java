package dev.quayside.catalog.stock;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** What an adjustment has left, and why it was made: so it stands in the audit log. */
record AdjustedStock(@JsonUnwrapped StockLevel level, String reason) {}
