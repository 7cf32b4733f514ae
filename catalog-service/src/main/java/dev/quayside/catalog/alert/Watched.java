package dev.quayside.catalog.alert;

/**
 * A sku whose units, or whose threshold, have changed.
 *
 * @param above how many units it had above its threshold before; 0 or fewer when it was low
 * @param available units that it has now
 * @param threshold from so many down it is low now
 */
public record Watched(String sku, long above, long available, long threshold) {
    boolean becameLow() {
        return above > 0 && available <= threshold;
    }

    boolean recovered() {
        return above <= 0 && available > threshold;
    }
}
