package dev.quayside.catalog.cache;

import java.util.UUID;

/** Names of what an answer hangs on. A change names them too. */
public final class Keys {
    /** Any product at all. */
    public static final String PRODUCTS = "products";

    public static final String CATEGORIES = "categories";
    public static final String COLLECTIONS = "collections";

    /** How much was sold of which product. */
    public static final String SALES = "sales";

    /** All answers; what a change says that touches too much to name. */
    static final String EVERYTHING = "*";

    private static final String PRODUCT = "product-";

    private Keys() {}

    /** One product. */
    public static String product(UUID id) {
        return PRODUCT + id;
    }
}
