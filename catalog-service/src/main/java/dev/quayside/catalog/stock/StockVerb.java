package dev.quayside.catalog.stock;

/** What a reservation does to stock. */
public enum StockVerb {
    /** Promises units that are there. */
    HOLD,
    /** Takes promised units out. */
    COMMIT,
    /** Takes a promise back. */
    RELEASE,
    /** Brings units in that had gone out. */
    RETURN;

    StockChange change(String sku, long quantity) {
        return switch (this) {
            case HOLD -> new StockChange(sku, 0, quantity);
            case COMMIT -> new StockChange(sku, -quantity, -quantity);
            case RELEASE -> new StockChange(sku, 0, -quantity);
            case RETURN -> new StockChange(sku, quantity, 0);
        };
    }
}
