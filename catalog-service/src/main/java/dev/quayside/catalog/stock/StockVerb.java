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

    StockChange change(String sku, String location, long quantity) {
        return switch (this) {
            case HOLD -> new StockChange(sku, location, 0, quantity);
            case COMMIT -> new StockChange(sku, location, -quantity, -quantity);
            case RELEASE -> new StockChange(sku, location, 0, -quantity);
            case RETURN -> new StockChange(sku, location, quantity, 0);
        };
    }
}
