package dev.quayside.catalog.alert;

/**
 * A sku whose units, or whose threshold, have changed.
 *
 * @param above whether it was above its threshold before
 * @param available units that it has now
 * @param threshold from so many down it is low now
 * @param settles whether what has changed can end an alert
 */
public record Watched(String sku, boolean above, long available, long threshold, boolean settles) {
    boolean becameLow() {
        return above && available <= threshold;
    }

    /** Whatever it was before: an alert may have outlived the moment when the sku was no longer low. */
    boolean recovered() {
        return settles && available > threshold;
    }
}
